import {html, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {Weekday} from '../generated/graphql';
import type {Draft} from '../ui/drafts';
import {words} from '../ui/texts';
import {daysBetween, today, zoneList} from '../ui/zones';

/** What a user decides about a plan, as the fields of a form hold it. */
export interface PlanFields {
  title: string;
  interviewOn: string;
  dailyMinutes: string;
  daysOff: string[];
  timeZone: string;
}

export const planFieldNames: Record<keyof PlanFields, string> = {
  title: 'Title',
  interviewOn: 'Interview day',
  dailyMinutes: 'Minutes a day',
  daysOff: 'Days off',
  timeZone: 'Time zone',
};

const weekdays: Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

/** How long until an interview, in days of the plan's zone. */
export function daysLeft({interviewOn, timeZone}: {interviewOn: string; timeZone: string}): string {
  const days = daysBetween(today(timeZone), interviewOn);
  return days < 0 ? 'is over' : days === 0 ? 'is today' : days === 1 ? 'is tomorrow' : `is in ${days} days`;
}

/** The fields as inputs of the service have them. */
export function planInput<Some extends Partial<PlanFields>>(fields: Some) {
  const {dailyMinutes, daysOff, ...texts} = fields;
  return {
    ...texts,
    ...(dailyMinutes !== undefined && {dailyMinutes: Number(dailyMinutes)}),
    ...(daysOff !== undefined && {daysOff: daysOff as Weekday[]}),
  };
}

/** The inputs of a plan. What is typed goes into the draft. */
export function planInputs(draft: Draft<PlanFields>, typed: () => void): TemplateResult {
  const {title, interviewOn, dailyMinutes, daysOff, timeZone} = draft.fields;
  const text = (name: Exclude<keyof PlanFields, 'daysOff'>) => (event: Event) => {
    draft.set(name, (event.target as HTMLInputElement).value);
    typed();
  };
  const off = (weekday: Weekday) => (event: Event) => {
    const {checked} = event.target as HTMLInputElement;
    draft.set('daysOff', weekdays.filter((other) => (other === weekday ? checked : daysOff.includes(other))));
    typed();
  };
  return html`
    <label>Title <input name="title" maxlength="200" .value=${live(title)} @input=${text('title')} /></label>
    <label>Interview day
      <input type="date" name="interviewOn" required min=${today('UTC')} .value=${live(interviewOn)} @input=${text('interviewOn')} /></label>
    <label>Minutes a day
      <input type="number" name="dailyMinutes" required min="5" max="1440" .value=${live(dailyMinutes)} @input=${text('dailyMinutes')} /></label>
    <label>Time zone <input name="timeZone" list="zones" required .value=${live(timeZone)} @input=${text('timeZone')} /></label>
    ${zoneList()}
    <fieldset>
      <legend>Days off</legend>
      ${weekdays.map(
        (weekday) => html`<label class="choice"
          ><input type="checkbox" .checked=${live(daysOff.includes(weekday))} @change=${off(weekday)} /> ${words(weekday)}</label
        > `,
      )}
    </fieldset>
  `;
}
