/** What a criterion's score is made of, each 0 to 1. */
export interface Parts {
  answered: number;
  recall: number;
  rating: number;
}

export interface CriterionScore {
  criterion: {levels: readonly unknown[]};
  answered: number;
  total: number;
  recall: number;
  rating: number;
}

/** The version of the formula that {@link partsOf} knows, as `Readiness.formula` begins with it. */
const FORMULA = '2:';

/**
 * What answers, recall and rating add to a criterion's score.
 *
 * @returns undefined for a formula of another version
 */
export function partsOf(formula: string, {criterion, answered, total, recall, rating}: CriterionScore): Parts | undefined {
  if (!formula.startsWith(FORMULA)) {
    return undefined;
  }
  const ready = total === 0 ? 0 : answered / total;
  return criterion.levels.length === 0
    ? {answered: 0.5 * ready, recall: 0.5 * recall, rating: 0}
    : {answered: 0.4 * ready, recall: 0.4 * recall, rating: 0.2 * rating};
}
