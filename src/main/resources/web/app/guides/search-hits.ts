import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {Query} from '../client/query';
import {SearchDocument, type SearchKind, type SearchQuery} from '../generated/graphql';
import {Part} from '../ui/part';
import {failure, rich, waiting, words} from '../ui/texts';

type Hit = NonNullable<SearchQuery['search']>['nodes'][number];
type Found = Hit['result'];
type Question = Extract<Found, {__typename: 'Question'}>;
type Criterion = Extract<Found, {__typename: 'Criterion'}>;

/** Of how many of a question's guides there are links. */
const MAX_GUIDES = 3;

const KINDS: readonly SearchKind[] = ['GUIDE', 'QUESTION', 'CRITERION'];

/** What the service's search finds: passages of guides with their FAQs, questions, and criteria. Fires `kinds` with those to find. */
@customElement('prep-search-hits')
export class SearchHits extends Part {
  @property() text = '';
  @property({attribute: false}) families: string[] = [];
  @property({attribute: false}) kinds: SearchKind[] = [];
  readonly #hits = new Query(
    this,
    SearchDocument,
    () => ({
      text: this.text,
      ...(this.families.length > 0 && {families: this.families}),
      ...(this.kinds.length > 0 && {kinds: this.kinds}),
    }),
    'PUBLIC',
  );

  protected override render(): TemplateResult {
    const search = this.#hits.data?.search;
    const found = search
      ? html`${this.#choice(search.facets.kinds)}
          <p role="status">${search.totalCount === 1 ? '1 passage' : `${search.totalCount} passages`}</p>
          <ol class="hits">
            ${search.nodes.map((hit) => this.#hit(hit))}
          </ol>
          ${search.pageInfo.hasNextPage ? html`<button type="button" @click=${this.#more}>More passages</button>` : nothing}`
      : this.#hits.error
        ? nothing
        : waiting;
    return html`<section aria-labelledby="passages">
      <h2 id="passages">Found in guides, questions and criteria</h2>
      ${failure(this.#hits.error)} ${found}
    </section>`;
  }

  readonly #more = () => this.#hits.more((data) => data.search, (after) => ({after}));

  #choice(counts: readonly {value: string; count: number}[]): TemplateResult {
    const choose = (event: Event) => {
      const {value} = event.target as HTMLSelectElement;
      this.dispatchEvent(new CustomEvent('kinds', {detail: value ? [value] : []}));
    };
    const count = (kind: string) => counts.find(({value}) => value === kind)?.count ?? 0;
    return html`<label
      >Kind
      <select @change=${choose}>
        <option value="">All</option>
        ${KINDS.map(
          (kind) => html`<option value=${kind} .selected=${this.kinds.includes(kind)}>${words(kind)} (${count(kind)})</option>`,
        )}
      </select></label
    >`;
  }

  #hit({excerpt, resolvedLocale, result}: Hit): TemplateResult {
    const passage = html`<p lang=${resolvedLocale}>${marked(excerpt)}</p>`;
    return html`<li class="card">${this.#found(result, passage)}</li>`;
  }

  #found(found: Found, passage: TemplateResult): TemplateResult {
    switch (found.__typename) {
      case 'RoleGuide':
        return html`<h3 lang=${found.resolvedLocale}><a href="/guides/${found.slug}">${found.title}</a></h3>
          <p class="note">Guide</p>
          ${passage}`;
      case 'Question':
        return html`<h3 lang=${found.resolvedLocale}>${this.#question(found)}</h3>
          <p class="note">Question</p>
          ${passage} ${this.#otherGuides(found)}`;
      case 'Criterion':
        return html`<h3 lang=${found.resolvedLocale}>${found.name}</h3>
          <p class="note">Criterion of good candidates</p>
          ${passage} ${levels(found)}`;
    }
  }

  /** Guides of the chosen families first. */
  #guides({guides}: Question): Question['guides'] {
    const isChosen = ({family}: Question['guides'][number]) => this.families.includes(family.slug);
    return [...guides].sort((one, other) => Number(isChosen(other)) - Number(isChosen(one)));
  }

  #question(question: Question): TemplateResult | string {
    const [guide] = this.#guides(question);
    return guide ? html`<a href="/guides/${guide.slug}#${question.slug}">${question.prompt}</a>` : question.prompt;
  }

  #otherGuides(question: Question): TemplateResult {
    const guides = this.#guides(question);
    const links = guides
      .slice(0, MAX_GUIDES)
      .map((guide) => html`<li><a href="/guides/${guide.slug}#${question.slug}" lang=${guide.resolvedLocale}>${guide.title}</a></li>`);
    const rest = guides.length - links.length;
    return html`<ul class="links" aria-label="Guides with the question">
      ${links} ${rest > 0 ? html`<li>and ${rest} more</li>` : nothing}
    </ul>`;
  }
}

/** The scale of a criterion, from good to poor. */
function levels(criterion: Criterion): TemplateResult {
  return html`<details>
    <summary>What it means</summary>
    ${rich(criterion.descriptionRich)}
    <dl>
      ${criterion.levels.toReversed().map(
        (level) => html`<dt lang=${level.resolvedLocale}>${level.score}: ${level.label}</dt>
          <dd>${rich(level.descriptorRich)}</dd>`,
      )}
    </dl>
  </details>`;
}

/** An excerpt has the matched words between double asterisks. */
const marked = (excerpt: string) => excerpt.split('**').map((part, i) => (i % 2 ? html`<mark>${part}</mark>` : part));
