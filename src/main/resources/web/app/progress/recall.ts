/** The user's memory of a question, as `PracticeCard` has it. */
export interface Memory {
  practisedAt: string | null;
  /** When the probability of recall falls to 0.9. */
  dueAt: string;
}

export interface Point {
  at: number;
  recall: number;
}

const DAY = 86_400_000;

/** The last of the published weights of FSRS-6, which the service uses. */
const DECAY = -0.1542;
const FACTOR = 0.9 ** (1 / DECAY) - 1;

/**
 * The probability of recall without another practice: the forgetting curve of FSRS-6,
 * https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm. Its stability is the time until recall falls to 0.9,
 * which is the time from the last practice to `dueAt`. A question that was never practised counts as forgotten.
 */
export function recallAt(memory: Memory | null, at: number): number {
  if (!memory?.practisedAt) {
    return 0;
  }
  const practisedAt = Date.parse(memory.practisedAt);
  const stability = Date.parse(memory.dueAt) - practisedAt;
  const elapsed = Math.max(0, at - practisedAt);
  return (1 + (FACTOR * elapsed) / stability) ** DECAY;
}

/** The mean recall of questions at evenly spaced times. */
export function forecast(memories: readonly (Memory | null)[], from: number, to: number, steps: number): Point[] {
  return Array.from({length: steps + 1}, (_, i) => {
    const at = from + ((to - from) * i) / steps;
    return {at, recall: memories.reduce((sum, memory) => sum + recallAt(memory, at), 0) / memories.length};
  });
}

/** Steps of whole days, but no more than a small table has rows. */
export function steps(from: number, to: number, most: number): number {
  return Math.min(Math.max(1, Math.round((to - from) / DAY)), most);
}
