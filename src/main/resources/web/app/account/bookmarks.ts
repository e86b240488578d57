import {html, nothing, type TemplateResult} from 'lit';
import {customElement} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {Query} from '../client/query';
import {BookmarksDocument, type BookmarksQuery} from '../generated/graphql';
import '../guides/bookmark';
import {Part} from '../ui/part';
import {failure, waiting, words} from '../ui/texts';

type Bookmarks = NonNullable<NonNullable<BookmarksQuery['viewer']>['bookmarks']>;
type Bookmark = Bookmarks['nodes'][number];

/** The guides and questions that the user has marked, the newest first. */
@customElement('prep-bookmarks')
export class BookmarkList extends Part {
  readonly #bookmarks = new Query(this, BookmarksDocument, () => ({}), ['BOOKMARK']);
  #hadFocus = false;

  protected override willUpdate(): void {
    this.#hadFocus = this.contains(document.activeElement);
  }

  /** The focus stays here when the entry that had it is gone. */
  protected override updated(): void {
    if (this.#hadFocus && !this.contains(document.activeElement)) {
      this.querySelector('h2')!.focus();
    }
  }

  protected override render(): TemplateResult {
    const bookmarks = this.#bookmarks.data?.viewer?.bookmarks;
    return html`<section aria-labelledby="bookmarks">
      <h2 id="bookmarks" tabindex="-1">Bookmarks</h2>
      ${failure(this.#bookmarks.error)} ${bookmarks ? this.#list(bookmarks) : this.#bookmarks.error ? nothing : waiting}
    </section>`;
  }

  #list({nodes, totalCount, pageInfo}: Bookmarks): TemplateResult {
    return html`<p role="status">${totalCount === 0 ? 'None yet: a guide and each of its questions can be bookmarked.' : `${totalCount} in all`}</p>
      <ul class="cards">
        ${repeat(
          nodes,
          ({target}) => target!.id,
          (bookmark) => html`<li class="card">${entry(bookmark)}</li>`,
        )}
      </ul>
      ${pageInfo.hasNextPage ? html`<button type="button" @click=${this.#more}>More bookmarks</button>` : nothing}`;
  }

  readonly #more = () => this.#bookmarks.more((data) => data.viewer?.bookmarks ?? null, (after) => ({after}));
}

function entry({kind, target}: Bookmark): TemplateResult {
  const {id} = target!;
  return html`<p id="bookmark-${id}">${link(target)}</p>
    <p class="note">${words(kind)}</p>
    <prep-bookmark .target=${id} .set=${true} .describedby="bookmark-${id}"></prep-bookmark>`;
}

/** A question that no guide has any more has no page. */
function link(target: Bookmark['target']): TemplateResult | typeof nothing {
  switch (target?.__typename) {
    case 'RoleGuide':
      return html`<a href="/guides/${target.slug}" lang=${target.resolvedLocale}>${target.title}</a>`;
    case 'Question': {
      const [guide] = target.guides;
      return guide
        ? html`<a href="/guides/${guide.slug}#${target.slug}" lang=${target.resolvedLocale}>${target.prompt}</a>`
        : html`<span lang=${target.resolvedLocale}>${target.prompt}</span>`;
    }
    default:
      return nothing;
  }
}
