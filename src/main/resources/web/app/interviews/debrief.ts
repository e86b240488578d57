import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import type {Mutations} from '../client/mutations';
import {SaveDebriefDocument, type SaveInterviewDebriefInput} from '../generated/graphql';
import {conflicts, Draft} from '../ui/drafts';
import {Part} from '../ui/part';
import {time} from '../ui/texts';
import type {Interview} from './interview-page';

interface Asked {
  questionId: string;
  text: string;
  rating: number;
  notes: string;
}

interface Gap {
  /** A question or a criterion. */
  id: string;
  note: string;
}

interface Fields {
  asked: Asked[];
  gaps: Gap[];
  notes: string;
}

interface Choice {
  id: string;
  name: string;
  locale: string;
}

const ratings = ['', 'poor', 'weak', 'fair', 'good', 'excellent'];

/** What was asked in an interview, how it went, and what to improve. */
@customElement('prep-debrief')
export class Debrief extends Part {
  @property({attribute: false}) interview!: Interview;
  /** The interview as it was read last, which may not be shown yet. */
  @property({attribute: false}) newest!: () => Interview;
  @property({attribute: false}) changes!: Mutations;
  #draft!: Draft<Fields>;

  protected override render(): TemplateResult {
    const {debrief} = this.interview;
    this.#draft = draftOf(this.interview);
    const {asked, gaps, notes} = this.#draft.fields;
    return html`<form class="fields" @submit=${this.#save}>
      ${debrief ? html`<p class="note">Saved on ${time(debrief.savedAt)}.</p>` : nothing}
      <h3>What was asked</h3>
      ${asked.map((entry, index) => this.#asked(entry, index))}
      <button type="button" @click=${() => this.#set('asked', [...asked, {questionId: '', text: '', rating: 3, notes: ''}])}>Add a question</button>
      <h3>What to improve</h3>
      ${gaps.map((gap, index) => this.#gap(gap, index))}
      <button type="button" @click=${() => this.#set('gaps', [...gaps, {id: '', note: ''}])}>Add a gap</button>
      <h3>How it went</h3>
      <label>Notes (Markdown)
        <textarea maxlength="20000" .value=${live(notes)} @input=${(event: Event) => this.#set('notes', (event.target as HTMLTextAreaElement).value)}></textarea></label>
      ${conflicts(this.#draft, {asked: 'What was asked', gaps: 'What to improve', notes: 'Notes'}, () => this.requestUpdate())}
      <p class="row"><button class="primary">Save the debrief</button> ${this.#draft.dirty ? 'Not saved yet.' : nothing}</p>
    </form>`;
  }

  #set<Name extends keyof Fields>(name: Name, value: Fields[Name]): void {
    this.#draft.set(name, value);
    this.requestUpdate();
  }

  /** Handles an input of the entry at an index. */
  #edit<Name extends 'asked' | 'gaps'>(name: Name, index: number, change: (value: string) => Partial<Fields[Name][number]>) {
    return (event: Event) => {
      const entries = this.#draft.fields[name].map((entry, at) => (at === index ? {...entry, ...change((event.target as HTMLInputElement).value)} : entry));
      this.#set(name, entries as Fields[Name]);
    };
  }

  #remove(name: 'asked' | 'gaps', index: number): void {
    this.#set(name, this.#draft.fields[name].filter((_, at) => at !== index) as Fields[typeof name]);
  }

  #asked({questionId, text, rating, notes}: Asked, index: number): TemplateResult {
    return html`<fieldset class="fields">
      <legend>Question ${index + 1}</legend>
      <label>Question of the guide
        ${select(questions(this.interview), questionId, 'Another question', false, this.#edit('asked', index, (value) => ({questionId: value})))}</label>
      <label>As it was asked
        <input maxlength="2000" ?required=${questionId === ''} .value=${live(text)} @input=${this.#edit('asked', index, (value) => ({text: value}))} /></label>
      <label>Your answer was
        <select @change=${this.#edit('asked', index, (value) => ({rating: Number(value)}))}>
          ${[1, 2, 3, 4, 5].map((value) => html`<option value=${value} .selected=${live(value === rating)}>${value}, ${ratings[value]}</option>`)}
        </select></label>
      <label>Notes (Markdown)
        <textarea maxlength="5000" .value=${live(notes)} @input=${this.#edit('asked', index, (value) => ({notes: value}))}></textarea></label>
      <button type="button" aria-label="Remove question ${index + 1}" @click=${() => this.#remove('asked', index)}>Remove</button>
    </fieldset>`;
  }

  #gap({id, note}: Gap, index: number): TemplateResult {
    const choices = [...criteria(this.interview), ...questions(this.interview)];
    return html`<fieldset class="fields">
      <legend>Gap ${index + 1}</legend>
      <label>Criterion or question ${select(choices, id, 'Choose…', true, this.#edit('gaps', index, (value) => ({id: value})))}</label>
      <label>Note (Markdown)
        <textarea maxlength="2000" .value=${live(note)} @input=${this.#edit('gaps', index, (value) => ({note: value}))}></textarea></label>
      <button type="button" aria-label="Remove gap ${index + 1}" @click=${() => this.#remove('gaps', index)}>Remove</button>
    </fieldset>`;
  }

  readonly #save = async (event: Event) => {
    event.preventDefault();
    const draft = this.#draft;
    const seen = draft.saved;
    if (await this.changes.send(SaveDebriefDocument, () => ({input: input(this.newest(), seen)}), 'Debrief saved.')) {
      draft.release();
      this.requestUpdate();
    }
  };
}

