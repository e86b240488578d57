import {html, nothing, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {request, RequestError} from '../client/request';
import {session} from '../client/session';
import {DeleteMyAccountDocument} from '../generated/graphql';
import {Part} from '../ui/part';
import {failure} from '../ui/texts';

const WORDS = 'erase my account';

/** Erases the account, once the user has said so in words. */
@customElement('prep-erasure')
export class Erasure extends Part {
  @state() private unconfirmed = false;
  @state() private running = false;
  @state() private error?: RequestError;

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="erasure">
      <h2 id="erasure">Erase</h2>
      <p>This deletes your answers, plans, practices, interviews, bookmarks and preferences, and cannot be undone. Export them first to keep them. Your login at the provider stays.</p>
      <form @submit=${this.#erase}>
        <p>
          <label
            >To confirm, type “${WORDS}”
            <input
              name="words"
              autocomplete="off"
              autocapitalize="off"
              aria-invalid=${this.unconfirmed}
              aria-describedby=${this.unconfirmed ? 'unconfirmed' : nothing}
          /></label>
        </p>
        ${this.unconfirmed ? html`<p id="unconfirmed" role="alert" class="alert">Nothing was erased: the words are not “${WORDS}”.</p>` : nothing}
        ${failure(this.error)}
        <button ?disabled=${this.running}>Erase everything</button>
      </form>
    </section>`;
  }

  readonly #erase = async (event: Event) => {
    event.preventDefault();
    const words = new FormData(event.target as HTMLFormElement).get('words') as string;
    this.unconfirmed = words.trim().toLowerCase() !== WORDS;
    this.error = undefined;
    if (this.unconfirmed) {
      this.querySelector('input')!.focus();
      return;
    }
    this.running = true;
    try {
      await request(DeleteMyAccountDocument, {});
      // Another request of the user would make a new account.
      await session.logOut('Your account is erased.');
    } catch (failure) {
      this.error = failure as RequestError;
    } finally {
      this.running = false;
    }
  };
}
