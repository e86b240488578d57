import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {PracticeRating, SessionPartsFragment} from '../generated/graphql';
import {Part} from '../ui/part';
import {mistakes, rich} from '../ui/texts';
import {drafts} from './draft';
import {fromNow} from './memory';
import {outbox} from './outbox';
import {ratingButtons} from './ratings';

type Question = SessionPartsFragment['questions'][number];

/** What a finished session was like: each answer beside the advice, to be rated. */
@customElement('prep-session-summary')
export class SessionSummary extends Part {
  @property({attribute: false}) session!: SessionPartsFragment;
  @property() viewer!: string;

  override connectedCallback(): void {
    super.connectedCallback();
    outbox.addEventListener('change', this.#waits);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    outbox.removeEventListener('change', this.#waits);
  }

  protected override render(): TemplateResult {
    const {questions, total, inTime, late, unanswered} = this.session;
    outbox.open(this.viewer);
    return html`
      <h2>Summary</h2>
      ${mistakes(outbox.problems)}
      <p>${inTime} of ${total} answered in time, ${late} late, ${unanswered} not answered.</p>
      <div class="stack">${questions.map((question) => this.#question(question))}</div>
    `;
  }

  #question({position, question, body, bodyRich, answeredLate}: Question): TemplateResult {
    const draft = drafts.get(this.session.id, position);
    return html`<article class="card">
      <h3 lang=${question.resolvedLocale}>${position}. ${question.prompt}</h3>
      <p class="note">${body === null ? 'Not answered' : answeredLate ? 'Answered late' : 'Answered in time'}</p>
      ${rich(bodyRich)} ${draft ? html`<p>Typed here, and not saved in the session:</p><blockquote>${draft.text}</blockquote>` : nothing}
      <details><summary>How to answer</summary>${rich(question.howToAnswerRich)}</details>
      ${this.#rating(question)}
    </article>`;
  }

  #rating({id, myCard}: Question['question']): TemplateResult {
    if (outbox.ratings.some(({questionId}) => questionId === id)) {
      return html`<p role="status">Rated here, and sent when the service can be reached.</p>`;
    }
    return myCard?.practisedAt && myCard.practisedAt > this.session.startedAt
      ? html`<p role="status">Rated: due again ${fromNow(myCard.dueAt)}.</p>`
      : ratingButtons((rating: PracticeRating) => outbox.add(id, rating), false);
  }

  readonly #waits = () => this.requestUpdate();
}
