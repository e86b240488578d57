import {html, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {Part} from '../ui/part';
import {type Content, mergeContents, starOf, textOf} from './content';
import {differences} from './differences';
import type {Draft, Version} from './draft';
import './text-area';

/** Two versions of an answer of which the user has to make one. */
@customElement('prep-answer-conflict')
export class AnswerConflict extends Part {
  @property({attribute: false}) draft!: Draft;
  @property({attribute: false}) base!: Content;
  @property({attribute: false}) mine!: Content;
  @property({attribute: false}) theirs!: Version;
  /** What the user has made of the proposal. */
  @state() private merged?: string;

  get #proposal(): Content {
    return mergeContents(this.base, this.mine, this.theirs.content).content;
  }

  protected override render(): TemplateResult {
    return html`<section class="card" aria-labelledby="conflict">
      <h3 id="conflict">${this.theirs.id ? 'Saved elsewhere while you typed' : 'Deleted elsewhere while you typed'}</h3>
      ${this.theirs.id ? this.#changed(this.theirs.content) : this.#deleted()}
    </section>`;
  }

  #deleted(): TemplateResult {
    return html`<p>Your text above is not lost: save it again, or let it go.</p>
      <p class="row">
        <button type="button" class="primary" @click=${() => this.#decide(this.mine)}>Save mine again</button>
        <button type="button" @click=${() => this.#decide(this.theirs.content)}>Discard mine</button>
      </p>`;
  }

  #changed(theirs: Content): TemplateResult {
    return html`
      <p>Whichever you choose, both versions are in the history afterwards. Yours is above.</p>
      <h4>The other version</h4>
      <div class="written">${textOf(theirs)}</div>
      <h4>What yours changes in it</h4>
      ${differences(textOf(theirs), textOf(this.mine))}
      <h4>Both merged</h4>
      <p>Where both have changed the same lines, the other ones come first, then yours.</p>
      <prep-text-area label="Merged text" .value=${this.merged ?? textOf(this.#proposal)} @edit=${(event: CustomEvent<string>) => (this.merged = event.detail)}></prep-text-area>
      <p class="row">
        <button type="button" class="primary" @click=${this.#decideMerged}>Save the merged text</button>
        <button type="button" @click=${() => this.#decide(this.mine)}>Keep mine</button>
        <button type="button" @click=${() => this.#decide(theirs)}>Take the other</button>
      </p>
    `;
  }

  readonly #decideMerged = () => {
    const {merged} = this;
    const proposal = this.#proposal;
    if (merged === undefined) {
      this.#decide(proposal);
    } else {
      this.#decide({...proposal, ...(proposal.star ? {star: starOf(merged)} : {body: merged})});
    }
  };

  #decide(content: Content): void {
    void this.draft.decide(content);
  }
}
