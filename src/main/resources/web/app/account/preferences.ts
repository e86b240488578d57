import {html, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {request, RequestError} from '../client/request';
import {type AccountQuery, type PreferenceField, UpdatePreferencesDocument, type UpdatePreferencesInput} from '../generated/graphql';
import {Part} from '../ui/part';
import {failure, languageName, mistakes} from '../ui/texts';

const OWN_ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The language and the time zone, which count on every device. */
@customElement('prep-preferences')
export class Preferences extends Part {
  @property({attribute: false}) stored: NonNullable<AccountQuery['viewer']>['preferences'] = null;
  @property({attribute: false}) locales: string[] = [];
  @state() private saved = false;
  @state() private error?: RequestError;
  @state() private errors: readonly {message: string}[] = [];

  protected override render(): TemplateResult {
    const {locale, timeZone} = this.stored ?? {locale: null, timeZone: null};
    const zones = [...new Set([timeZone ?? 'UTC', 'UTC', OWN_ZONE, ...Intl.supportedValuesOf('timeZone')])].sort();
    return html`<section aria-labelledby="preferences">
      <h2 id="preferences">Preferences</h2>
      <form @submit=${this.#save} @input=${() => (this.saved = false)}>
        <p>
          <label
            >Language of the guides and the calendar
            ${choice('locale', 'Not set', [...new Set([...this.locales, ...(locale ? [locale] : [])])], locale, languageName)}</label
          >
        </p>
        <p>
          <label>Time zone of new plans and interviews ${choice('timeZone', 'Not set', zones, timeZone, (zone) => zone)}</label>
        </p>
        <p class="note">This device is in ${OWN_ZONE}.</p>
        ${failure(this.error)} ${mistakes(this.errors)}
        <div class="row">
          <button class="primary">Save preferences</button>
          <span role="status">${this.saved ? 'Saved.' : ''}</span>
        </div>
      </form>
    </section>`;
  }

  readonly #save = async (event: Event) => {
    event.preventDefault();
    const values = new FormData(event.target as HTMLFormElement);
    const locale = values.get('locale') as string;
    const timeZone = values.get('timeZone') as string;
    const clear: PreferenceField[] = [...(locale ? [] : ['LOCALE' as const]), ...(timeZone ? [] : ['TIME_ZONE' as const])];
    const input: UpdatePreferencesInput = {...(locale && {locale}), ...(timeZone && {timeZone}), clear};
    this.error = undefined;
    try {
      const {updatePreferences} = await request(UpdatePreferencesDocument, {input});
      this.errors = updatePreferences.userErrors;
      this.saved = this.errors.length === 0;
    } catch (failure) {
      this.error = failure as RequestError;
    }
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
