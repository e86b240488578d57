import {html, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {InterviewField, TrackInterviewInput} from '../generated/graphql';
import type {Draft} from '../ui/drafts';
import '../ui/guide-select';
import {instant, zoneList} from '../ui/zones';

/** The details of an interview, as the fields of a form hold them. */
export interface InterviewFields {
  company: string;
  position: string;
  guideId: string;
  planId: string;
  /** As clocks at the interview show it. */
  time: string;
  timeZone: string;
  location: string;
  notes: string;
}

export const interviewFieldNames: Record<keyof InterviewFields, string> = {
  company: 'Company',
  position: 'Position',
  guideId: 'Guide',
  planId: 'Plan',
  time: 'Time',
  timeZone: 'Time zone',
  location: 'Place or link',
  notes: 'Notes',
};

const clearable: Partial<Record<keyof InterviewFields, InterviewField>> = {
  company: 'COMPANY',
  guideId: 'GUIDE',
  planId: 'PLAN',
  time: 'SCHEDULED_AT',
  location: 'LOCATION',
  notes: 'NOTES',
};

/** The fields that have a value, as inputs of the service have them; the time needs its zone. */
export function interviewInput(fields: InterviewFields, names: readonly string[] = Object.keys(fields)): Omit<TrackInterviewInput, 'locale'> {
  const {time, timeZone, ...texts} = fields;
  const isSent = (name: string) => names.includes(name);
  const timed = time !== '' && (isSent('time') || isSent('timeZone'));
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([name, value]) => isSent(name) && value.trim() !== '')),
    ...(timed && {scheduledAt: instant(time, timeZone)}),
    ...((timed || isSent('timeZone')) && {timeZone}),
  };
}

/** The changed fields that the user has emptied. */
export const cleared = (changed: Partial<InterviewFields>): InterviewField[] =>
  (Object.keys(clearable) as (keyof InterviewFields)[]).filter((name) => changed[name]?.trim() === '').map((name) => clearable[name]!);

/** The inputs of an interview. What is typed goes into the draft. */
export function interviewInputs(draft: Draft<InterviewFields>, plans: readonly {id: string; title: string}[], typed: () => void): TemplateResult {
  const {company, position, guideId, planId, time, timeZone, location, notes} = draft.fields;
  const text = (name: keyof InterviewFields) => (event: Event) => {
    draft.set(name, (event.target as HTMLInputElement).value);
    typed();
  };
  return html`
    <label>Company <input name="company" maxlength="200" .value=${live(company)} @input=${text('company')} /></label>
    <label>Position
      <input name="position" maxlength="200" ?required=${guideId === '' || draft.saved.position !== ''} .value=${live(position)} @input=${text('position')} /></label>
    <prep-guide-select .chosen=${guideId} @change=${text('guideId')}></prep-guide-select>
    <label>Plan
      <select name="planId" @change=${text('planId')}>
        <option value="">None</option>
        ${plans.map(({id, title}) => html`<option value=${id} .selected=${live(id === planId)}>${title}</option>`)}
      </select></label>
    <label>Time <input type="datetime-local" name="time" .value=${live(time)} @input=${text('time')} /></label>
    <label>Time zone <input name="timeZone" list="zones" required .value=${live(timeZone)} @input=${text('timeZone')} /></label>
    ${zoneList()}
    <label>Place or link <input name="location" maxlength="500" .value=${live(location)} @input=${text('location')} /></label>
    <label>Notes (Markdown) <textarea name="notes" maxlength="20000" .value=${live(notes)} @input=${text('notes')}></textarea></label>
  `;
}
