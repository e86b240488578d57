import {html, nothing, type TemplateResult} from 'lit';
import {CONFLICT} from '../client/mutations';
import {session} from '../client/session';

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const drafts = new Map<string, {dirty: boolean}>();
addEventListener('beforeunload', (event) => [...drafts.values()].some((draft) => draft.dirty) && event.preventDefault());
session.addEventListener('change', () => session.loggedIn || drafts.clear());

/**
 * What a user has typed over an object that other devices change as well. Fields that the user left alone follow the object; those
 * that both changed are conflicts, which the user decides. A draft outlives its page, so that nothing typed is lost by a link.
 */
export class Draft<Fields extends object> {
  /** Fields that were changed elsewhere since the user changed them. */
  readonly conflicts = new Set<keyof Fields>();
  #typed: Partial<Fields> = {};
  #sent: Partial<Fields> = {};

  private constructor(private base: Fields) {}

  /** The draft of this name, over the newest state of its object. */
  static over<Fields extends object>(name: string, saved: Fields): Draft<Fields> {
    const draft = (drafts.get(name) as Draft<Fields> | undefined) ?? new Draft(saved);
    drafts.set(name, draft);
    draft.#rebase(saved);
    return draft;
  }

  /** Forgets what was typed over objects that are gone. */
  static forget(...names: string[]): void {
    names.forEach((name) => drafts.delete(name));
  }

  get saved(): Fields {
    return this.base;
  }

  get fields(): Fields {
    return {...this.base, ...this.#typed};
  }

  get dirty(): boolean {
    return Object.keys(this.#typed).length > 0;
  }

  set<Name extends keyof Fields>(name: Name, value: Fields[Name]): void {
    if (same(value, this.base[name])) {
      this.take(name);
    } else {
      this.#typed[name] = value;
    }
  }

  /** Gives up what the user typed into a field. */
  take(name: keyof Fields): void {
    delete this.#typed[name];
    this.conflicts.delete(name);
  }

  /**
   * The fields that differ from the object, to be sent now.
   *
   * @param seen the object as the user saw it when they chose to save
   * @throws Error where the user has not seen a conflict yet, which saving would decide
   */
  send(seen = this.base): Partial<Fields> {
    if ([...this.conflicts].some((name) => !same(seen[name], this.base[name]))) {
      throw new Error(CONFLICT);
    }
    return (this.#sent = {...this.#typed});
  }

  /** Forgets what has been saved, but not what was typed since it was sent. */
  release(): void {
    for (const name of Object.keys(this.#sent) as (keyof Fields)[]) {
      if (same(this.#sent[name], this.#typed[name])) {
        this.take(name);
      }
    }
    this.#sent = {};
  }

  #rebase(saved: Fields): void {
    for (const name of Object.keys(this.#typed) as (keyof Fields)[]) {
      if (same(saved[name], this.#typed[name])) {
        this.take(name);
      } else if (same(saved[name], this.#sent[name])) {
        // The user's own text, on which they have gone on typing.
        this.conflicts.delete(name);
      } else if (!same(saved[name], this.base[name])) {
        this.conflicts.add(name);
      }
    }
    this.base = saved;
  }
}

/** What was changed elsewhere while the user changed it as well, with the way to give in; saving decides for the user's own. */
export function conflicts<Fields extends object>(draft: Draft<Fields>, names: Record<keyof Fields, string>, taken: () => void): TemplateResult {
  return html`<div role="alert">
    ${draft.conflicts.size === 0
      ? nothing
      : html`<ul class="alert">
          ${[...draft.conflicts].map((name) => {
            const saved = draft.saved[name];
            return html`<li>
              ${names[name]} was changed elsewhere${typeof saved === 'string' ? html` to “${saved}”` : nothing}. Save to keep yours, or
              <button type="button" @click=${() => (draft.take(name), taken())}>Take the other: ${names[name]}</button>
            </li>`;
          })}
        </ul>`}
  </div>`;
}
