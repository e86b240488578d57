/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Structure of a good answer. */
export type AnswerFramework =
  /** No fixed structure. */
  | 'FREEFORM'
  /** Situation, task, action, result: for questions about past behaviour. */
  | 'STAR';

/** Ratings of one revision of an answer. */
export type AssessAnswerInput = {
  /** The answer. */
  answerId: string | number;
  /** Ratings, 1 to 20, one for each criterion. Earlier ratings by other criteria stay unchanged. */
  ratings: Array<CriterionRatingInput>;
  /** Version of the revision to rate. */
  version: number;
};

/** Rating of an answer by one criterion. */
export type CriterionRatingInput = {
  /** A criterion of the question. */
  criterionId: string | number;
  /** Score, 1 (poor) to 5 (excellent). */
  score: number;
};

/** An answer to delete. */
export type DeleteSavedAnswerInput = {
  /** The answer. */
  id: string | number;
};

/** Difficulty of a question for candidates of the guide's seniority. */
export type Difficulty =
  /** Most prepared candidates answer it well. */
  | 'EASY'
  /** Distinguishes strong candidates. */
  | 'HARD'
  /** Needs practice or some thought. */
  | 'MEDIUM';

/** Direction of an order. */
export type OrderDirection =
  /** The smallest, the earliest or the first of the alphabet first. */
  | 'ASC'
  /** The greatest, the latest or the last of the alphabet first. */
  | 'DESC';

/** A revision to restore. */
export type RestoreAnswerRevisionInput = {
  /** The current version. A mismatch is a CONFLICT, unless the call retries the change that made the newest version. */
  expectedVersion: number;
  /** The answer. */
  id: string | number;
  /** Version of the revision to restore. */
  version: number;
};

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

/** Purpose of a sample answer. */
export type SampleAnswerKind =
  /** A candidate's possible wording. */
  | 'EXAMPLE'
  /** The contents of a complete and correct answer. */
  | 'MODEL'
  /** The answer in a few sentences. */
  | 'SHORT';

/** An answer to save: body or star, not both. Either replaces the whole text; without both, only the status changes. */
export type SaveAnswerInput = {
  /** Free text. Markdown, at most 20,000 characters. */
  body?: string | null | undefined;
  /** The version that the change is based on; 0 for the first save. A mismatch is a CONFLICT, unless the call retries the change that made the newest version. */
  expectedVersion: number;
  /** The question to answer. */
  questionId: string | number;
  /** Parts of a STAR answer, at least one. They replace all earlier parts; an omitted or null part is removed. */
  star?: StarAnswerInput | null | undefined;
  /** Status; unchanged by default, DRAFT on the first save. A READY answer must have visible text. */
  status?: SavedAnswerStatus | null | undefined;
};

/** Filter of saved answers; all given conditions must match. A list matches any of its values, at most 100; an empty list matches nothing. */
export type SavedAnswerFilterInput = {
  /**
   * Slug of a guide that contains the question. Deprecated: use guides.
   * @deprecated Use guides.
   */
  guide?: string | null | undefined;
  /** Slugs of guides that contain the question. */
  guides?: Array<string> | null | undefined;
  /** Ids of the answered questions, also of withdrawn ones; others match nothing. */
  questionIds?: Array<string | number> | null | undefined;
  /** Whether the question changed since the last save. */
  stale?: boolean | null | undefined;
  /**
   * Status of the answer. Deprecated: use statuses.
   * @deprecated Use statuses.
   */
  status?: SavedAnswerStatus | null | undefined;
  /** Statuses of the answer. */
  statuses?: Array<SavedAnswerStatus> | null | undefined;
};

/** Orders of saved answers. */
export type SavedAnswerOrderField =
  /** Time of the first save. */
  | 'CREATED_AT'
  /** Time of the last save. */
  | 'UPDATED_AT';

/** Order of saved answers. */
export type SavedAnswerOrderInput = {
  /** Direction; default ASC. */
  direction?: OrderDirection | null | undefined;
  /** Field to order by. */
  field: SavedAnswerOrderField;
};

/** Status of a saved answer. */
export type SavedAnswerStatus =
  /** In progress. */
  | 'DRAFT'
  /** Ready for the interview. */
  | 'READY';

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

/** An answer in the parts of the STAR framework. Markdown, at most 20,000 characters each. */
export type StarAnswerInput = {
  /** Action: the candidate's own steps. */
  action?: string | null | undefined;
  /** Result: the outcome. */
  result?: string | null | undefined;
  /** Situation: place, time and circumstances. */
  situation?: string | null | undefined;
  /** Task: the goal and the candidate's responsibility. */
  task?: string | null | undefined;
};

