/** A run of equal tokens of two sequences: where it begins in each, and its length. */
export interface Run {
  left: number;
  right: number;
  length: number;
}

export interface Change {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** How far a path leads on its diagonal, and the equal runs on the way, the last first. */
interface Path {
  x: number;
  run?: Run & {before: Path['run']};
}

/** Texts with more differences have so little in common that the rest counts as replaced. */
const MAX_DIFFERENCES = 1_500;

/**
 * The equal runs of two sequences, in order, with the fewest tokens outside of them: the greedy algorithm of E. W. Myers,
 * "An O(ND) Difference Algorithm and Its Variations" (Algorithmica 1, 1986). `furthest` has for each diagonal k = x - y of the
 * edit graph the path that leads furthest with d differences.
 */
export function runs(left: readonly string[], right: readonly string[]): Run[] {
  const furthest = new Map<number, Path>();
  for (let d = 0; d <= MAX_DIFFERENCES; d++) {
    for (let k = -d; k <= d; k += 2) {
      const from = step(furthest, k);
      let {x} = from;
      while (x < left.length && x - k < right.length && left[x] === right[x - k]) {
        x++;
      }
      const path = x > from.x ? {x, run: {left: from.x, right: from.x - k, length: x - from.x, before: from.run}} : from;
      if (x >= left.length && x - k >= right.length) {
        return inOrder(path);
      }
      furthest.set(k, path);
    }
  }
  const [, best] = [...furthest].reduce((one, other) => (2 * one[1].x - one[0] < 2 * other[1].x - other[0] ? other : one));
  return inOrder(best);
}

/** One more difference on the way to diagonal k: a token of the right added, or one of the left removed. */
function step(furthest: Map<number, Path>, k: number): Path {
  const adding = furthest.get(k + 1);
  const removing = furthest.get(k - 1);
  if (removing && (!adding || removing.x >= adding.x)) {
    return {x: removing.x + 1, run: removing.run};
  }
  return adding ?? {x: 0};
}

function inOrder(path: Path): Run[] {
  const found: Run[] = [];
  for (let {run} = path; run; run = run.before) {
    found.unshift(run);
  }
  return found;
}

/** Words, with each run of spaces and each mark for itself. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];

/** The differences between two texts, word by word. */
export function compare(before: string, after: string): Change[] {
  const left = wordsOf(before);
  const right = wordsOf(after);
  const changes: Change[] = [];
  const add = (kind: Change['kind'], words: string[]) => words.length > 0 && changes.push({kind, text: words.join('')});
  let [x, y] = [0, 0];
  // A space alone between two changes is part of them.
  const equal = runs(left, right).filter((run) => run.length > 1 || left[run.left]!.trim() !== '');
  for (const run of [...equal, {left: left.length, right: right.length, length: 0}]) {
    add('removed', left.slice(x, run.left));
    add('added', right.slice(y, run.right));
    [x, y] = [run.left + run.length, run.right + run.length];
    add('same', left.slice(run.left, x));
  }
  return changes;
}