export const debriefName = (interviewId: string): string => `debrief ${interviewId}`;

const draftOf = ({id, debrief}: Interview): Draft<Fields> => Draft.over(debriefName(id), saved(debrief));

/** The whole debrief: what the user has typed, and what other devices have saved in the other fields. */
function input(interview: Interview, seen: Fields): SaveInterviewDebriefInput {
  const draft = draftOf(interview);
  draft.send(seen);
  const {asked, gaps, notes} = draft.fields;
  const isCriterion = new Set(criteria(interview).map(({id}) => id));
  return {
    interviewId: interview.id,
    expectedVersion: interview.version,
    notes: notes || null,
    askedQuestions: asked.map((entry) => ({
      questionId: entry.questionId || null,
      text: entry.text || null,
      rating: entry.rating,
      notes: entry.notes || null,
    })),
    gaps: gaps.map(({id, note}) => ({[isCriterion.has(id) ? 'criterionId' : 'questionId']: id, note: note || null})),
  };
}

function select(choices: Choice[], chosen: string, none: string, required: boolean, change: (event: Event) => void): TemplateResult {
  return html`<select ?required=${required} @change=${change}>
    <option value="">${none}</option>
    ${choices.map(({id, name, locale}) => html`<option value=${id} lang=${locale} .selected=${live(id === chosen)}>${name}</option>`)}
  </select>`;
}

function saved(debrief: Interview['debrief']): Fields {
  return {
    asked: (debrief?.askedQuestions ?? []).map(({question, text, rating, notes}) => ({
      questionId: question?.id ?? '',
      text: text ?? '',
      rating,
      notes: notes ?? '',
    })),
    // A gap whose criterion was withdrawn has nothing to choose any more.
    gaps: (debrief?.gaps ?? []).map(({question, criterion, note}) => ({id: question?.id ?? criterion?.id ?? '', note: note ?? ''})),
    notes: debrief?.notes ?? '',
  };
}

const unique = (choices: Choice[]): Choice[] => [...new Map(choices.map((choice) => [choice.id, choice])).values()];

/** Those of the guide, and those of the debrief, whose guide may have been another. */
function questions({guide, debrief}: Interview): Choice[] {
  const named = [...(debrief?.askedQuestions ?? []), ...(debrief?.gaps ?? [])].map(({question}) => question).filter((question) => question !== null);
  return unique([...(guide?.questions?.nodes ?? []), ...named].map(({id, prompt, resolvedLocale}) => ({id, name: prompt, locale: resolvedLocale})));
}

function criteria({guide, debrief}: Interview): Choice[] {
  const named = (debrief?.gaps ?? []).map(({criterion}) => criterion).filter((criterion) => criterion !== null);
  const all = [...(guide?.roleCriteria ?? []).map(({criterion}) => criterion), ...named];
  return unique(all.map(({id, name, resolvedLocale}) => ({id, name, locale: resolvedLocale})));
}
