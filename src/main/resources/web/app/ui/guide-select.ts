import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {Query} from '../client/query';
import {GuideChoicesDocument} from '../generated/graphql';
import {Part} from './part';

/** Chooses a guide: a field `guideId` of the form around it. Fires `change` like the select that it is. */
@customElement('prep-guide-select')
export class GuideSelect extends Part {
  /** The id of the chosen guide. */
  @property() chosen = '';
  /** Whether the form needs a guide. */
  @property({type: Boolean}) required = false;
  readonly #guides = new Query(this, GuideChoicesDocument, () => ({chosen: this.chosen ? [this.chosen] : []}), 'PUBLIC');

  protected override render(): TemplateResult {
    const {roleGuides, chosen} = this.#guides.data ?? {};
    const guides = new Map([...(roleGuides?.nodes ?? []), ...(chosen?.nodes ?? [])].map((guide) => [guide.id, guide]));
    return html`<label
      >Guide
      <select name="guideId" ?required=${this.required} @change=${(event: Event) => (this.chosen = (event.target as HTMLSelectElement).value)}>
        <option value="">${this.required ? 'Choose…' : 'None'}</option>
        ${[...guides.values()].map(
          ({id, title, resolvedLocale}) => html`<option value=${id} lang=${resolvedLocale ?? nothing} .selected=${id === this.chosen}>${title}</option>`,
        )}
      </select></label
    >`;
  }
}
