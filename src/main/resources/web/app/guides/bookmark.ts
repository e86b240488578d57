import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {Mutations} from '../client/mutations';
import {SetBookmarkDocument} from '../generated/graphql';
import {Part} from '../ui/part';
import {mistakes} from '../ui/texts';

/** The switch of a bookmark. */
@customElement('prep-bookmark')
export class Bookmark extends Part {
  /** The id of the guide or question. */
  @property() target = '';
  @property({type: Boolean}) set = false;
  /** The id of what names the target. */
  @property() describedby?: string;
  readonly #changes = new Mutations(this, async () => {});
  /** As the service has it, while a change has no response. */
  #saved = false;

  protected override render(): TemplateResult {
    return html`<button
        type="button"
        aria-pressed=${this.set}
        aria-describedby=${this.describedby ?? nothing}
        @click=${this.#toggle}
      >
        <span aria-hidden="true">${this.set ? '★' : '☆'}</span> Bookmark</button
      >${this.#changes.waiting ? html`<span role="status" class="note">Not saved yet; leave this page open.</span>` : nothing}
      ${mistakes(this.#changes.errors)}`;
  }

  readonly #toggle = async () => {
    if (this.#changes.pending === 0) {
      this.#saved = this.set;
    }
    const bookmarked = (this.set = !this.set);
    const payload = await this.#changes.send(SetBookmarkDocument, () => ({input: {id: this.target, bookmarked}}));
    if (payload) {
      this.#saved = payload.bookmark !== null;
    }
    if (this.#changes.pending === 0) {
      this.set = this.#saved;
    }
  };
}
