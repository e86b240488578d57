import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {Query} from '../client/query';
import {GuidesDocument} from '../generated/graphql';
import {Page} from '../ui/page';
import {failure, waiting, words} from '../ui/texts';
import {type Facet, type Filter, guideFilter, parseFilter, show} from './filter';
import './search-hits';

/** How long to wait for the next letter, in milliseconds. */
const PAUSE = 250;

/** All guides, by words and facets. */
@customElement('prep-guide-list')
export class GuideList extends Page {
  /** The query of the address. */
  @property() search = '';
  #filter: Filter = parseFilter('');
  #typing?: ReturnType<typeof setTimeout>;
  readonly #guides = new Query(this, GuidesDocument, () => ({filter: guideFilter(this.#filter)}), 'PUBLIC');

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('search')) {
      this.#filter = parseFilter(this.search);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopTyping();
  }

  protected override updated(): void {
    super.updated();
    // Not while the user types, or has typed a space.
    if (this.#typing === undefined && this.#input.value.trim() !== this.#filter.text) {
      this.#input.value = this.#filter.text;
    }
  }

  get #input(): HTMLInputElement {
    return this.querySelector('[name=q]')!;
  }

  protected override render(): TemplateResult {
    const {text, families, kinds} = this.#filter;
    return html`
      <h1>Interview guides</h1>
      <p>What to expect, how to answer, and what a good candidate looks like. Log in to keep your own answers and to plan up to the day.</p>
      <form role="search" @submit=${this.#submit}>
        <label>Search <input type="search" name="q" maxlength="200" @input=${this.#type} /></label>
        <div class="filters">${this.#facets()}</div>
      </form>
      ${failure(this.#guides.error)} ${this.#list()}
      ${text
        ? html`<prep-search-hits
            .text=${text}
            .families=${families}
            .kinds=${kinds}
            @kinds=${({detail}: CustomEvent<Filter['kinds']>) => this.#show({kinds: detail})}
          ></prep-search-hits>`
        : nothing}
    `;
  }

  #show(change: Partial<Filter>): void {
    this.#stopTyping();
    show({...this.#filter, text: this.#input.value.trim(), ...change}, this.#filter);
  }

  #stopTyping(): void {
    clearTimeout(this.#typing);
    this.#typing = undefined;
  }

  readonly #type = () => {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#show({}), PAUSE);
  };

  readonly #submit = (event: Event) => {
    event.preventDefault();
    this.#show({});
  };

  #facets(): TemplateResult {
    const {families, roleGuides} = this.#guides.data ?? {};
    const names = new Map((families ?? []).map((family) => [family.slug, family]));
    const family = (slug: string) => html`<span lang=${names.get(slug)?.resolvedLocale ?? nothing}>${names.get(slug)?.name ?? slug}</span>`;
    return html`${this.#facet('Family', 'families', roleGuides?.facets.families ?? [], family)}
    ${this.#facet('Seniority', 'seniorities', roleGuides?.facets.seniorities ?? [], words)}`;
  }

  #facet(
    title: string,
    facet: Facet,
    found: readonly {value: string; count: number}[],
    name: (value: string) => unknown,
  ): TemplateResult {
    const chosen: readonly string[] = this.#filter[facet];
    // What is chosen stays, so that it can be given up where it finds nothing.
    const missing = chosen.filter((value) => found.every((other) => other.value !== value));
    const values = [...found, ...missing.map((value) => ({value, count: 0}))];
    const choose = (value: string, {checked}: HTMLInputElement) =>
      this.#show({[facet]: checked ? [...chosen, value] : chosen.filter((other) => other !== value)});
    return html`<fieldset>
      <legend>${title}</legend>
      ${values.map(
        ({value, count}) => html`<label
          ><input
            type="checkbox"
            .checked=${chosen.includes(value)}
            @change=${(event: Event) => choose(value, event.target as HTMLInputElement)}
          />${name(value)} (${count})</label
        >`,
      )}
    </fieldset>`;
  }

  #list(): TemplateResult | typeof nothing {
    const guides = this.#guides.data?.roleGuides;
    if (!guides) {
      return this.#guides.error ? nothing : waiting;
    }
    return html`
      <p role="status">${guides.totalCount === 1 ? '1 guide' : `${guides.totalCount} guides`}</p>
      <ul class="cards">
        ${guides.nodes.map(
          (guide) => html`<li class="card">
            <h2 lang=${guide.resolvedLocale}><a href="/guides/${guide.slug}">${guide.title}</a></h2>
            <p lang=${guide.summaryLocale ?? nothing}>${guide.summary}</p>
            <p class="note">${words(guide.seniority)}</p>
          </li>`,
        )}
      </ul>
      ${guides.pageInfo.hasNextPage ? html`<button type="button" @click=${this.#more}>More guides</button>` : nothing}
    `;
  }

  readonly #more = () => this.#guides.more((data) => data.roleGuides, (after) => ({after}));
}
