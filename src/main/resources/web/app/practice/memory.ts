const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How far a time is away: `in 3 days`, `2 hours ago`. */
export function fromNow(instant: string): string {
  const distance = Date.parse(instant) - Date.now();
  const [unit, length] = UNITS.find(([, length]) => Math.abs(distance) >= length) ?? UNITS[2];
  return new Intl.RelativeTimeFormat('en', {numeric: 'auto'}).format(Math.trunc(distance / length), unit);
}

/** The predicted probability of recall in words, with its number. */
function recall(retrievability: number): string {
  const percent = `${Math.round(retrievability * 100)} %`;
  if (retrievability >= 0.9) {
    return `you very likely recall it (${percent})`;
  }
  if (retrievability >= 0.7) {
    return `you may have begun to forget it (${percent})`;
  }
  return retrievability >= 0.4 ? `you may have forgotten it (${percent})` : `you have probably forgotten it (${percent})`;
}

export interface Card {
  dueAt: string;
  practisedAt: string | null;
  retrievability: number | null;
}

export const isDue = ({dueAt}: Card): boolean => Date.parse(dueAt) <= Date.now();

/** Why a question is in front. */
export function reason(card: Card): string {
  if (card.practisedAt === null) {
    return 'New: you have not practised it yet.';
  }
  return `Due ${fromNow(card.dueAt)}: ${recall(card.retrievability ?? 0)}. Last practised ${fromNow(card.practisedAt)}.`;
}
