import type {SavedAnswerStatus} from '../generated/graphql';
import {merge} from './merge';

export const PARTS = ['situation', 'task', 'action', 'result'] as const;
export type Part = (typeof PARTS)[number];
export type Star = Record<Part, string>;

/** What the user writes: free text, or the parts of STAR. */
export interface Content {
  status: SavedAnswerStatus;
  /** Empty where there is a `star`. */
  body: string;
  star: Star | null;
}

export const EMPTY: Content = {status: 'DRAFT', body: '', star: null};
const NO_STAR: Star = {situation: '', task: '', action: '', result: ''};

export const partName = (part: Part): string => part.charAt(0).toUpperCase() + part.slice(1);
const heading = (part: Part): string => `## ${partName(part)}`;

/** The whole text, with the parts of STAR below headings. */
export function textOf({body, star}: Content): string {
  return star
    ? PARTS.filter((part) => star[part] !== '')
        .map((part) => `${heading(part)}\n\n${star[part]}`)
        .join('\n\n')
    : body;
}

/** Free text as STAR, by the headings of {@link textOf}; what is above them goes to the situation. */
export function starOf(text: string): Star {
  const lines: Record<Part, string[]> = {situation: [], task: [], action: [], result: []};
  let part: Part = 'situation';
  for (const line of text.split('\n')) {
    const named = PARTS.find((candidate) => line.trim() === heading(candidate));
    part = named ?? part;
    if (!named) {
      lines[part].push(line);
    }
  }
  const star = {...NO_STAR};
  PARTS.forEach((named) => (star[named] = lines[named].join('\n').replace(/^\n+|\n+$/g, '')));
  return star;
}

/** The form for the service, which has no STAR answer without any part. */
export const partsOf = ({star}: Content): Star | null => (star && PARTS.some((part) => star[part] !== '') ? star : null);

export const same = (one: Content, other: Content): boolean => one.status === other.status && sameText(one, other);

function sameText(one: Content, other: Content): boolean {
  const [left, right] = [partsOf(one), partsOf(other)];
  return left && right ? PARTS.every((part) => left[part] === right[part]) : left === right && one.body === other.body;
}

export interface MergedContent {
  content: Content;
  /** Whether both have changed the same lines; the content has then both versions of them. */
  conflict: boolean;
}

/** Merges two contents that go back to one. */
export function mergeContents(base: Content, mine: Content, theirs: Content): MergedContent {
  const status = mine.status === base.status ? theirs.status : mine.status;
  if (sameText(mine, theirs) || sameText(theirs, base)) {
    return {content: {...mine, status}, conflict: false};
  }
  if (sameText(mine, base)) {
    return {content: {...theirs, status}, conflict: false};
  }
  if (mine.star && theirs.star) {
    return mergeStars(base.star ?? starOf(base.body), mine.star, theirs.star, status);
  }
  const {text, conflict} = merge(textOf(base), textOf(mine), textOf(theirs));
  const changedForm = mine.star !== null || theirs.star !== null;
  return {content: {status, body: text, star: null}, conflict: conflict || changedForm};
}

function mergeStars(base: Star, mine: Star, theirs: Star, status: SavedAnswerStatus): MergedContent {
  const star = {...NO_STAR};
  let conflict = false;
  for (const part of PARTS) {
    const merged = merge(base[part], mine[part], theirs[part]);
    star[part] = merged.text;
    conflict ||= merged.conflict;
  }
  return {content: {status, body: '', star}, conflict};
}