/** Code of a user error. */
export type UserErrorCode =
  /** The object was changed since the caller read it, or the idempotency key was used with a different input. */
  | 'CONFLICT'
  /** The caller already has such an object. */
  | 'DUPLICATE'
  /** A value is invalid. */
  | 'INVALID'
  /** The caller has the maximal number of such objects. */
  | 'LIMIT_REACHED'
  /** The object does not exist, or is not the caller's. */
  | 'NOT_FOUND'
  /** A text is too long. */
  | 'TOO_LARGE';

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

export type AnswerFragment = { id: string, version: number, status: SavedAnswerStatus, body: string | null, stale: boolean, star: { situation: string | null, task: string | null, action: string | null, result: string | null } | null };

export type AnswerHistoryQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type AnswerHistoryQuery = { node:
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
    | { id: string, revisions: { totalCount: number, nodes: Array<{ version: number, savedAt: string, status: SavedAnswerStatus, body: string | null, star: { situation: string | null, task: string | null, action: string | null, result: string | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null }
    | { id: string }
    | { id: string }
   | null };

export type AnswerPageQueryVariables = Exact<{
  question: string | number;
}>;


export type AnswerPageQuery = { question: { id: string, slug: string, prompt: string, resolvedLocale: string, framework: AnswerFramework, difficulty: Difficulty | null, estimatedMinutes: number, type: { id: string, name: string, resolvedLocale: string }, exhibitRich: { html: string | null, locale: string | null } | null, howToAnswerRich: { html: string | null, locale: string | null }, hints: Array<{ bodyRich: { html: string | null, locale: string | null } }>, answers: Array<{ kind: SampleAnswerKind, bodyRich: { html: string | null, locale: string | null } }>, followUps: Array<{ prompt: string, resolvedLocale: string, howToAnswerRich: { html: string | null, locale: string | null } | null }>, guides: Array<{ id: string, slug: string, title: string, resolvedLocale: string }> } | null, viewer: { id: string, savedAnswers: { nodes: Array<{ id: string, question: { id: string, slug: string, prompt: string, resolvedLocale: string, framework: AnswerFramework, difficulty: Difficulty | null, estimatedMinutes: number, type: { id: string, name: string, resolvedLocale: string }, exhibitRich: { html: string | null, locale: string | null } | null, howToAnswerRich: { html: string | null, locale: string | null }, hints: Array<{ bodyRich: { html: string | null, locale: string | null } }>, answers: Array<{ kind: SampleAnswerKind, bodyRich: { html: string | null, locale: string | null } }>, followUps: Array<{ prompt: string, resolvedLocale: string, howToAnswerRich: { html: string | null, locale: string | null } | null }>, guides: Array<{ id: string, slug: string, title: string, resolvedLocale: string }> } }> } | null } | null };

export type AnswerQuestionFragment = { id: string, slug: string, prompt: string, resolvedLocale: string, framework: AnswerFramework, difficulty: Difficulty | null, estimatedMinutes: number, type: { id: string, name: string, resolvedLocale: string }, exhibitRich: { html: string | null, locale: string | null } | null, howToAnswerRich: { html: string | null, locale: string | null }, hints: Array<{ bodyRich: { html: string | null, locale: string | null } }>, answers: Array<{ kind: SampleAnswerKind, bodyRich: { html: string | null, locale: string | null } }>, followUps: Array<{ prompt: string, resolvedLocale: string, howToAnswerRich: { html: string | null, locale: string | null } | null }>, guides: Array<{ id: string, slug: string, title: string, resolvedLocale: string }> };

export type AnswerQuestionsQueryVariables = Exact<{
  text: string;
}>;


export type AnswerQuestionsQuery = { questions: { nodes: Array<{ id: string }>, pageInfo: { hasNextPage: boolean } } | null };

export type AnswerRatingQueryVariables = Exact<{
  question: string | number;
}>;


export type AnswerRatingQuery = { question: { id: string, criteria: Array<{ id: string, name: string, resolvedLocale: string, levels: Array<{ score: number, label: string, resolvedLocale: string, descriptorRich: { html: string | null, locale: string | null } }> }>, myAnswer: { id: string, assessments: Array<{ version: number, assessedAt: string, ratings: Array<{ score: number, criterion: { id: string } }> }> } | null } | null };

export type AnswersQueryVariables = Exact<{
  filter?: SavedAnswerFilterInput | null | undefined;
  orderBy?: SavedAnswerOrderInput | null | undefined;
  after?: string | null | undefined;
}>;


export type AnswersQuery = { viewer: { id: string, savedAnswers: { totalCount: number, nodes: Array<{ id: string, status: SavedAnswerStatus, stale: boolean, updatedAt: string, question: { id: string, slug: string, prompt: string, resolvedLocale: string, guides: Array<{ id: string, slug: string, title: string, resolvedLocale: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null, roleGuides: { nodes: Array<{ id: string, slug: string, title: string, resolvedLocale: string }> } | null };

export type AssessAnswerMutationVariables = Exact<{
  input: AssessAnswerInput;
}>;


export type AssessAnswerMutation = { assessAnswer: { assessment: { version: number, assessedAt: string } | null, userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type DeleteSavedAnswerMutationVariables = Exact<{
  input: DeleteSavedAnswerInput;
}>;


export type DeleteSavedAnswerMutation = { deleteSavedAnswer: { deletedId: string | null, userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type MyAnswerQueryVariables = Exact<{
  question: string | number;
}>;


export type MyAnswerQuery = { viewer: { id: string, savedAnswers: { nodes: Array<{ id: string, version: number, status: SavedAnswerStatus, body: string | null, stale: boolean, star: { situation: string | null, task: string | null, action: string | null, result: string | null } | null }> } | null } | null };

export type RestoreAnswerRevisionMutationVariables = Exact<{
  input: RestoreAnswerRevisionInput;
}>;


export type RestoreAnswerRevisionMutation = { restoreAnswerRevision: { savedAnswer: { id: string, version: number } | null, userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type SaveAnswerMutationVariables = Exact<{
  input: SaveAnswerInput;
}>;


export type SaveAnswerMutation = { saveAnswer: { savedAnswer: { id: string, version: number, status: SavedAnswerStatus, body: string | null, stale: boolean, star: { situation: string | null, task: string | null, action: string | null, result: string | null } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string }> } };

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

export type ProgressGuidesQueryVariables = Exact<{ [key: string]: never; }>;


export type ProgressGuidesQuery = { viewer: { id: string, prepPlans: { nodes: Array<{ id: string, interviewOn: string, guide: { id: string, title: string, resolvedLocale: string } }> } | null, interviews: { nodes: Array<{ id: string, scheduledAt: string | null, guide: { id: string, title: string, resolvedLocale: string } | null }> } | null } | null, roleGuides: { nodes: Array<{ id: string, title: string, resolvedLocale: string }> } | null };

export type ReadinessQueryVariables = Exact<{
  guide: string | number;
}>;


export type ReadinessQuery = { viewer: { id: string, readiness: { score: number, formula: string, predictedFor: string, guide: { id: string, slug: string, title: string, resolvedLocale: string }, criteria: Array<{ score: number, answered: number, total: number, recall: number, rating: number, criterion: { id: string, name: string, resolvedLocale: string, levels: Array<{ score: number }> } }>, questions: Array<{ question: { id: string, myCard: { practisedAt: string | null, dueAt: string } | null } }> } | null } | null };

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
export const AnswerFragmentDoc = new TypedDocumentString(`
    fragment Answer on SavedAnswer {
  id
  version
  status
  body
  star {
    situation
    task
    action
    result
  }
  stale
}
    `, {"fragmentName":"Answer"}) as unknown as TypedDocumentString<AnswerFragment, unknown>;
export const AnswerQuestionFragmentDoc = new TypedDocumentString(`
    fragment AnswerQuestion on Question {
  id
  slug
  prompt
  resolvedLocale
  framework
  difficulty
  estimatedMinutes
  type {
    id
    name
    resolvedLocale
  }
  exhibitRich {
    html(headingLevel: 2)
    locale
  }
  howToAnswerRich {
    html(headingLevel: 3)
    locale
  }
  hints {
    bodyRich {
      html(headingLevel: 3)
      locale
    }
  }
  answers {
    kind
    bodyRich {
      html(headingLevel: 3)
      locale
    }
  }
  followUps {
    prompt
    resolvedLocale
    howToAnswerRich {
      html(headingLevel: 4)
      locale
    }
  }
  guides {
    id
    slug
    title
    resolvedLocale
  }
}
    `, {"fragmentName":"AnswerQuestion"}) as unknown as TypedDocumentString<AnswerQuestionFragment, unknown>;
export const ShellDocument = {"__meta__":{"hash":"sha256:441c8b6f703a01f0cd79733044863d52bd1482d9ed9550cf8576cab5c51ef5e9"}} as unknown as TypedDocumentString<ShellQuery, ShellQueryVariables>;
export const AnswerHistoryDocument = {"__meta__":{"hash":"sha256:a16e447da4211d4b6de96dd7ad3d8d8cfaa60f75898c2dd65e67cd73d8ff1343"}} as unknown as TypedDocumentString<AnswerHistoryQuery, AnswerHistoryQueryVariables>;
export const AnswerPageDocument = {"__meta__":{"hash":"sha256:d4d1131ff3c816deae80691077c88dc9ab6b53eb70db3f0486313902dd19a576"}} as unknown as TypedDocumentString<AnswerPageQuery, AnswerPageQueryVariables>;
export const AnswerQuestionsDocument = {"__meta__":{"hash":"sha256:0104bc980bf506d11ee2723cebd2b8f356499b2b6b2a5706f50b9e5f555940af"}} as unknown as TypedDocumentString<AnswerQuestionsQuery, AnswerQuestionsQueryVariables>;
export const AnswerRatingDocument = {"__meta__":{"hash":"sha256:a8417da440482a76cd089aca19bb35fccc98a08e4f0bd12b07f54d314afe4db9"}} as unknown as TypedDocumentString<AnswerRatingQuery, AnswerRatingQueryVariables>;
export const AnswersDocument = {"__meta__":{"hash":"sha256:0e632e619a42ab13b43b0a017a7e6b0dc4346b58d5623862c3d39f96a7940006"}} as unknown as TypedDocumentString<AnswersQuery, AnswersQueryVariables>;
export const AssessAnswerDocument = {"__meta__":{"hash":"sha256:3360f2cbe841a0087f3990ab68300fae0b7f60a01efa916f511a2d0a7cfb3316"}} as unknown as TypedDocumentString<AssessAnswerMutation, AssessAnswerMutationVariables>;
export const DeleteSavedAnswerDocument = {"__meta__":{"hash":"sha256:cca1ecfe66f5a62de14c4dabe0abf23a6f116b8346aa5558f4d271fef5a7014a"}} as unknown as TypedDocumentString<DeleteSavedAnswerMutation, DeleteSavedAnswerMutationVariables>;
export const MyAnswerDocument = {"__meta__":{"hash":"sha256:d43d649e99a7867d9ae24e220b002a28c34db570572baf5e586b1e25d7b8471f"}} as unknown as TypedDocumentString<MyAnswerQuery, MyAnswerQueryVariables>;
export const RestoreAnswerRevisionDocument = {"__meta__":{"hash":"sha256:307a9de841aad045be56cf79bff3d72f4ad91c5752ff66eaf5f641c0d392726d"}} as unknown as TypedDocumentString<RestoreAnswerRevisionMutation, RestoreAnswerRevisionMutationVariables>;
export const SaveAnswerDocument = {"__meta__":{"hash":"sha256:b354420f8fdcfd95a3a20c7f174d4be42e068127b553e252c4f38caf5f0accde"}} as unknown as TypedDocumentString<SaveAnswerMutation, SaveAnswerMutationVariables>;
export const ViewerChangedDocument = {"__meta__":{"hash":"sha256:cc6d7dc6ffac4d0d01409d3dccb3a2cc4b63c588e10a72572137318d87b93bd9"}} as unknown as TypedDocumentString<ViewerChangedSubscription, ViewerChangedSubscriptionVariables>;
export const GuidePageDocument = {"__meta__":{"hash":"sha256:0d83a284a9cdb942d3482df0d063501fe6f8e41a776b78682c0193a5144feec1"}} as unknown as TypedDocumentString<GuidePageQuery, GuidePageQueryVariables>;
export const GuidesDocument = {"__meta__":{"hash":"sha256:d3a3e985e23c95f52d59401e5c28a33b7a0eb90249887ec00a90234a42e0c234"}} as unknown as TypedDocumentString<GuidesQuery, GuidesQueryVariables>;
export const ProgressGuidesDocument = {"__meta__":{"hash":"sha256:6aec256a75b264cd32489d0dd803a0bb2bf4e58d3046e3a8e57a65673071371c"}} as unknown as TypedDocumentString<ProgressGuidesQuery, ProgressGuidesQueryVariables>;
export const ReadinessDocument = {"__meta__":{"hash":"sha256:287bbd8f8c7d8ed22ce204d4842f3b892e7fb736017915382910767317f82241"}} as unknown as TypedDocumentString<ReadinessQuery, ReadinessQueryVariables>;