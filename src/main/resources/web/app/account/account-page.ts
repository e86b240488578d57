import {html, type TemplateResult} from 'lit';
import {customElement} from 'lit/decorators.js';
import {Query} from '../client/query';
import {AccountDocument} from '../generated/graphql';
import {Page} from '../ui/page';
import {failure, waiting} from '../ui/texts';
import './bookmarks';
import './erasure';
import './preferences';
import './transfer';

/** What the user may do with the account as a whole. */
@customElement('prep-account')
export class Account extends Page {
  readonly #account = new Query(this, AccountDocument, () => ({}), ['PREFERENCES']);

  protected override render(): TemplateResult {
    const {viewer, catalogue} = this.#account.data ?? {};
    return html`
      <h1>Account</h1>
      ${failure(this.#account.error)}
      ${viewer
        ? html`<p>Logged in as <strong>${viewer.displayName ?? 'a user without a name'}</strong>${viewer.email ? ` (${viewer.email})` : ''}.</p>
            <prep-preferences .stored=${viewer.preferences} .locales=${catalogue!.locales}></prep-preferences>
            <prep-bookmarks></prep-bookmarks>
            <prep-transfer></prep-transfer>
            <prep-erasure .user=${viewer.id}></prep-erasure>`
        : waiting}
    `;
  }
}
