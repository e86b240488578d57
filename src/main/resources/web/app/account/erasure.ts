import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {forgetDrafts} from '../answers/drafts';
import {request, RequestError} from '../client/request';
import {session} from '../client/session';
import {DeleteMyAccountDocument} from '../generated/graphql';
import {drafts} from '../practice/draft';
import {outbox} from '../practice/outbox';
import {Part} from '../ui/part';
import {failure, mistakes} from '../ui/texts';

const WORDS = 'erase my account';

/** Erases the account, once the user has said so in words. */
@customElement('prep-erasure')
export class Erasure extends Part {
  /** The id of the user. */
  @property() user = '';
  @state() private unconfirmed = false;
  @state() private running = false;
  @state() private error?: RequestError;
  @state() private errors: readonly {message: string}[] = [];

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
        ${failure(this.error)} ${mistakes(this.errors)}
        <button ?disabled=${this.running}>Erase everything</button>
      </form>
    </section>`;
  }

  readonly #erase = async (event: Event) => {
    event.preventDefault();
    const words = new FormData(event.target as HTMLFormElement).get('words') as string;
    this.unconfirmed = words.trim().toLowerCase() !== WORDS;
    this.error = undefined;
    this.errors = [];
    if (this.unconfirmed) {
      this.querySelector('input')!.focus();
      return;
    }
    this.running = true;
    try {
      const {deleteMyAccount} = await request(DeleteMyAccountDocument, {});
      this.errors = deleteMyAccount.userErrors;
      if (this.errors.length === 0) {
        await this.#leave();
      }
    } catch (failure) {
      this.error = failure as RequestError;
    } finally {
      this.running = false;
    }
  };

  /** Another request of the user would make a new account, and save there what waits on this device. */
  #leave(): Promise<void> {
    drafts.clear();
    const left = session.logOut('Your account is erased.');
    // By now, nothing is saved on this device any more.
    forgetDrafts(this.user);
    outbox.forget(this.user);
    return left;
  }
}
