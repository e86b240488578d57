import {runs} from './diff';

/** Lines that both sides agree on or that one alone has changed, or the lines of both where both have changed them. */
type Part = {lines: string[]} | {mine: string[]; theirs: string[]};

export interface Merge {
  /** Where both have changed the same lines, mine follow theirs. */
  text: string;
  /** Whether both have changed the same lines. */
  conflict: boolean;
}

/**
 * Three-way merge by lines, as in S. Khanna, K. Kunal, B. C. Pierce, "A Formal Investigation of Diff3" (FSTTCS 2007): lines of the
 * base that both sides have are stable; what lies between two of them is taken from the side that has changed it.
 *
 * @param base the last text that both sides had in common
 */
export function merge(base: string, mine: string, theirs: string): Merge {
  const parts = [...partsOf(base.split('\n'), mine.split('\n'), theirs.split('\n'))];
  return {
    text: parts.flatMap((part) => ('lines' in part ? part.lines : [...part.theirs, ...part.mine])).join('\n'),
    conflict: parts.some((part) => !('lines' in part)),
  };
}

function* partsOf(base: string[], mine: string[], theirs: string[]): Generator<Part> {
  const inMine = survivors(base, mine);
  const inTheirs = survivors(base, theirs);
  let [b, m, t] = [0, 0, 0];
  for (let i = 0; i < base.length; i++) {
    const [j, k] = [inMine.get(i), inTheirs.get(i)];
    if (j !== undefined && k !== undefined) {
      yield choose(base.slice(b, i), mine.slice(m, j), theirs.slice(t, k));
      yield {lines: [base[i]!]};
      [b, m, t] = [i + 1, j + 1, k + 1];
    }
  }
  yield choose(base.slice(b), mine.slice(m), theirs.slice(t));
}

/** The index in the other sequence of each line of the base that it still has. */
function survivors(base: string[], other: string[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const {left, right, length} of runs(base, other)) {
    for (let i = 0; i < length; i++) {
      found.set(left + i, right + i);
    }
  }
  return found;
}

function choose(base: string[], mine: string[], theirs: string[]): Part {
  if (equal(mine, theirs) || equal(theirs, base)) {
    return {lines: mine};
  }
  return equal(mine, base) ? {lines: theirs} : {mine, theirs};
}

const equal = (one: string[], other: string[]): boolean => one.length === other.length && one.every((line, i) => line === other[i]);
