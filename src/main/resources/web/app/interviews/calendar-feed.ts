import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {Mutations} from '../client/mutations';
import {RevokeCalendarFeedDocument, RotateCalendarFeedDocument} from '../generated/graphql';
import {Part} from '../ui/part';
import {time} from '../ui/texts';

/** The address from which calendars read the user's plans and interviews. */
@customElement('prep-calendar-feed')
export class CalendarFeed extends Part {
  /** When the address was made; undefined without one. */
  @property({attribute: false}) createdAt?: string;
  @property({attribute: false}) changes!: Mutations;
  /** The new address, which the service shows once. */
  @state() private address?: string;
  @state() private copied = false;

  protected override render(): TemplateResult {
    const {createdAt} = this;
    return html`<details>
      <summary><h2>Calendar</h2></summary>
      <p>Calendar programs can subscribe to an address that contains your plans and interviews.</p>
      <div role="status">${this.address ? this.#once(this.address) : nothing}</div>
      ${createdAt ? html`<p>Your address was made on ${time(createdAt)}.</p>` : nothing}
      <div class="row">
        <button type="button" @click=${() => this.#rotate(createdAt !== undefined)}>${createdAt ? 'Replace the address' : 'Make an address'}</button>
        ${createdAt ? html`<button type="button" @click=${this.#revoke}>Revoke the address</button>` : nothing}
      </div>
    </details>`;
  }

  #once(address: string): TemplateResult {
    return html`
      <p><strong>Copy the address now: it is not shown again.</strong> It is a secret: everyone who has it can read your plans and interviews. Give it to
        your calendar only.</p>
      <div class="row">
        <label>Address <input readonly .value=${address} /></label>
        <button type="button" @click=${this.#copy}>Copy</button>
        ${this.copied ? 'Copied.' : nothing}
      </div>
    `;
  }

  readonly #copy = async () => {
    this.querySelector('input')!.select();
    try {
      await navigator.clipboard.writeText(this.address!);
      this.copied = true;
    } catch {
      // The browser does not let pages copy; the address is selected for the user.
    }
  };

  async #rotate(replaces: boolean): Promise<void> {
    if (replaces && !confirm('Replace the address? Calendars that use the old one get nothing more.')) {
      return;
    }
    const rotated = await this.changes.send(RotateCalendarFeedDocument, () => ({}));
    this.copied = false;
    this.address = rotated?.path ? new URL(rotated.path, location.origin).href : this.address;
  }

  readonly #revoke = async () => {
    if (
      confirm('Revoke the address? Calendars that use it get nothing more.') &&
      (await this.changes.send(RevokeCalendarFeedDocument, () => ({}), 'Revoked.'))
    ) {
      this.address = undefined;
    }
  };
}
