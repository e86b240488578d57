import {session} from '../client/session';
import {removeKept} from '../client/storage';

/** What the user typed in a session and the service does not have, kept over a reload. */
export interface Draft {
  text: string;
  /** What the text is based on. */
  saved: {version: number; body: string};
}

const all = () => `session ${session.user} `;
const keys = (sessionId: string) => `${all()}${sessionId} `;
const key = (sessionId: string, position: number) => keys(sessionId) + position;

export const drafts = {
  get(sessionId: string, position: number): Draft | undefined {
    return JSON.parse(localStorage.getItem(key(sessionId, position)) ?? 'null') ?? undefined;
  },
  keep(sessionId: string, position: number, draft: Draft): void {
    localStorage.setItem(key(sessionId, position), JSON.stringify(draft));
  },
  /** Forgets a text that is saved, but not one that has been typed since. */
  remove(sessionId: string, position: number, text: string): void {
    if (this.get(sessionId, position)?.text === text) {
      localStorage.removeItem(key(sessionId, position));
    }
  },
  /** Forgets the texts of a deleted session. */
  removeAll(sessionId: string): void {
    removeKept(keys(sessionId));
  },
  /** Forgets all texts of the user; of no other one who uses this device. */
  clear(): void {
    removeKept(all());
  },
};

/** How long before its deadline an answer is sent, so that it arrives in time, in milliseconds. */
const AHEAD = 1_000;
const MIN_DELAY = 250;

/** When to save, in milliseconds: after the delay, or in time for the deadline where that is sooner. */
export function saveAfter(delay: number, left: number): number {
  return left > 0 ? Math.min(delay, Math.max(left - AHEAD, MIN_DELAY)) : delay;
}
