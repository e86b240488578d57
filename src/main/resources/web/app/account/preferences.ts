import {html, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {Mutations} from '../client/mutations';
import {type AccountQuery, type PreferenceField, UpdatePreferencesDocument, type UpdatePreferencesInput} from '../generated/graphql';
import {Part} from '../ui/part';
import {languageName, outcome} from '../ui/texts';
import {ownZone} from '../ui/zones';

/** The language and the time zone, which count on every device. */
@customElement('prep-preferences')
export class Preferences extends Part {
  @property({attribute: false}) stored: NonNullable<AccountQuery['viewer']>['preferences'] = null;
  @property({attribute: false}) locales: string[] = [];
  readonly #changes = new Mutations(this, async () => {});

  protected override render(): TemplateResult {
    const {locale, timeZone} = this.stored ?? {locale: null, timeZone: null};
    const zones = [...new Set([timeZone ?? 'UTC', 'UTC', ownZone, ...Intl.supportedValuesOf('timeZone')])].sort();
    return html`<section aria-labelledby="preferences">
      <h2 id="preferences">Preferences</h2>
      <form @submit=${this.#save}>
        <p>
          <label
            >Language of the guides and the calendar
            ${choice('locale', 'Not set', [...new Set([...this.locales, ...(locale ? [locale] : [])])], locale, languageName)}</label
          >
        </p>
        <p>
          <label>Time zone of new plans and interviews ${choice('timeZone', 'Not set', zones, timeZone, (zone) => zone)}</label>
        </p>
        <p class="note">This device is in ${ownZone}.</p>
        <button class="primary">Save preferences</button>
      </form>
      ${outcome(this.#changes)}
    </section>`;
  }

  readonly #save = (event: Event) => {
    event.preventDefault();
    const values = new FormData(event.target as HTMLFormElement);
    const locale = values.get('locale') as string;
    const timeZone = values.get('timeZone') as string;
    const clear: PreferenceField[] = [...(locale ? [] : ['LOCALE' as const]), ...(timeZone ? [] : ['TIME_ZONE' as const])];
    const input: UpdatePreferencesInput = {...(locale && {locale}), ...(timeZone && {timeZone}), clear};
    void this.#changes.send(UpdatePreferencesDocument, () => ({input}), 'Saved.');
  };
}

function choice(
  name: string,
  none: string,
  values: readonly string[],
  chosen: string | null,
  title: (value: string) => string,
): TemplateResult {
  return html`<select name=${name}>
    <option value="" .selected=${chosen === null}>${none}</option>
    ${values.map((value) => html`<option value=${value} .selected=${value === chosen}>${title(value)}</option>`)}
  </select>`;
}
