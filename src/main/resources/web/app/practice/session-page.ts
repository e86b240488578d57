import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import {Mutations} from '../client/mutations';
import {Query} from '../client/query';
import {
  DeletePracticeSessionDocument,
  FinishPracticeSessionDocument,
  SessionPageDocument,
  type SessionPartsFragment,
} from '../generated/graphql';
import {navigate} from '../router';
import {Page} from '../ui/page';
import {failure, loading, outcome, rich} from '../ui/texts';
import './countdown';
import {drafts} from './draft';
import type {SessionAnswer} from './session-answer';
import './session-answer';
import './session-summary';

/** A timed session. What runs is the service's clock, so that a reload or another device finds the session as it is. */
@customElement('prep-practice-session')
export class PracticeSession extends Page {
  @property({attribute: 'session-id'}) sessionId = '';
  /** Chosen by the user; at first, that of a question with something to save, or without an answer. */
  @state() private position?: number;
  @state() private clockShown = true;
  readonly #page = new Query(this, SessionPageDocument, () => ({id: this.sessionId}), ['PRACTICE']);
  readonly #changes = new Mutations(this, () => this.#page.read());
  #ahead = 0;
  #read?: SessionPartsFragment;

  get #session(): SessionPartsFragment | undefined {
    const node = this.#page.data?.node;
    return node && 'questions' in node ? (node as SessionPartsFragment) : undefined;
  }

  protected override willUpdate(): void {
    const session = this.#session;
    if (session && session !== this.#read) {
      this.#ahead = Date.parse(session.serverTime) - Date.now();
      this.#read = session;
      const {id, questions} = session;
      const start = questions.find(({position}) => drafts.get(id, position)) ?? questions.find(({body}) => body === null) ?? questions[0];
      this.position ??= start?.position;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const session = this.#session;
    if (!session) {
      return this.#page.data
        ? html`<h1>Not found</h1><p>There is no such session. <a href="/practice">Practice</a></p>`
        : loading(this.#page);
    }
    return html`
      <p><a href="/practice">Practice</a></p>
      <h1>Timed session</h1>
      <p lang=${session.guide?.resolvedLocale ?? nothing}>${session.guide?.title}</p>
      ${failure(this.#page.error)}
      ${session.finishedAt
        ? html`<prep-session-summary .session=${session} .viewer=${this.#page.data?.viewer?.id}></prep-session-summary>`
        : this.#running(session)}
      <div class="row">
        ${session.finishedAt ? nothing : html`<button type="button" @click=${this.#finish}>Finish the session</button>`}
        <button type="button" @click=${this.#delete}>Delete the session</button>
      </div>
      ${outcome(this.#changes)}
    `;
  }

  #running(session: SessionPartsFragment): TemplateResult | typeof nothing {
    const current = session.questions.find(({position}) => position === this.position);
    if (!current) {
      return nothing;
    }
    const {question, deadline, position} = current;
    return html`
      ${this.#positions(session)}
      <h2>Question ${position} of ${session.total}</h2>
      <div class="row">
        ${this.clockShown
          ? keyed(position, html`<prep-countdown .deadline=${deadline} .ahead=${this.#ahead}></prep-countdown>`)
          : nothing}
        <label><input type="checkbox" .checked=${this.clockShown} @change=${() => (this.clockShown = !this.clockShown)} /> Show the clock</label>
      </div>
      <p class="prompt" lang=${question.resolvedLocale}>${question.prompt}</p>
      ${rich(question.exhibitRich)}
      ${keyed(
        position,
        html`<prep-session-answer .sessionId=${session.id} .question=${current} .ahead=${this.#ahead} @outdated=${() => this.#page.read()}></prep-session-answer>`,
      )}
      ${position < session.total
        ? html`<button type="button" class="primary" @click=${() => this.#go(position + 1)}>Next question</button>`
        : nothing}
    `;
  }

  #positions({questions}: SessionPartsFragment): TemplateResult {
    return html`<nav aria-label="Questions of the session">
      ${questions.map(
        ({position, body, answeredLate}) =>
          html`<button type="button" aria-current=${position === this.position ? 'step' : nothing} @click=${() => this.#go(position)}>
            ${position} <span class="note">${body === null ? 'open' : answeredLate ? 'late' : 'in time'}</span>
          </button>`,
      )}
    </nav>`;
  }

  async #go(position: number): Promise<void> {
    this.position = position;
    await this.updateComplete;
    this.querySelector<HTMLElement>('textarea')?.focus();
  }

  readonly #finish = async () => {
    if (await this.#saveAll()) {
      await this.#changes.send(FinishPracticeSessionDocument, () => ({input: {id: this.sessionId}}));
    }
  };

  /** A finished session accepts no answers. The first one that cannot be saved is shown. */
  async #saveAll(): Promise<boolean> {
    const {id, questions} = this.#session!;
    const kept = questions.map(({position}) => position).filter((position) => position !== this.position && drafts.get(id, position));
    for (const position of [this.position!, ...kept]) {
      this.position = position;
      await this.updateComplete;
      const answer = this.querySelector<SessionAnswer>('prep-session-answer');
      await answer?.updateComplete;
      if (!(await answer?.save())) {
        return false;
      }
    }
    return true;
  }

  readonly #delete = async () => {
    const id = this.sessionId;
    if (confirm('Delete the session and its answers?') && (await this.#changes.send(DeletePracticeSessionDocument, () => ({input: {id}})))) {
      drafts.removeAll(id);
      navigate('/practice');
    }
  };
}
