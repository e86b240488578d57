import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {Query} from '../client/query';
import {GuideChoicesDocument, type GuideChoicesQuery} from '../generated/graphql';
import {Part} from './part';

type Choice = NonNullable<GuideChoicesQuery['roleGuides']>['nodes'][number];

/** Chooses a guide: a field `guideId` of the form around it. Fires `change` like the select that it is. */
@customElement('prep-guide-select')
export class GuideSelect extends Part {
  /** The id of the chosen guide. */
  @property() chosen = '';
  /** Whether the form needs a guide. */
  @property({type: Boolean}) required = false;
  /** A chosen guide that may not be among the first. */
  #other = '';
  readonly #guides = new Query(this, GuideChoicesDocument, () => ({chosen: this.#other ? [this.#other] : []}), 'PUBLIC');

  get #choices(): Map<string, Choice> {
    const {roleGuides, chosen} = this.#guides.data ?? {};
    return new Map([...(roleGuides?.nodes ?? []), ...(chosen?.nodes ?? [])].map((guide) => [guide.id, guide]));
  }

  protected override willUpdate(): void {
    if (this.chosen && !this.#choices.has(this.chosen)) {
      this.#other = this.chosen;
    }
  }

  protected override render(): TemplateResult {
    return html`<label
      >Guide
      <select name="guideId" ?required=${this.required} @change=${(event: Event) => (this.chosen = (event.target as HTMLSelectElement).value)}>
        <option value="">${this.required ? 'Choose…' : 'None'}</option>
        ${[...this.#choices.values()].map(
          ({id, title, resolvedLocale}) => html`<option value=${id} lang=${resolvedLocale ?? nothing} .selected=${id === this.chosen}>${title}</option>`,
        )}
      </select></label
    >`;
  }
}
