import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {request, type RequestError} from '../client/request';
import {AnswerPracticeQuestionDocument, type SessionPartsFragment} from '../generated/graphql';
import {Part} from '../ui/part';
import {mistakes} from '../ui/texts';
import {drafts, saveAfter} from './draft';

type Question = SessionPartsFragment['questions'][number];

const SAVE_AFTER = 2_000;
const RETRY_AFTER = 5_000;

/**
 * The answer to a question of a session. It is saved while it is written, because only what is saved in time counts as such. Fires
 * `outdated` when the service has rejected it, which has another state of the session then.
 */
@customElement('prep-session-answer')
export class SessionAnswer extends Part {
  @property({attribute: false}) sessionId!: string;
  /** As the service has it; another device may have changed it. */
  @property({attribute: false}) question!: Question;
  @property({type: Number}) ahead = 0;
  @state() private text = '';
  @state() private message = '';
  @state() private problems: readonly {message: string}[] = [];
  /** What the text is based on. */
  #saved = {version: 0, body: ''};
  #timer?: ReturnType<typeof setTimeout>;
  #end?: ReturnType<typeof setTimeout>;
  #saving?: Promise<boolean>;

  /** An answer that was saved in time cannot change after the deadline. */
  get #locked(): boolean {
    const {body, answeredLate} = this.question;
    return body !== null && !answeredLate && this.#left < 0;
  }

  get #left(): number {
    return Date.parse(this.question.deadline) - Date.now() - this.ahead;
  }

  get #conflict(): boolean {
    return this.question.version > this.#saved.version && this.question.body !== this.text;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#end);
    void this.save();
  }

  protected override firstUpdated(): void {
    this.#end = setTimeout(() => this.requestUpdate(), this.#left + 100);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('question')) {
      return;
    }
    const {version, body, position} = this.question;
    const draft = changed.get('question') === undefined ? drafts.get(this.sessionId, position) : undefined;
    if (draft) {
      this.#saved = draft.saved;
      this.text = draft.text;
      this.#schedule();
    } else if (version >= this.#saved.version && (this.text === this.#saved.body || this.text === body)) {
      this.#saved = {version, body: body ?? ''};
      this.text = body ?? '';
    }
  }

  protected override render(): TemplateResult {
    const locked = this.#locked;
    return html`
      <label class="block"
        >Your answer <textarea maxlength="20000" .value=${this.text} ?readonly=${locked} @input=${this.#input} @blur=${() => this.save()}></textarea></label
      >
      ${locked
        ? html`<p class="note">
            The answer was saved in time and cannot change any more.${this.text === this.#saved.body ? '' : ' What you typed since then is not part of it.'}
          </p>`
        : nothing}
      ${this.#conflict ? this.#choice(locked) : nothing} ${mistakes(this.problems)}
      <p role="status" class="status">${this.message}</p>
    `;
  }

  #choice(locked: boolean): TemplateResult {
    return html`<div class="card" role="alert">
      <h3>Saved on another device</h3>
      <blockquote>${this.question.body}</blockquote>
      <button type="button" @click=${() => this.#take(this.question.body ?? '')}>Take this text</button>
      ${locked ? nothing : html`<button type="button" @click=${() => this.#take(this.text)}>Keep mine</button>`}
    </div>`;
  }

  #take(text: string): void {
    this.#saved = {version: this.question.version, body: this.question.body ?? ''};
    this.text = text;
    this.problems = [];
    void this.save();
  }

  readonly #input = (event: Event) => {
    this.text = (event.target as HTMLTextAreaElement).value;
    this.message = '';
    this.#keep();
    this.#schedule();
  };

  #keep(): void {
    drafts.keep(this.sessionId, this.question.position, {text: this.text, saved: this.#saved});
  }

  #schedule(delay = SAVE_AFTER): void {
    this.#timer ??= setTimeout(() => void this.save(), saveAfter(delay, this.#left));
  }

  /** Saves what is not saved yet; resolves to whether nothing is left that can be saved. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    while (this.#saving) {
      await this.#saving;
    }
    const {text} = this;
    if (text === this.#saved.body || !text.trim()) {
      this.message = text === this.#saved.body ? this.message : 'An empty answer is not saved.';
      drafts.remove(this.sessionId, this.question.position, text);
      return true;
    }
    if (this.#locked) {
      return true;
    }
    return this.#conflict ? false : (this.#saving = this.#send(text).finally(() => (this.#saving = undefined)));
  }

  async #send(body: string): Promise<boolean> {
    const {position} = this.question;
    const input = {sessionId: this.sessionId, position, body, expectedVersion: this.#saved.version};
    try {
      const {practiceSession, userErrors} = (await request(AnswerPracticeQuestionDocument, {input})).answerPracticeQuestion;
      this.problems = userErrors;
      const saved = practiceSession?.questions.find((question) => question.position === position);
      if (saved) {
        this.#saved = {version: saved.version, body};
        this.question = saved;
        this.message = saved.answeredLate ? 'Saved, late.' : 'Saved in time.';
        drafts.remove(this.sessionId, position, body);
        if (this.isConnected && this.text !== body) {
          this.#keep();
        }
      } else {
        this.dispatchEvent(new Event('outdated'));
      }
    } catch (failure) {
      this.problems = [failure as RequestError];
      this.#retry(failure as RequestError);
    }
    return this.text === this.#saved.body;
  }

  /** Not from an element that is gone: the next one of the question goes on with what is kept. */
  #retry({code, retryAfter}: RequestError): void {
    if (this.isConnected && (code === 'OFFLINE' || retryAfter !== undefined)) {
      this.#schedule(retryAfter === undefined ? RETRY_AFTER : retryAfter * 1_000);
    }
  }
}
