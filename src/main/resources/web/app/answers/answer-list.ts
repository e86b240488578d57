import {html, nothing, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {Query} from '../client/query';
import {AnswerQuestionsDocument, type AnswerQuestionsQuery, AnswersDocument, type AnswersQuery, type SavedAnswerFilterInput, type SavedAnswerOrderInput} from '../generated/graphql';
import {Page} from '../ui/page';
import {failure, time, waiting, words} from '../ui/texts';

type Listed = NonNullable<NonNullable<AnswersQuery['viewer']>['savedAnswers']>;

/** How long to wait for the next letter, in milliseconds. */
const PAUSE = 250;

const ORDERS: Record<string, SavedAnswerOrderInput> = {
  'Last saved first': {field: 'UPDATED_AT', direction: 'DESC'},
  'Longest untouched first': {field: 'UPDATED_AT', direction: 'ASC'},
  'Newest first': {field: 'CREATED_AT', direction: 'DESC'},
};

@customElement('prep-answer-list')
export class AnswerList extends Page {
  @state() private filter: SavedAnswerFilterInput = {};
  @state() private order = Object.keys(ORDERS)[0]!;
  /** The cursors that led to the current page. */
  @state() private cursors: string[] = [];
  @state() private text = '';
  /** What was found for another text than the last one, for which nothing is found yet. */
  #outdated?: AnswerQuestionsQuery;
  #lastText = '';
  #typing?: ReturnType<typeof setTimeout>;
  readonly #questions = new Query(this, AnswerQuestionsDocument, () => (this.text ? {text: this.text} : undefined), 'PUBLIC');
  readonly #answers = new Query(
    this,
    AnswersDocument,
    () =>
      this.#searching
        ? undefined
        : {filter: {...this.filter, questionIds: this.#found}, orderBy: ORDERS[this.order], after: this.cursors.at(-1)},
    ['ANSWER'],
  );

  /** The questions with the searched text; undefined where none is searched. */
  get #found(): string[] | undefined {
    return this.text ? this.#questions.data?.questions?.nodes.map(({id}) => id) : undefined;
  }

  get #searching(): boolean {
    const {data} = this.#questions;
    return this.text !== '' && (!data || data === this.#outdated);
  }

  protected override render(): TemplateResult {
    const answers = this.#searching ? undefined : this.#answers.data?.viewer?.savedAnswers;
    const error = this.#answers.error ?? this.#questions.error;
    return html`
      <h1>Answers</h1>
      <p>What you have written so far. To answer another question, choose it in <a href="/guides">a guide</a>.</p>
      <form role="search" class="filters" @submit=${(event: Event) => event.preventDefault()} @change=${this.#choose}>${this.#filters()}</form>
      ${failure(error)} ${answers ? this.#list(answers) : error ? nothing : waiting}
    `;
  }

  #filters(): TemplateResult {
    return html`
      <label>Question <input type="search" name="text" maxlength="200" @input=${this.#type} /></label>
      <label
        >Status
        <select name="status">
          <option value="">All</option>
          <option value="DRAFT">Draft</option>
          <option value="READY">Ready</option>
        </select></label
      >
      <label
        >Guide
        <select name="guide">
          <option value="">All</option>
          ${this.#answers.data?.roleGuides?.nodes.map((guide) => html`<option value=${guide.slug} lang=${guide.resolvedLocale}>${guide.title}</option>`)}
        </select></label
      >
      <label
        >Order
        <select name="order">
          ${Object.keys(ORDERS).map((name) => html`<option>${name}</option>`)}
        </select></label
      >
      <label><input type="checkbox" name="stale" /> Only where the question has changed since</label>
    `;
  }

  readonly #type = () => {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(this.#choose, PAUSE);
  };

  readonly #choose = () => {
    clearTimeout(this.#typing);
    const chosen = new FormData(this.querySelector('form')!);
    this.text = (chosen.get('text') as string).trim();
    if (this.text && this.text !== this.#lastText) {
      this.#lastText = this.text;
      this.#outdated = this.#questions.data;
    }
    const status = chosen.get('status');
    const guide = chosen.get('guide') as string;
    this.filter = {
      ...(status && {statuses: [status as 'DRAFT' | 'READY']}),
      ...(guide && {guides: [guide]}),
      ...(chosen.has('stale') && {stale: true}),
    };
    this.order = chosen.get('order') as string;
    this.cursors = [];
  };

  #list({totalCount, nodes, pageInfo}: Listed): TemplateResult {
    return html`
      <p role="status">${totalCount === 1 ? '1 answer' : `${totalCount} answers`}</p>
      ${this.text && this.#questions.data?.questions?.pageInfo.hasNextPage
        ? html`<p class="note">More than 100 questions match, of which these are from the first 100. Use more words.</p>`
        : nothing}
      <ul class="cards">
        ${nodes.map((answer) => this.#card(answer))}
      </ul>
      ${this.cursors.length > 0 || pageInfo.hasNextPage
        ? html`<nav class="row" aria-label="Pages">
            <button type="button" ?disabled=${this.cursors.length === 0} @click=${() => (this.cursors = this.cursors.slice(0, -1))}>Previous page</button>
            <span>Page ${this.cursors.length + 1} of ${Math.ceil(totalCount / 20)}</span>
            <button type="button" ?disabled=${!pageInfo.hasNextPage} @click=${() => (this.cursors = [...this.cursors, pageInfo.endCursor!])}>Next page</button>
          </nav>`
        : nothing}
    `;
  }

  #card({question, status, stale, updatedAt}: Listed['nodes'][number]): TemplateResult {
    const [guide] = question.guides;
    return html`<li class="card">
      <h2 lang=${question.resolvedLocale}><a href="/answers/${question.id}">${question.prompt}</a></h2>
      <p class="note">${words(status)}, saved on <time datetime=${updatedAt}>${time(updatedAt)}</time></p>
      ${stale ? html`<p>The question has changed since.</p>` : nothing}
      ${guide ? html`<p class="note">In <a href="/guides/${guide.slug}#${question.slug}" lang=${guide.resolvedLocale}>${guide.title}</a></p>` : nothing}
    </li>`;
  }
}
