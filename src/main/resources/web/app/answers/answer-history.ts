import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {Query} from '../client/query';
import {request, RequestError} from '../client/request';
import {AnswerHistoryDocument, type AnswerHistoryQuery, DeleteSavedAnswerDocument, RestoreAnswerRevisionDocument} from '../generated/graphql';
import {Part} from '../ui/part';
import {failure, mistakes, time, waiting, words} from '../ui/texts';
import {textOf} from './content';
import {differences} from './differences';
import type {Draft, Version} from './draft';
import {contentOf} from './drafts';

type Page = NonNullable<Extract<NonNullable<AnswerHistoryQuery['node']>, {revisions?: unknown}>['revisions']>;
type Revision = Page['nodes'][number];

/** The revisions of an answer: their differences, going back to one, and the end of all. */
@customElement('prep-answer-history')
export class AnswerHistory extends Part {
  @property({attribute: false}) draft!: Draft;
  @property({attribute: false}) base!: Version;
  @state() private opened = false;
  @state() private cursors: string[] = [];
  @state() private from?: number;
  @state() private to?: number;
  @state() private errors: readonly {message: string}[] = [];
  readonly #history = new Query(
    this,
    AnswerHistoryDocument,
    () => (this.opened && this.base.id ? {id: this.base.id, after: this.cursors.at(-1)} : undefined),
    ['ANSWER'],
  );

  protected override render(): TemplateResult {
    const node = this.#history.data?.node;
    const page = node && 'revisions' in node ? node.revisions : undefined;
    return html`
      <details @toggle=${(event: Event) => (this.opened = (event.target as HTMLDetailsElement).open)}>
        <summary>History</summary>
        ${failure(this.#history.error)} ${page ? this.#revisions(page) : this.#history.error ? nothing : waiting}
      </details>
      ${mistakes(this.errors)}
      <p><button type="button" @click=${() => this.querySelector('dialog')!.showModal()}>Delete this answer…</button></p>
      ${this.#dialog()}
    `;
  }

  #revisions({nodes, totalCount, pageInfo}: Page): TemplateResult {
    const after = nodes.find(({version}) => version === this.to) ?? nodes[0];
    const before = nodes.find(({version}) => version === this.from) ?? nodes[1] ?? nodes[0];
    return html`
      <p>${totalCount === 1 ? '1 version' : `${totalCount} versions`}, the newest first.</p>
      <ol class="versions">
        ${nodes.map(
          (revision) => html`<li class="row">
            <span>${this.#name(revision)}, ${words(revision.status).toLowerCase()}</span>
            ${revision.version === this.base.version
              ? html`<span class="note">current</span>`
              : html`<button type="button" aria-label="Restore version ${revision.version}" @click=${() => this.#restore(revision.version)}>Restore</button>`}
          </li>`,
        )}
      </ol>
      <p class="row">
        ${this.cursors.length > 0 ? html`<button type="button" @click=${() => (this.cursors = this.cursors.slice(0, -1))}>Newer versions</button>` : nothing}
        ${pageInfo.hasNextPage ? html`<button type="button" @click=${() => (this.cursors = [...this.cursors, pageInfo.endCursor!])}>Older versions</button>` : nothing}
      </p>
      ${before && after ? this.#comparison(nodes, before, after) : nothing}
    `;
  }

  #name({version, savedAt}: Revision): TemplateResult {
    return html`Version ${version}, ${time(savedAt)}`;
  }

  #comparison(revisions: Revision[], before: Revision, after: Revision): TemplateResult {
    const choice = (title: string, chosen: Revision, choose: (version: number) => void) =>
      html`<label
        >${title}
        <select @change=${(event: Event) => choose(Number((event.target as HTMLSelectElement).value))}>
          ${revisions.map((revision) => html`<option value=${revision.version} .selected=${revision === chosen}>${this.#name(revision)}</option>`)}
        </select></label
      >`;
    return html`
      <h3>Differences</h3>
      <div class="row">
        ${choice('From', before, (version) => (this.from = version))} ${choice('to', after, (version) => (this.to = version))}
      </div>
      ${differences(textOf(contentOf(before)), textOf(contentOf(after)))}
    `;
  }

  #dialog(): TemplateResult {
    const close = () => this.querySelector('dialog')!.close();
    return html`<dialog aria-labelledby="delete">
      <h2 id="delete">Delete this answer?</h2>
      <p>Its text, its history and its ratings are gone for good, on all devices.</p>
      <p class="row">
        <button type="button" @click=${close}>Keep it</button>
        <button type="button" @click=${() => (close(), void this.#delete())}>Delete it</button>
      </p>
    </dialog>`;
  }

  async #restore(version: number): Promise<void> {
    // What is typed is a version of its own first.
    await this.draft.flush();
    const {id, version: expectedVersion} = this.draft.base;
    const input = {id: id!, version, expectedVersion};
    await this.#do(async () => (await request(RestoreAnswerRevisionDocument, {input})).restoreAnswerRevision.userErrors);
  }

  async #delete(): Promise<void> {
    await this.#do(async () => (await request(DeleteSavedAnswerDocument, {input: {id: this.base.id!}})).deleteSavedAnswer.userErrors);
  }

  async #do(action: () => Promise<readonly {message: string}[]>): Promise<void> {
    try {
      this.errors = await action();
    } catch (error) {
      this.errors = [error as RequestError];
    }
    await this.draft.refresh();
  }
}
