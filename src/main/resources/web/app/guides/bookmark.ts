import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {request, RequestError} from '../client/request';
import {SetBookmarkDocument} from '../generated/graphql';
import {Part} from '../ui/part';
import {failure, mistakes} from '../ui/texts';

/** The switch of a bookmark. */
@customElement('prep-bookmark')
export class Bookmark extends Part {
  /** The id of the guide or question. */
  @property() target = '';
  @property({type: Boolean}) set = false;
  /** The id of what names the target. */
  @property() describedby?: string;
  @state() private error?: RequestError;
  @state() private errors: readonly {message: string}[] = [];

  protected override render(): TemplateResult {
    return html`<button
        type="button"
        aria-pressed=${this.set}
        aria-describedby=${this.describedby ?? nothing}
        @click=${this.#toggle}
      >
        <span aria-hidden="true">${this.set ? '★' : '☆'}</span> Bookmark</button
      >${failure(this.error)}${mistakes(this.errors)}`;
  }

  readonly #toggle = async () => {
    const before = this.set;
    this.set = !before;
    this.error = undefined;
    try {
      const {setBookmark} = await request(SetBookmarkDocument, {input: {id: this.target, bookmarked: this.set}});
      this.errors = setBookmark.userErrors;
      this.set = setBookmark.bookmark !== null;
    } catch (failure) {
      this.error = failure as RequestError;
      this.set = before;
    }
  };
}
