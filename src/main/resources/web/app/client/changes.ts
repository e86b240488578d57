import {ViewerChangedDocument, type ViewerChangedSubscription, type ViewerChangeKind} from '../generated/graphql';
import {documentId, headers} from './request';
import {session} from './session';

export type Change = NonNullable<ViewerChangedSubscription['viewerChanged']>;

const MAX_PAUSE = 30_000;

/**
 * Fires `change` with what this or another device has saved, over server-sent events, while the user is logged in and sees the page:
 * by HTTP/1.1, all tabs share six connections. The first event of a stream has the kind RESYNC, which stands for all that was missed.
 */
class Changes extends EventTarget {
  #abort?: AbortController;

  constructor() {
    super();
    session.addEventListener('change', () => this.#follow());
    document.addEventListener('visibilitychange', () => this.#follow());
    addEventListener('online', () => this.#reconnect());
  }

  #reconnect(): void {
    this.#abort?.abort();
    this.#abort = undefined;
    this.#follow();
  }

  #follow(): void {
    const needed = session.loggedIn && document.visibilityState === 'visible';
    if (needed === (this.#abort !== undefined)) {
      return;
    }
    this.#abort?.abort();
    this.#abort = undefined;
    if (needed) {
      this.#abort = new AbortController();
      void this.#run(this.#abort.signal);
    }
  }

  /** Streams end with their token, with the service or with the network, and begin again after a growing pause. */
  async #run(signal: AbortSignal): Promise<void> {
    let pause = 1_000;
    while (!signal.aborted) {
      try {
        const response = await fetch('/graphql', {
          method: 'POST',
          headers: {...headers(), Accept: 'text/event-stream', 'Content-Type': 'application/json'},
          body: JSON.stringify({documentId: documentId(ViewerChangedDocument)}),
          signal,
        });
        if (response.status === 401 && !(await session.renew())) {
          return;
        }
        if (response.ok && response.body) {
          await this.#read(response.body, () => (pause = 1_000));
        }
      } catch {
        // No response, or one that broke off: the next attempt may do better.
      }
      await new Promise((done) => setTimeout(done, pause));
      pause = Math.min(pause * 2, MAX_PAUSE);
    }
  }

  async #read(body: ReadableStream<Uint8Array>, received: () => void): Promise<void> {
    const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
    let text = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const events = (text + part.value).split('\n\n');
      text = events.pop()!;
      for (const event of events) {
        const data = event.split('\n').find((line) => line.startsWith('data:'))?.slice(5);
        const change = data && JSON.parse(data).data?.viewerChanged;
        if (change) {
          received();
          this.#fire(change);
        }
      }
    }
  }

  #fire(change: Change): void {
    this.dispatchEvent(new CustomEvent('change', {detail: change}));
  }
}

export const changes = new Changes();

/** Whether a change is one of these kinds, or may be any. */
export function concerns({kind}: Change, kinds: readonly ViewerChangeKind[]): boolean {
  return kind === 'RESYNC' || kinds.includes(kind);
}
