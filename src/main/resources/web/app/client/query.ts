import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {TypedDocumentString, ViewerChangeKind} from '../generated/graphql';
import {type Change, changes, concerns} from './changes';
import {request, RequestError} from './request';
import {session} from './session';

/** A page of a list, with the cursor of the next one. */
interface Connection {
  nodes: unknown[];
  pageInfo: {hasNextPage: boolean; endCursor: string | null};
}

/**
 * Keeps the data of a query in a component: reads it when the component appears or its variables change, and again when
 * the user, the language or one of the named kinds of objects changes. Older data stays until newer arrives.
 */
export class Query<Data, Variables> implements ReactiveController {
  data?: Data;
  error?: RequestError;
  #read?: string;
  /** Whose data it is. */
  #user = session.user;
  #latest = 0;
  #reading: Promise<void> = Promise.resolve();
  #timer?: ReturnType<typeof setTimeout>;
  #shown = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly document: TypedDocumentString<Data, Variables>,
    /** Undefined while there is nothing to ask. */
    private readonly variables: () => NoInfer<Variables> | undefined,
    /** The kinds of the user's objects whose changes concern it; `PUBLIC` where all users get the same response. */
    private readonly concern: readonly ViewerChangeKind[] | 'PUBLIC' = [],
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    session.addEventListener('change', this.#update);
    changes.addEventListener('change', this.#changed);
    addEventListener('online', this.#retry);
    this.#shown = true;
    this.#read = undefined;
  }

  hostDisconnected(): void {
    session.removeEventListener('change', this.#update);
    changes.removeEventListener('change', this.#changed);
    removeEventListener('online', this.#retry);
    clearTimeout(this.#timer);
    this.#shown = false;
  }

  hostUpdate(): void {
    this.#forgetOthers();
    if (this.variables() !== undefined && this.#key() !== this.#read) {
      void this.read();
    }
  }

  /** The data of a user does not stay on the page of another one, or of nobody. */
  #forgetOthers(): void {
    if (this.#belongsToOthers(this.#user)) {
      this.#user = session.user;
      this.data = undefined;
      this.error = undefined;
    }
  }

  #belongsToOthers(user: string | undefined): boolean {
    return !this.#isPublic && user !== session.user;
  }

  /** Reads again; resolves when the component has the response, or that of a later read. */
  read(): Promise<void> {
    return (this.#reading = this.#readNow());
  }

  async #readNow(): Promise<void> {
    const own = ++this.#latest;
    this.#read = this.#key();
    await (this.#isPublic ? session.staying : session.ready);
    const variables = this.variables();
    if (own !== this.#latest) {
      return this.#reading;
    }
    if (variables !== undefined) {
      // The user is known by now.
      this.#forgetOthers();
      this.#read = this.#key();
      await this.#send(variables, (data) => (this.data = data));
    }
  }

  /** Adds the next page of a list to the data. */
  async more(list: (data: Data) => Connection | null, next: (cursor: string) => Partial<Variables>): Promise<void> {
    const shown = this.data && list(this.data);
    const cursor = shown?.pageInfo.endCursor;
    if (cursor) {
      await this.#send({...this.variables()!, ...next(cursor)}, (data) => {
        const page = list(data)!;
        // A second click asks for the same page.
        if (shown.pageInfo.endCursor === cursor) {
          shown.nodes.push(...page.nodes);
          shown.pageInfo = page.pageInfo;
        }
      });
    }
  }

  async #send(variables: Variables, receive: (data: Data) => void): Promise<void> {
    const own = this.#latest;
    const {user} = session;
    const isCurrent = () => own === this.#latest && !this.#belongsToOthers(user);
    clearTimeout(this.#timer);
    try {
      const data = await request(this.document, variables, this.#isPublic ? 'PUBLIC' : 'OPTIONAL');
      if (isCurrent()) {
        receive(data);
        this.error = undefined;
      }
    } catch (failure) {
      if (isCurrent()) {
        this.#failed(failure as RequestError);
      }
    }
    if (own !== this.#latest) {
      return this.#reading;
    }
    this.host.requestUpdate();
  }

  #failed(error: RequestError): void {
    this.error = error;
    if (error.retryAfter !== undefined && this.#shown) {
      this.#timer = setTimeout(this.#retry, error.retryAfter * 1_000);
    }
  }

  get #isPublic(): boolean {
    return this.concern === 'PUBLIC';
  }

  /** Changes with what the data depends on. */
  #key(): string {
    return JSON.stringify([this.variables(), session.locale, this.#isPublic || session.user]);
  }

  readonly #retry = () => {
    if (this.error) {
      void this.read();
    }
  };

  readonly #update = () => this.host.requestUpdate();

  readonly #changed = (event: Event) => {
    const {concern} = this;
    if (session.loggedIn && concern !== 'PUBLIC' && concern.length > 0 && concerns((event as CustomEvent<Change>).detail, concern)) {
      void this.read();
    }
  };
}
