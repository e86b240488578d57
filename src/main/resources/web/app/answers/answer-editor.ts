import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {Part} from '../ui/part';
import {mistakes} from '../ui/texts';
import './answer-conflict';
import {type Content, partName, type Part as StarPart, PARTS, starOf, textOf} from './content';
import type {Draft, Failure, State, Version} from './draft';
import type {TextArea} from './text-area';
import './text-area';

const HELP: Record<StarPart, string> = {
  situation: 'place, time, circumstances',
  task: 'the goal, and your part in it',
  action: 'what you did yourself',
  result: 'the outcome, with figures where you can',
};

/** The user's text of an answer, saved while it is written. */
@customElement('prep-answer-editor')
export class AnswerEditor extends Part {
  @property({attribute: false}) draft!: Draft;
  @property({attribute: false}) base!: Version;
  @property({attribute: false}) content!: Content;
  @property({attribute: false}) theirs?: Version;
  @property({attribute: false}) mistakes: readonly {message: string}[] = [];
  @property({attribute: false}) failure?: Failure;
  @property({attribute: false}) state!: State;
  /** Whether the question asks for STAR. */
  @property({attribute: false}) suggestsStar = false;
  /** Chosen form of an answer without text. */
  @state() private star?: boolean;

  protected override render(): TemplateResult {
    if (this.state === 'READING' || (this.failure && !this.draft.known)) {
      return html`<p role="status">${this.failure ? this.failure.message : 'Loading your answer…'}</p>`;
    }
    return html`
      <section aria-labelledby="own" @focusout=${() => void this.draft.flush()}>
        <h2 id="own">Your answer</h2>
        ${this.base.stale ? this.#stale() : nothing} ${this.#form()} ${this.#texts()}
        <label><input type="checkbox" .checked=${this.content.status === 'READY'} @change=${this.#mark} /> Ready for the interview</label>
        ${this.#state()} ${mistakes(this.mistakes)}
        ${this.theirs
          ? html`<prep-answer-conflict .draft=${this.draft} .base=${this.base.content} .mine=${this.content} .theirs=${this.theirs}></prep-answer-conflict>`
          : nothing}
      </section>
    `;
  }

  /** Goes on where the user writes, when what had the focus is gone. */
  protected override updated(changed: PropertyValues<this>): void {
    const decided = changed.get('theirs') && !this.theirs;
    const deleted = changed.get('base')?.id && !this.base.id;
    if ((decided || deleted) && document.activeElement === document.body) {
      this.querySelector<TextArea>('prep-text-area')?.focus();
    }
  }

  get #isStar(): boolean {
    return this.content.star !== null || (this.content.body === '' && (this.star ?? this.suggestsStar));
  }

  #stale(): TemplateResult {
    return html`<div class="alert">
      <p>The question has changed since you saved this answer. Read it again, then change your answer, or confirm that it still fits.</p>
      <button type="button" @click=${() => void this.draft.confirm()}>It still fits</button>
    </div>`;
  }

  #form(): TemplateResult {
    const choose = (event: Event) => {
      this.star = (event.target as HTMLSelectElement).value === 'star';
      const text = textOf(this.content);
      if (text !== '') {
        this.#edit(this.star ? {body: '', star: starOf(text)} : {body: text, star: null});
      }
    };
    return html`<label
      >Form
      <select @change=${choose}>
        <option value="free" .selected=${!this.#isStar}>Free text</option>
        <option value="star" .selected=${this.#isStar}>STAR: situation, task, action, result</option>
      </select></label
    >`;
  }

  #texts(): TemplateResult {
    const {star, body} = this.content;
    if (!this.#isStar) {
      return html`<prep-text-area label="Answer (Markdown)" .value=${body} @edit=${(event: CustomEvent<string>) => this.#edit({body: event.detail})}></prep-text-area>`;
    }
    const parts = star ?? starOf('');
    return html`${PARTS.map(
      (part) =>
        html`<prep-text-area
          class="part"
          label="${partName(part)}: ${HELP[part]}"
          .value=${parts[part]}
          @edit=${(event: CustomEvent<string>) => this.#edit({body: '', star: {...parts, [part]: event.detail}})}
        ></prep-text-area>`,
    )}`;
  }

  #state(): TemplateResult {
    const retry = this.state === 'OFFLINE' || this.state === 'FAILED';
    return html`<p class="row">
      <span role="status" class="state ${this.state.toLowerCase()}">${this.#words()}</span>
      ${retry ? html`<button type="button" @click=${() => void this.draft.flush()}>Try again</button>` : nothing}
    </p>`;
  }

  #words(): string {
    const kept = this.draft.changed ? ', kept on this device' : '';
    switch (this.state) {
      case 'SAVED':
        return 'Saved';
      case 'SAVING':
        return 'Saving…';
      case 'OFFLINE':
        return `Offline${kept}`;
      case 'FAILED':
        return `Not saved${kept}: ${this.failure?.message}`;
      case 'CONFLICT':
        return 'Conflict: this answer was changed elsewhere while you typed. Choose below.';
      case 'REJECTED':
        return `Not saved${kept}`;
      default:
        return 'Nothing saved yet';
    }
  }

  readonly #mark = (event: Event) => {
    this.#edit({status: (event.target as HTMLInputElement).checked ? 'READY' : 'DRAFT'});
    void this.draft.flush();
  };

  #edit(change: Partial<Content>): void {
    this.draft.edit({...this.content, ...change});
  }
}
