/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** An answer to a question of a session. */
export type AnswerPracticeQuestionInput = {
  /** Answer. Markdown, 1 to 20,000 characters, not blank. */
  body: string;
  /** The version of the question that the change is based on; 0 for the first save. A mismatch is a CONFLICT, unless the call retries the change that made the newest version. */
  expectedVersion: number;
  /** Position of the question in the session, from 1. */
  position: number;
  /** The session. */
  sessionId: string | number;
};

/** A session to delete. */
export type DeletePracticeSessionInput = {
  /** The session. */
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

/** A session to finish. */
export type FinishPracticeSessionInput = {
  /** The session. */
  id: string | number;
};

/** Rating of a practice. */
export type PracticeRating =
  /** Not recalled. */
  | 'AGAIN'
  /** Recalled at once. */
  | 'EASY'
  /** Recalled. */
  | 'GOOD'
  /** Recalled with difficulty. */
  | 'HARD';

/** A practice to record. */
export type RecordPracticeInput = {
  /** Idempotency key, 1 to 255 characters, valid for 24 hours: a retry with the same key records no second practice. */
  idempotencyKey?: string | null | undefined;
  /** Time of the practice; now by default. Up to 365 days ago, also before recorded practices. Not in the future; up to 60 seconds ahead counts as now. (ISO-8601) */
  practisedAt?: string | null | undefined;
  /** The question. */
  questionId: string | number;
  /** Rating of the practice. */
  rating: PracticeRating;
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

/** A session to start. */
export type StartPracticeSessionInput = {
  /** Guide of the questions. */
  guideId: string | number;
  /** Idempotency key, 1 to 255 characters, valid for 24 hours: a retry with the same key starts no second session. */
  idempotencyKey?: string | null | undefined;
  /** Minutes for each question, 1 to 60. */
  minutesEach: number;
  /** Number of questions, 1 to 30, at most the guide's number of questions. */
  questions: number;
};

/** A practice to undo. */
export type UndoPracticeInput = {
  /** The practice. */
  id: string | number;
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

export type AnswerPracticeQuestionMutationVariables = Exact<{
  input: AnswerPracticeQuestionInput;
}>;


export type AnswerPracticeQuestionMutation = { answerPracticeQuestion: { practiceSession: { id: string, minutesEach: number, serverTime: string, startedAt: string, finishedAt: string | null, endsAt: string, total: number, inTime: number, late: number, unanswered: number, guide: { title: string, resolvedLocale: string } | null, questions: Array<{ position: number, deadline: string, version: number, body: string | null, answeredLate: boolean, bodyRich: { html: string | null, locale: string | null } | null, question: { id: string, prompt: string, resolvedLocale: string, myCard: { practisedAt: string | null, dueAt: string } | null, exhibitRich: { html: string | null, locale: string | null } | null, howToAnswerRich: { html: string | null, locale: string | null } } }> } | null, userErrors: Array<{ message: string, code: UserErrorCode, field: Array<string> | null }> } };

export type DeletePracticeSessionMutationVariables = Exact<{
  input: DeletePracticeSessionInput;
}>;


export type DeletePracticeSessionMutation = { deletePracticeSession: { deletedId: string | null, userErrors: Array<{ message: string }> } };

export type FinishPracticeSessionMutationVariables = Exact<{
  input: FinishPracticeSessionInput;
}>;


export type FinishPracticeSessionMutation = { finishPracticeSession: { practiceSession: { id: string } | null, userErrors: Array<{ message: string }> } };

export type PracticeQueryVariables = Exact<{
  first: number;
}>;


export type PracticeQuery = { viewer: { id: string, practiceQueue: Array<{ dueAt: string, practisedAt: string | null, reps: number, retrievability: number | null, question: { id: string, prompt: string, resolvedLocale: string, exhibitRich: { html: string | null, locale: string | null } | null, hints: Array<{ bodyRich: { html: string | null, locale: string | null } }>, howToAnswerRich: { html: string | null, locale: string | null }, answers: Array<{ kind: SampleAnswerKind, bodyRich: { html: string | null, locale: string | null } }>, myAnswer: { bodyRich: { html: string | null, locale: string | null } | null, star: { situationRich: { html: string | null, locale: string | null } | null, taskRich: { html: string | null, locale: string | null } | null, actionRich: { html: string | null, locale: string | null } | null, resultRich: { html: string | null, locale: string | null } | null } | null } | null } }> | null, practices: { nodes: Array<{ id: string, practisedAt: string, rating: PracticeRating, question: { id: string, prompt: string, resolvedLocale: string } }> } | null } | null };

export type PracticeSessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type PracticeSessionsQuery = { viewer: { practiceSessions: { nodes: Array<{ id: string, startedAt: string, finishedAt: string | null, endsAt: string, total: number, inTime: number, late: number, unanswered: number, guide: { title: string, resolvedLocale: string } | null }> } | null } | null, roleGuides: { nodes: Array<{ id: string, title: string, resolvedLocale: string }> } | null };

export type RecordPracticeMutationVariables = Exact<{
  input: RecordPracticeInput;
}>;


export type RecordPracticeMutation = { recordPractice: { practice: { id: string } | null, card: { dueAt: string } | null, userErrors: Array<{ message: string }> } };

export type SessionPageQueryVariables = Exact<{
  id: string | number;
}>;


export type SessionPageQuery = { viewer: { id: string } | null, node:
    | { id: string, minutesEach: number, serverTime: string, startedAt: string, finishedAt: string | null, endsAt: string, total: number, inTime: number, late: number, unanswered: number, guide: { title: string, resolvedLocale: string } | null, questions: Array<{ position: number, deadline: string, version: number, body: string | null, answeredLate: boolean, bodyRich: { html: string | null, locale: string | null } | null, question: { id: string, prompt: string, resolvedLocale: string, myCard: { practisedAt: string | null, dueAt: string } | null, exhibitRich: { html: string | null, locale: string | null } | null, howToAnswerRich: { html: string | null, locale: string | null } } }> }
    | Record<PropertyKey, never>
   | null };

export type SessionPartsFragment = { id: string, minutesEach: number, serverTime: string, startedAt: string, finishedAt: string | null, endsAt: string, total: number, inTime: number, late: number, unanswered: number, guide: { title: string, resolvedLocale: string } | null, questions: Array<{ position: number, deadline: string, version: number, body: string | null, answeredLate: boolean, bodyRich: { html: string | null, locale: string | null } | null, question: { id: string, prompt: string, resolvedLocale: string, myCard: { practisedAt: string | null, dueAt: string } | null, exhibitRich: { html: string | null, locale: string | null } | null, howToAnswerRich: { html: string | null, locale: string | null } } }> };

export type StartPracticeSessionMutationVariables = Exact<{
  input: StartPracticeSessionInput;
}>;


export type StartPracticeSessionMutation = { startPracticeSession: { practiceSession: { id: string } | null, userErrors: Array<{ message: string }> } };

export type UndoPracticeMutationVariables = Exact<{
  input: UndoPracticeInput;
}>;


export type UndoPracticeMutation = { undoPractice: { deletedId: string | null, userErrors: Array<{ message: string }> } };

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
export const SessionPartsFragmentDoc = new TypedDocumentString(`
    fragment SessionParts on PracticeSession {
  id
  minutesEach
  serverTime
  startedAt
  finishedAt
  endsAt
  total
  inTime
  late
  unanswered
  guide {
    title
    resolvedLocale
  }
  questions {
    position
    deadline
    version
    body
    bodyRich {
      html(headingLevel: 4)
      locale
    }
    answeredLate
    question {
      id
      prompt
      resolvedLocale
      myCard {
        practisedAt
        dueAt
      }
      exhibitRich {
        html(headingLevel: 3)
        locale
      }
      howToAnswerRich {
        html(headingLevel: 4)
        locale
      }
    }
  }
}
    `, {"fragmentName":"SessionParts"}) as unknown as TypedDocumentString<SessionPartsFragment, unknown>;
export const ShellDocument = {"__meta__":{"hash":"sha256:441c8b6f703a01f0cd79733044863d52bd1482d9ed9550cf8576cab5c51ef5e9"}} as unknown as TypedDocumentString<ShellQuery, ShellQueryVariables>;
export const ViewerChangedDocument = {"__meta__":{"hash":"sha256:cc6d7dc6ffac4d0d01409d3dccb3a2cc4b63c588e10a72572137318d87b93bd9"}} as unknown as TypedDocumentString<ViewerChangedSubscription, ViewerChangedSubscriptionVariables>;
export const GuidePageDocument = {"__meta__":{"hash":"sha256:0d83a284a9cdb942d3482df0d063501fe6f8e41a776b78682c0193a5144feec1"}} as unknown as TypedDocumentString<GuidePageQuery, GuidePageQueryVariables>;
export const GuidesDocument = {"__meta__":{"hash":"sha256:d3a3e985e23c95f52d59401e5c28a33b7a0eb90249887ec00a90234a42e0c234"}} as unknown as TypedDocumentString<GuidesQuery, GuidesQueryVariables>;
export const AnswerPracticeQuestionDocument = {"__meta__":{"hash":"sha256:eb6c6d0d1b10abfaf5d11b7ee415b302fe4cda482dc2ec3509629cabec6d1332"}} as unknown as TypedDocumentString<AnswerPracticeQuestionMutation, AnswerPracticeQuestionMutationVariables>;
export const DeletePracticeSessionDocument = {"__meta__":{"hash":"sha256:0f4defc36800ed7a1ced71edd70966babdce6b2dcb2cf51411c4a764475d3c68"}} as unknown as TypedDocumentString<DeletePracticeSessionMutation, DeletePracticeSessionMutationVariables>;
export const FinishPracticeSessionDocument = {"__meta__":{"hash":"sha256:824e61d3d3b41bf0c1dba801ab239f6fbe5387cf830052226ffb78ee20be443b"}} as unknown as TypedDocumentString<FinishPracticeSessionMutation, FinishPracticeSessionMutationVariables>;
export const PracticeDocument = {"__meta__":{"hash":"sha256:b1dccce7c2b215565f4989f9980f8893493d93e2cd40af53f4c3aa692f1179ec"}} as unknown as TypedDocumentString<PracticeQuery, PracticeQueryVariables>;
export const PracticeSessionsDocument = {"__meta__":{"hash":"sha256:3a8e71eb4575d213a3512101c699b36762666217822a5fa7d2cd9e035311c960"}} as unknown as TypedDocumentString<PracticeSessionsQuery, PracticeSessionsQueryVariables>;
export const RecordPracticeDocument = {"__meta__":{"hash":"sha256:919ff2312b0781eca1fbae0817c77a723f35c83599af3f75744ba9d9e5a28bb8"}} as unknown as TypedDocumentString<RecordPracticeMutation, RecordPracticeMutationVariables>;
export const SessionPageDocument = {"__meta__":{"hash":"sha256:8eeae6c251fca2670498b7d0f15618c1938d3e8517d56d6725203bb74726763f"}} as unknown as TypedDocumentString<SessionPageQuery, SessionPageQueryVariables>;
export const StartPracticeSessionDocument = {"__meta__":{"hash":"sha256:63241f5d3d2ca32f4ff3f4c60f680b1f0f22ec54de761bf8564377de433bad0c"}} as unknown as TypedDocumentString<StartPracticeSessionMutation, StartPracticeSessionMutationVariables>;
export const UndoPracticeDocument = {"__meta__":{"hash":"sha256:c34c120fc80d4349ade34858be3920b4ab08b6ed9b45a2bd5227ad03401db3dc"}} as unknown as TypedDocumentString<UndoPracticeMutation, UndoPracticeMutationVariables>;