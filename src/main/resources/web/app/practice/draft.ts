/** What the user typed in a session and the service does not have, kept over a reload. */
export interface Draft {
  text: string;
  /** What the text is based on. */
  saved: {version: number; body: string};
}

const key = (sessionId: string, position: number) => `session ${sessionId} ${position}`;

export const drafts = {
  get(sessionId: string, position: number): Draft | undefined {
    return JSON.parse(localStorage.getItem(key(sessionId, position)) ?? 'null') ?? undefined;
  },
  keep(sessionId: string, position: number, draft: Draft): void {
    localStorage.setItem(key(sessionId, position), JSON.stringify(draft));
  },
  remove(sessionId: string, position: number): void {
    localStorage.removeItem(key(sessionId, position));
  },
};
