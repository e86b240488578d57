import type {ReactiveControllerHost} from 'lit';
import type {TypedDocumentString, UserErrorCode} from '../generated/graphql';
import {request, RequestError} from './request';

interface Mistake {
  code: UserErrorCode;
  field: readonly string[] | null;
  message: string;
}

/** Seconds before a change is repeated, where the service does not say how many. */
const PAUSE = 5;
/** Milliseconds for which a notice is shown. */
const NOTICE = 8_000;
export const CONFLICT = 'This was changed elsewhere in the meantime. The page now shows the newest state; what you typed is still here. Check it and try again.';

let unanswered = 0;
addEventListener('beforeunload', (event) => unanswered > 0 && event.preventDefault());

function pause(seconds: number): Promise<void> {
  return new Promise((done) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', end);
      done();
    };
    const timer = setTimeout(end, seconds * 1_000);
    addEventListener('online', end);
  });
}

/**
 * Sends the changes that a component makes, one after another. A change without a response is repeated until there is one, which
 * is safe: the service recognizes it by its idempotency key or by the version that it expects, or does the same twice.
 */
export class Mutations {
  /** Why the latest change was rejected. */
  errors: readonly {message: string}[] = [];
  /** What the latest change did, to be announced. */
  notice = '';
  /** Whether a change waits for the network. */
  waiting = false;
  /** Changes without a response. */
  pending = 0;
  #last: Promise<unknown> = Promise.resolve();
  #timer?: ReturnType<typeof setTimeout>;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** Reads again what is shown, whether a change succeeded or not. */
    private readonly read: () => Promise<unknown>,
  ) {}

  /**
   * Resolves with the payload, or with undefined after an error.
   *
   * @param variables asked for when the changes before it have a response, so that they contain the newest version
   */
  send<Name extends string, Payload extends {userErrors: readonly Mistake[]}, Variables>(
    document: TypedDocumentString<Record<Name, Payload>, Variables>,
    variables: () => Variables,
    notice = '',
  ): Promise<Payload | undefined> {
    this.pending++;
    unanswered++;
    const sent = this.#last.then(() => this.#send(document, variables, notice));
    this.#last = sent;
    this.host.requestUpdate();
    return sent;
  }

  async #send<Name extends string, Payload extends {userErrors: readonly Mistake[]}, Variables>(
    document: TypedDocumentString<Record<Name, Payload>, Variables>,
    variables: () => Variables,
    notice: string,
  ): Promise<Payload | undefined> {
    try {
      const [payload] = Object.values<Payload>(await this.#answered(document, variables()));
      this.errors = payload!.userErrors.map((error) => (error.field?.includes('expectedVersion') ? {message: CONFLICT} : error));
      return this.errors.length > 0 ? undefined : payload;
    } catch (failure) {
      this.errors = [failure as RequestError];
      return undefined;
    } finally {
      await this.read();
      this.#announce(this.errors.length > 0 ? '' : notice);
      this.pending--;
      unanswered--;
      this.host.requestUpdate();
    }
  }

  #announce(notice: string): void {
    this.notice = notice;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.notice = '';
      this.host.requestUpdate();
    }, NOTICE);
  }

  async #answered<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables): Promise<Data> {
    for (;;) {
      try {
        return await request(document, variables);
      } catch (failure) {
        const {code, retryAfter} = failure as RequestError;
        if (code !== 'OFFLINE' && retryAfter === undefined) {
          throw failure;
        }
        this.waiting = true;
        this.host.requestUpdate();
        await pause(retryAfter ?? PAUSE);
      } finally {
        this.waiting = false;
      }
    }
  }
}
