import {html, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {Query} from '../client/query';
import {GuidesDocument, type RoleGuideFilterInput, type Seniority} from '../generated/graphql';
import {Page} from '../ui/page';
import {failure, waiting, words} from '../ui/texts';

@customElement('prep-guide-list')
export class GuideList extends Page {
  @state() private filter: RoleGuideFilterInput = {};
  readonly #guides = new Query(this, GuidesDocument, () => ({filter: this.filter}));

  protected override render(): TemplateResult {
    return html`
      <h1>Interview guides</h1>
      <p>What to expect, how to answer, and what a good candidate looks like. Log in to keep your own answers and to plan up to the day.</p>
      <form role="search" class="filters" @submit=${(event: Event) => event.preventDefault()}>
        <label>Search <input type="search" maxlength="200" @input=${this.#search} /></label>
        ${this.#facets()}
      </form>
      ${failure(this.#guides.error)} ${this.#list()}
    `;
  }

  readonly #search = (event: Event) => {
    const text = (event.target as HTMLInputElement).value.trim();
    const {text: _, ...others} = this.filter;
    this.filter = text ? {...others, text} : others;
  };

  #facets(): TemplateResult {
    const {families = [], roleGuides} = this.#guides.data ?? {};
    const names = new Map((families ?? []).map(({slug, name}) => [slug, name]));
    const facets = roleGuides?.facets;
    return html`
      ${this.#facet('Family', facets?.families ?? [], (slug) => names.get(slug) ?? slug, (families) => ({families}))}
      ${this.#facet('Seniority', facets?.seniorities ?? [], words, (seniorities) => ({seniorities: seniorities as Seniority[]}))}
    `;
  }

  #facet(
    title: string,
    values: readonly {value: string; count: number}[],
    name: (value: string) => string,
    filter: (values: string[]) => RoleGuideFilterInput,
  ): TemplateResult {
    const [key] = Object.keys(filter([])) as ['families' | 'seniorities'];
    const choose = (event: Event) => {
      const {value} = event.target as HTMLSelectElement;
      const {[key]: _, ...others} = this.filter;
      this.filter = value ? {...others, ...filter([value])} : others;
    };
    const chosen = this.filter[key]?.[0];
    return html`<label
      >${title}
      <select @change=${choose}>
        <option value="">All</option>
        ${values.map(({value, count}) => html`<option value=${value} ?selected=${value === chosen}>${name(value)} (${count})</option>`)}
      </select></label
    >`;
  }

  #list(): TemplateResult {
    const guides = this.#guides.data?.roleGuides;
    if (!guides) {
      return this.#guides.error ? html`` : waiting;
    }
    return html`
      <p role="status">${guides.totalCount === 1 ? '1 guide' : `${guides.totalCount} guides`}</p>
      <ul class="cards">
        ${guides.nodes.map(
          (guide) => html`<li class="card">
            <h2 lang=${guide.resolvedLocale}><a href="/guides/${guide.slug}">${guide.title}</a></h2>
            <p lang=${guide.summaryLocale ?? guide.resolvedLocale}>${guide.summary}</p>
            <p class="note">${words(guide.seniority)}</p>
          </li>`,
        )}
      </ul>
    `;
  }
}
