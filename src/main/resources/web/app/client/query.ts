import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {TypedDocumentString, ViewerChangeKind} from '../generated/graphql';
import {type Change, changes, concerns} from './changes';
import {request, RequestError} from './request';
import {session} from './session';

/**
 * Keeps the data of a query in a component: reads it when the component appears or its variables change, and again when
 * the user, the language or one of the named kinds of objects changes. Older data stays until newer arrives.
 */
export class Query<Data, Variables> implements ReactiveController {
  data?: Data;
  error?: RequestError;
  #sent?: string;
  #latest = 0;
  #reading: Promise<void> = Promise.resolve();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly document: TypedDocumentString<Data, Variables>,
    /** Undefined while there is nothing to ask. */
    private readonly variables: () => Variables | undefined,
    private readonly kinds: readonly ViewerChangeKind[] = [],
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    session.addEventListener('change', this.#again);
    changes.addEventListener('change', this.#changed);
    this.#sent = undefined;
  }

  hostDisconnected(): void {
    session.removeEventListener('change', this.#again);
    changes.removeEventListener('change', this.#changed);
  }

  hostUpdate(): void {
    const variables = this.variables();
    if (variables !== undefined && JSON.stringify(variables) !== this.#sent) {
      void this.read();
    }
  }

  /** Reads again; resolves when the component has the answer, or that of a later read. */
  read(): Promise<void> {
    const variables = this.variables();
    if (variables !== undefined) {
      this.#reading = this.#read(variables);
    }
    return this.#reading;
  }

  async #read(variables: Variables): Promise<void> {
    this.#sent = JSON.stringify(variables);
    const own = ++this.#latest;
    try {
      const data = await request(this.document, variables);
      if (own === this.#latest) {
        this.data = data;
        this.error = undefined;
      }
    } catch (failure) {
      if (own === this.#latest) {
        this.error = failure as RequestError;
      }
    }
    if (own !== this.#latest) {
      return this.#reading;
    }
    this.host.requestUpdate();
  }

  readonly #again = () => void this.read();

  readonly #changed = (event: Event) => {
    if (session.loggedIn && this.kinds.length > 0 && concerns((event as CustomEvent<Change>).detail, this.kinds)) {
      void this.read();
    }
  };
}
