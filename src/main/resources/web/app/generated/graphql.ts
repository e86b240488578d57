/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Difficulty of a question for candidates of the guide's seniority. */
export type Difficulty =
  /** Most prepared candidates answer it well. */
  | 'EASY'
  /** Distinguishes strong candidates. */
  | 'HARD'
  /** Needs practice or some thought. */
  | 'MEDIUM';

/** Filter of guides; all given conditions must match. A list matches any of its values, at most 100; an empty list matches nothing. */
export type RoleGuideFilterInput = {
  /** The guide's current revision was published after this time: unlike for contentChangedAt, a change of its questions, criteria or question types alone does not count, and one in another language does. (ISO-8601) */
  changedAfter?: string | null | undefined;
  /** Slugs of role families. */
  families?: Array<string> | null | undefined;
  /**
   * Slug of the role family. Deprecated: use families.
   * @deprecated Use families.
   */
  family?: string | null | undefined;
  /** Ids of guides; others match nothing. */
  ids?: Array<string | number> | null | undefined;
  /** Seniorities of the role. */
  seniorities?: Array<Seniority> | null | undefined;
  /**
   * Seniority of the role. Deprecated: use seniorities.
   * @deprecated Use seniorities.
   */
  seniority?: Seniority | null | undefined;
  /** Slugs of guides. */
  slugs?: Array<string> | null | undefined;
  /** Words in the guide, at most 200 characters (Unicode code points); a blank text does not filter. */
  text?: string | null | undefined;
};

/** Seniority of a role. */
export type Seniority =
  /** Student or starter without work experience. */
  | 'INTERN'
  /** Up to about two years of work experience. */
  | 'JUNIOR'
  /** Leads the work of a team. */
  | 'LEAD'
  /** Works independently on known kinds of tasks. */
  | 'MID'
  /** Owns large parts of a system and guides others. */
  | 'SENIOR';

/** What changed in the account. */
export type ViewerChangeKind =
  /** A saved answer or its assessment. */
  | 'ANSWER'
  /** A bookmark; node is the guide or question. */
  | 'BOOKMARK'
  /** A tracked interview with its history and debrief, or a stage of interviews. */
  | 'INTERVIEW'
  /** A plan with its items. */
  | 'PLAN'
  /** A recorded practice or a practice session. */
  | 'PRACTICE'
  /** The preferences. */
  | 'PREFERENCES'
  /** Anything: read again what is shown. The first event of each subscription, and the next one after events may have been missed. */
  | 'RESYNC';

export type ShellQueryVariables = Exact<{ [key: string]: never; }>;


export type ShellQuery = { catalogue: { locales: Array<string> }, viewer: { displayName: string | null } | null };

export type ViewerChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ViewerChangedSubscription = { viewerChanged: { kind: ViewerChangeKind, deletedId: string | null, node:
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
     | null } | null };

export type GuidePageQueryVariables = Exact<{
  slug: string;
}>;


export type GuidePageQuery = { roleGuide: { id: string, title: string, resolvedLocale: string, overviewRich: { html: string | null, locale: string | null }, questions: { nodes: Array<{ id: string, slug: string, prompt: string, resolvedLocale: string, difficulty: Difficulty | null, howToAnswerRich: { html: string | null, locale: string | null } }> } | null } | null };

export type GuidesQueryVariables = Exact<{
  filter?: RoleGuideFilterInput | null | undefined;
  after?: string | null | undefined;
}>;


export type GuidesQuery = { roleGuides: { totalCount: number, nodes: Array<{ id: string, slug: string, title: string, resolvedLocale: string, summary: string | null, summaryLocale: string | null, seniority: Seniority }>, facets: { families: Array<{ value: string, count: number }>, seniorities: Array<{ value: string, count: number }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, families: Array<{ slug: string, name: string, resolvedLocale: string }> | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const ShellDocument = {"__meta__":{"hash":"sha256:441c8b6f703a01f0cd79733044863d52bd1482d9ed9550cf8576cab5c51ef5e9"}} as unknown as TypedDocumentString<ShellQuery, ShellQueryVariables>;
export const ViewerChangedDocument = {"__meta__":{"hash":"sha256:cc6d7dc6ffac4d0d01409d3dccb3a2cc4b63c588e10a72572137318d87b93bd9"}} as unknown as TypedDocumentString<ViewerChangedSubscription, ViewerChangedSubscriptionVariables>;
export const GuidePageDocument = {"__meta__":{"hash":"sha256:0d83a284a9cdb942d3482df0d063501fe6f8e41a776b78682c0193a5144feec1"}} as unknown as TypedDocumentString<GuidePageQuery, GuidePageQueryVariables>;
export const GuidesDocument = {"__meta__":{"hash":"sha256:d3a3e985e23c95f52d59401e5c28a33b7a0eb90249887ec00a90234a42e0c234"}} as unknown as TypedDocumentString<GuidesQuery, GuidesQueryVariables>;