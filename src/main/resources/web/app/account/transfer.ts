import {html, nothing, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {fetchPrivately, RequestError} from '../client/request';
import {Part} from '../ui/part';
import {failure, mistakes} from '../ui/texts';

/** The response to `POST /account/import`. */
interface Imported {
  imported: number;
  skipped: {path: string; reason: 'EXISTS' | 'UNKNOWN'}[];
  userErrors: {message: string}[];
}

const REASONS = {
  EXISTS: 'already in the account',
  UNKNOWN: 'unknown to this service',
};

/** Export and import of everything that the user has saved. */
@customElement('prep-transfer')
export class Transfer extends Part {
  @state() private running = '';
  @state() private imported?: Imported;
  @state() private error?: RequestError;
  /** A file that is sent again after a lost response is imported once. */
  #keys = new WeakMap<File, string>();

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="transfer">
      <h2 id="transfer">Export and import</h2>
      <p>The export is one JSON file of everything that is saved for you. An import adds to the account, and changes nothing in it.</p>
      <div class="row"><button type="button" ?disabled=${this.running} @click=${this.#export}>Export</button></div>
      <form class="row" @submit=${this.#import}>
        <label>File to import <input type="file" name="file" accept="application/json,.json" required /></label>
        <button ?disabled=${this.running}>Import</button>
      </form>
      <p role="status">${this.running || this.#outcome()}</p>
      ${failure(this.error)} ${mistakes(this.imported?.userErrors ?? [])} ${this.#skipped()}
    </section>`;
  }

  #outcome(): string {
    const {imported, userErrors = []} = this.imported ?? {};
    return imported === undefined || userErrors.length > 0 ? '' : `Imported: ${imported} ${imported === 1 ? 'entry' : 'entries'}.`;
  }

  #skipped(): TemplateResult | typeof nothing {
    const {skipped = []} = this.imported ?? {};
    return skipped.length > 0
      ? html`<details open>
          <summary>Left out: ${skipped.length}</summary>
          <ul>
            ${skipped.map(({path, reason}) => html`<li><code>${path}</code>: ${REASONS[reason]}</li>`)}
          </ul>
        </details>`
      : nothing;
  }

  readonly #export = () =>
    this.#run('Exporting…', async () => {
      const response = await fetchPrivately('/account/export', {});
      if (!response.ok) {
        throw await rejection(response);
      }
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await response.blob());
      link.download = 'prepgraph-account.json';
      link.click();
      URL.revokeObjectURL(link.href);
    });

  readonly #import = (event: Event) => {
    event.preventDefault();
    const file = this.querySelector('input')!.files![0]!;
    const key = this.#keys.get(file) ?? crypto.randomUUID();
    this.#keys.set(file, key);
    return this.#run('Importing…', async () => {
      const response = await fetchPrivately('/account/import', {
        method: 'POST',
        headers: {'Content-Type': 'application/json', 'Idempotency-Key': key},
        body: file,
      });
      if (!response.ok && response.status !== 422) {
        throw await rejection(response);
      }
      this.imported = (await response.json()) as Imported;
    });
  };

  async #run(what: string, action: () => Promise<void>): Promise<void> {
    this.running = what;
    this.error = undefined;
    this.imported = undefined;
    try {
      await action();
    } catch (failure) {
      this.error = failure as RequestError;
    } finally {
      this.running = '';
    }
  }
}

/** Rejections look like responses of GraphQL. */
async function rejection(response: Response): Promise<RequestError> {
  const body = (await response.json().catch(() => ({}))) as {errors?: {message: string}[]};
  return new RequestError(body.errors?.[0]?.message ?? `The service has rejected this (${response.status}).`, 'REJECTED');
}
