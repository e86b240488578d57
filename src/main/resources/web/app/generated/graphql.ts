/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A stage to add after the others. */
export type AddInterviewStageInput = {
  /** Whether interviews in the stage are over; default false. */
  closed?: boolean | null | undefined;
  /** Idempotency key, 1 to 255 characters, valid for 24 hours: a retry with the same key adds no second stage. */
  idempotencyKey?: string | null | undefined;
  /** Name of 1 to 60 characters, unique among the user's stages. */
  name: string;
};

/** A custom item to add to a plan. */
export type AddPlanItemInput = {
  /** Day from today up to the interview. (ISO-8601) */
  date: string;
  /** Estimated time, 1 minute or more. Together with the done, custom and pinned items of that day, of all active plans, it must fit into the plan's daily minutes; other items are rescheduled. */
  estimatedMinutes: number;
  /** Idempotency key, 1 to 255 characters, valid for 24 hours: a retry with the same key adds no second item. */
  idempotencyKey?: string | null | undefined;
  /** The plan. */
  planId: string | number;
  /** Title, 1 to 200 characters. */
  title: string;
};

/** Structure of a good answer. */
export type AnswerFramework =
  /** No fixed structure. */
  | 'FREEFORM'
  /** Situation, task, action, result: for questions about past behaviour. */
  | 'STAR';

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

/** A question asked in an interview: a question of the catalogue, a wording, or both. */
export type AskedQuestionInput = {
  /** Markdown, at most 5,000 characters. */
  notes?: string | null | undefined;
  /** The question of the catalogue. */
  questionId?: string | number | null | undefined;
  /** Rating of the user's answer, 1 (poor) to 5 (excellent). */
  rating: number;
  /** Wording in the interview, 1 to 2,000 characters. */
  text?: string | null | undefined;
};

/** Ratings of one revision of an answer. */
export type AssessAnswerInput = {
  /** The answer. */
  answerId: string | number;
  /** Ratings, 1 to 20, one for each criterion. Earlier ratings by other criteria stay unchanged. */
  ratings: Array<CriterionRatingInput>;
  /** Version of the revision to rate. */
  version: number;
};

/** Kind of a bookmark's target. */
export type BookmarkKind =
  /** A role guide. */
  | 'GUIDE'
  /** A question. */
  | 'QUESTION';

/** A plan to create. */
export type CreatePrepPlanInput = {
  /** Maximum minutes a day, 5 to 1440. */
  dailyMinutes: number;
  /** Days of the week without preparation; at most six. */
  daysOff?: Array<Weekday> | null | undefined;
  /** The guide to prepare with. */
  guideId: string | number;
  /** Idempotency key, 1 to 255 characters, valid for 24 hours: a retry with the same key creates no second plan. */
  idempotencyKey?: string | null | undefined;
  /** The day of the interview in the plan's time zone: today or later, at most three years. (ISO-8601) */
  interviewOn: string;
  /** IANA time zone of the plan's days, for example Europe/Berlin; that of the user's preferences by default. */
  timeZone?: string | null | undefined;
  /** Title, 1 to 200 characters; the guide's title by default. */
  title?: string | null | undefined;
};

/** Rating of an answer by one criterion. */
export type CriterionRatingInput = {
  /** A criterion of the question. */
  criterionId: string | number;
  /** Score, 1 (poor) to 5 (excellent). */
  score: number;
};

/** An interview to delete. */
export type DeleteInterviewInput = {
  /** The interview. */
  id: string | number;
};

/** A stage to delete. */
export type DeleteInterviewStageInput = {
  /** The stage. */
  id: string | number;
};

/** An item to delete. */
export type DeletePlanItemInput = {
  /** The item, of kind CUSTOM. */
  id: string | number;
};

/** A session to delete. */
export type DeletePracticeSessionInput = {
  /** The session. */
  id: string | number;
};

/** A plan to delete. */
export type DeletePrepPlanInput = {
  /** The plan. */
  id: string | number;
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

/** A session to finish. */
export type FinishPracticeSessionInput = {
  /** The session. */
  id: string | number;
};

/** Section of a guide's page. */
export type GuideSectionKind =
  /** Skills and criteria of a good candidate. */
  | 'CANDIDATE'
  /** Frequent questions of candidates. */
  | 'FAQS'
  /** Questions with advice and sample answers. */
  | 'QUESTIONS'
  /** Questions for the candidate to ask. */
  | 'QUESTIONS_TO_ASK'
  /** Question types to expect. */
  | 'TYPES';

/** Conductor of a step of the interviews. */
export type InterviewAudience =
  /** Software, for example an online test. */
  | 'AUTOMATED'
  /** Member of the management. */
  | 'EXECUTIVE'
  /** Future manager of the candidate. */
  | 'HIRING_MANAGER'
  /** Several interviewers at once. */
  | 'PANEL'
  /** Future colleague. */
  | 'PEER'
  /** Recruiter of the company or of an agency. */
  | 'RECRUITER';

/** An optional field of an interview. */
export type InterviewField =
  /** The company that interviews. */
  | 'COMPANY'
  /** The guide to prepare with. */
  | 'GUIDE'
  /** The location of the interview. */
  | 'LOCATION'
  /** The user's notes. */
  | 'NOTES'
  /** The plan for the interview. */
  | 'PLAN'
  /** The start of the interview. */
  | 'SCHEDULED_AT'
  /** The time zone of the interview. */
  | 'TIME_ZONE';

/** Either a question or a criterion to improve at. */
export type InterviewGapInput = {
  /** The criterion. */
  criterionId?: string | number | null | undefined;
  /** Markdown, at most 2,000 characters. */
  note?: string | null | undefined;
  /** The question. */
  questionId?: string | number | null | undefined;
};

/** A move of an interview into a stage. */
export type MoveInterviewInput = {
  /** Time of entry into the stage; now by default. Not in the future; up to 60 seconds ahead counts as now. (ISO-8601) */
  enteredAt?: string | null | undefined;
  /** The current version; null skips the check. A mismatch is a CONFLICT, unless the call retries the change that made the newest version. */
  expectedVersion?: number | null | undefined;
  /** The interview. */
  id: string | number;
  /** The stage. */
  stageId: string | number;
};

/** A move of an item to a day. */
export type MovePlanItemInput = {
  /** Day from today up to the interview, also one of the days off. Together with the done, custom and pinned items of that day, of all active plans, the item must fit into the plan's daily minutes; other items are rescheduled. A REVIEW stays after the day on which its question is learnt, and a LEARN item before the pinned REVIEW items of its question. (ISO-8601) */
  date: string;
  /** The current version of the plan; a mismatch is a CONFLICT, unless the call retries the change that made the newest version. */
  expectedVersion: number;
  /** The item, not done. */
  id: string | number;
  /** Position among the items of the day, from 1; the end by default and beyond. Without a position, an item that is pinned to that day stays in its place. */
  position?: number | null | undefined;
};

/** Direction of an order. */
export type OrderDirection =
  /** The smallest, the earliest or the first of the alphabet first. */
  | 'ASC'
  /** The greatest, the latest or the last of the alphabet first. */
  | 'DESC';

/** Kind of work of an item. */
export type PlanItemKind =
  /** Custom item, added by the user. */
  | 'CUSTOM'
  /** Prepare an answer to a question for the first time. */
  | 'LEARN'
  /** Read the guide. */
  | 'READ'
  /** Review the answer before it is forgotten. */
  | 'REVIEW';

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

/** A preference. */
export type PreferenceField =
  /** The preferred language. */
  | 'LOCALE'
  /** The time zone. */
  | 'TIME_ZONE';

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

/** Relation to another guide. */
export type RelatedGuideKind =
  /** Chosen by the editors. */
  | 'EDITORS_CHOICE'
  /** The next seniority in the same role family. */
  | 'NEXT_LEVEL'
  /** Another guide of the same role family. */
  | 'SAME_FAMILY'
  /** Guide of another role family; those that share the most criteria come first. */
  | 'SIMILAR_SKILLS';

/** A new name of a stage. */
export type RenameInterviewStageInput = {
  /** The stage. */
  id: string | number;
  /** Name of 1 to 60 characters, unique among the user's stages. */
  name: string;
};

/** A new order of the user's stages. */
export type ReorderInterviewStagesInput = {
  /** Ids of all stages of the user, each once, in the new order; at most 30, the number of stages. */
  ids: Array<string | number>;
};

/** A new order of the items of a day. */
export type ReorderPlanItemsInput = {
  /** The day, today or later. (ISO-8601) */
  date: string;
  /** The current version of the plan; a mismatch is a CONFLICT, unless the call retries the change that made the newest version. */
  expectedVersion: number;
  /** Ids of all items of the day, each once, in the new order; at most 5,000, the items of a plan. */
  ids: Array<string | number>;
  /** The plan. */
  planId: string | number;
};

/** A plan to reschedule. */
export type ReplanPrepPlanInput = {
  /** The plan. */
  id: string | number;
  /** Whether to reschedule moved and reordered items as well; default false. Custom items stay on their days. */
  unpin?: boolean | null | undefined;
};

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
  /** The id of the saved answer that the text was edited from. Another answer, or none any more, is a CONFLICT: an answer that was deleted and saved again has the same versions. */
  answerId?: string | number | null | undefined;
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

/** The user's debrief of an interview; replaces an earlier one. */
export type SaveInterviewDebriefInput = {
  /** Questions asked, at most 100. */
  askedQuestions: Array<AskedQuestionInput>;
  /** The version of the interview that the debrief is based on. A mismatch is a CONFLICT, unless the call retries the change that made the newest version. */
  expectedVersion: number;
  /** Questions and criteria to improve at, at most 100. */
  gaps: Array<InterviewGapInput>;
  /** The interview. */
  interviewId: string | number;
  /** Notes on the interview as a whole. Markdown, at most 20,000 characters. */
  notes?: string | null | undefined;
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

/** A type that a search can find. */
export type SearchKind =
  /** A criterion. */
  | 'CRITERION'
  /** A role guide. */
  | 'GUIDE'
  /** A question. */
  | 'QUESTION';

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

/** A bookmark to set or remove. */
export type SetBookmarkInput = {
  /** Whether it is bookmarked from now on. */
  bookmarked: boolean;
  /** The guide or question. */
  id: string | number;
};

/** A stage to close or reopen. */
export type SetInterviewStageClosedInput = {
  /** Whether interviews in the stage are over. */
  closed: boolean;
  /** The stage. */
  id: string | number;
};

/** An item to mark as done or open. */
export type SetPlanItemDoneInput = {
  /** Whether it is done. */
  done: boolean;
  /** The item. */
  id: string | number;
};

/** Kind of a skill. */
export type SkillKind =
  /** Certificate that an examination grants. */
  | 'CERTIFICATION'
  /** Knowledge of a field. */
  | 'CONCEPT'
  /** Programming, query or markup language. */
  | 'LANGUAGE'
  /** Way of working with people. */
  | 'SOFT'
  /** Product, framework or library. */
  | 'TOOL';

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

/** An interview to track. */
export type TrackInterviewInput = {
  /** Company that interviews. 1 to 200 characters; it may follow later. */
  company?: string | null | undefined;
  /** Time of entry into the stage; now by default. Not in the future; up to 60 seconds ahead counts as now. (ISO-8601) */
  enteredAt?: string | null | undefined;
  /** The guide to prepare with. */
  guideId?: string | number | null | undefined;
  /** Idempotency key, 1 to 255 characters, valid for 24 hours: a retry with the same key tracks no second interview. */
  idempotencyKey?: string | null | undefined;
  /** Language of the default position, as a BCP 47 tag; by default that of the request, as Accept-Language asks for it, else that of the user's preferences. */
  locale?: string | null | undefined;
  /** An address, a room, or a link to a call. At most 500 characters. */
  location?: string | null | undefined;
  /** Markdown, at most 20,000 characters. */
  notes?: string | null | undefined;
  /** The user's plan for the interview. */
  planId?: string | number | null | undefined;
  /** Position that the user applies for. 1 to 200 characters; the guide's title by default. Required without a guide. */
  position?: string | null | undefined;
  /** Start of the interview, in the years 2000 to 2099. (ISO-8601) */
  scheduledAt?: string | null | undefined;
  /** Stage of the interview; the first open stage by default. */
  stageId?: string | number | null | undefined;
  /** IANA time zone of the interview, for example Europe/Berlin; that of the user's preferences by default. */
  timeZone?: string | null | undefined;
};

/** A practice to undo. */
export type UndoPracticeInput = {
  /** The practice. */
  id: string | number;
};

/** Changes of an interview; omitted and null fields stay unchanged. */
export type UpdateInterviewInput = {
  /** Fields to clear; they must have no value in the same call. */
  clear?: Array<InterviewField> | null | undefined;
  /** Company that interviews. 1 to 200 characters. */
  company?: string | null | undefined;
  /** The version that the change is based on. A mismatch is a CONFLICT, unless the call retries the change that made the newest version. */
  expectedVersion: number;
  /** The guide to prepare with. */
  guideId?: string | number | null | undefined;
  /** The interview. */
  id: string | number;
  /** An address, a room, or a link to a call. At most 500 characters. */
  location?: string | null | undefined;
  /** Markdown, at most 20,000 characters. */
  notes?: string | null | undefined;
  /** The user's plan for the interview. */
  planId?: string | number | null | undefined;
  /** Position that the user applies for. 1 to 200 characters. */
  position?: string | null | undefined;
  /** Start of the interview, in the years 2000 to 2099. (ISO-8601) */
  scheduledAt?: string | null | undefined;
  /** IANA time zone of the interview, for example Europe/Berlin. */
  timeZone?: string | null | undefined;
};

/** Changes of a custom item; omitted and null fields stay unchanged. */
export type UpdatePlanItemInput = {
  /** Estimated time, 1 minute or more. It must fit into the free minutes of the day as for a new item, or into dailyMinutes for an item whose day is over or that has none; other items are rescheduled. */
  estimatedMinutes?: number | null | undefined;
  /** The current version of the plan; a mismatch is a CONFLICT, unless the call retries the change that made the newest version. */
  expectedVersion: number;
  /** The item, of kind CUSTOM. */
  id: string | number;
  /** Title, 1 to 200 characters. */
  title?: string | null | undefined;
};

/** Changes of preferences; omitted and null fields stay unchanged. */
export type UpdatePreferencesInput = {
  /** Preferences to clear; they must have no value in the same call. */
  clear?: Array<PreferenceField> | null | undefined;
  /** Preferred language, as a BCP 47 tag, for example en or de-AT. */
  locale?: string | null | undefined;
  /** IANA time zone, for example Europe/Berlin. */
  timeZone?: string | null | undefined;
};

/** Changes of a plan; omitted and null fields stay unchanged. Open items are rescheduled unless only the title changes. */
export type UpdatePrepPlanInput = {
  /** Maximum minutes a day, 5 to 1440. */
  dailyMinutes?: number | null | undefined;
  /** Days of the week without preparation; at most six. */
  daysOff?: Array<Weekday> | null | undefined;
  /** The version that the change is based on. A mismatch is a CONFLICT, unless the call retries the change that made the newest version. */
  expectedVersion: number;
  /** The plan. */
  id: string | number;
  /** The day of the interview in the plan's time zone: today or later. (ISO-8601) */
  interviewOn?: string | null | undefined;
  /** IANA time zone of the plan's days, for example Europe/Berlin. */
  timeZone?: string | null | undefined;
  /** Title, 1 to 200 characters. */
  title?: string | null | undefined;
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

/** A day of the week. */
export type Weekday =
  /** ISO 8601 day 5. */
  | 'FRIDAY'
  /** ISO 8601 day 1. */
  | 'MONDAY'
  /** ISO 8601 day 6. */
  | 'SATURDAY'
  /** ISO 8601 day 7. */
  | 'SUNDAY'
  /** ISO 8601 day 4. */
  | 'THURSDAY'
  /** ISO 8601 day 2. */
  | 'TUESDAY'
  /** ISO 8601 day 3. */
  | 'WEDNESDAY';

export type ShellQueryVariables = Exact<{ [key: string]: never; }>;


export type ShellQuery = { catalogue: { locales: Array<string> }, viewer: { id: string, displayName: string | null, preferences: { locale: string | null } | null } | null };

export type AccountQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountQuery = { viewer: { id: string, displayName: string | null, email: string | null, preferences: { locale: string | null, timeZone: string | null } | null } | null, catalogue: { locales: Array<string> } };

export type BookmarksQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type BookmarksQuery = { viewer: { bookmarks: { totalCount: number, nodes: Array<{ kind: BookmarkKind, createdAt: string, target:
          | { __typename: 'Criterion', id: string }
          | { __typename: 'Faq', id: string }
          | { __typename: 'Interview', id: string }
          | { __typename: 'InterviewStage', id: string }
          | { __typename: 'Partner', id: string }
          | { __typename: 'PlanItem', id: string }
          | { __typename: 'PracticeSession', id: string }
          | { __typename: 'PrepPlan', id: string }
          | { __typename: 'Question', slug: string, prompt: string, resolvedLocale: string, id: string, guides: Array<{ slug: string }> }
          | { __typename: 'QuestionToAsk', id: string }
          | { __typename: 'QuestionType', id: string }
          | { __typename: 'RecordedPractice', id: string }
          | { __typename: 'RoleFamily', id: string }
          | { __typename: 'RoleGuide', slug: string, title: string, resolvedLocale: string, id: string }
          | { __typename: 'SavedAnswer', id: string }
          | { __typename: 'WebhookDelivery', id: string }
          | { __typename: 'WebhookEndpoint', id: string }
         | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type DeleteMyAccountMutationVariables = Exact<{ [key: string]: never; }>;


export type DeleteMyAccountMutation = { deleteMyAccount: { deleted: boolean, userErrors: Array<{ message: string }> } };

export type UpdatePreferencesMutationVariables = Exact<{
  input: UpdatePreferencesInput;
}>;


export type UpdatePreferencesMutation = { updatePreferences: { preferences: { locale: string | null, timeZone: string | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

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


export type GuidePageQuery = { roleGuide: { id: string, title: string, resolvedLocale: string, summary: string | null, summaryLocale: string | null, aliases: Array<string>, aliasesLocale: string | null, seniority: Seniority, contentChangedAt: string, reviewedAt: string | null, authors: Array<string>, licence: { spdx: string, url: string | null, attribution: string | null } | null, family: { slug: string, name: string, resolvedLocale: string }, estimatedMinutes: { reading: number, learning: number }, localizations: Array<{ locale: string, complete: boolean }>, overviewRich: { html: string | null, locale: string | null }, process: { steps: Array<{ name: string, resolvedLocale: string, audience: InterviewAudience | null, durationMinutes: number | null, whatToExpectRich: { html: string | null, locale: string | null }, questions: Array<{ slug: string, prompt: string, resolvedLocale: string }> }> } | null, sections: Array<{ kind: GuideSectionKind, title: string, resolvedLocale: string, introRich: { html: string | null, locale: string | null } }>, questionTypes: Array<{ type: { slug: string, name: string, resolvedLocale: string, descriptionRich: { html: string | null, locale: string | null } }, whatToExpectRich: { html: string | null, locale: string | null } }>, questions: { nodes: Array<{ id: string, slug: string, prompt: string, resolvedLocale: string, difficulty: Difficulty | null, framework: AnswerFramework, estimatedMinutes: number, tags: Array<string>, type: { name: string, resolvedLocale: string }, criteria: Array<{ slug: string, name: string, resolvedLocale: string }>, exhibitRich: { html: string | null, locale: string | null } | null, howToAnswerRich: { html: string | null, locale: string | null }, hints: Array<{ bodyRich: { html: string | null, locale: string | null } }>, followUps: Array<{ prompt: string, resolvedLocale: string, howToAnswerRich: { html: string | null, locale: string | null } | null }>, answers: Array<{ kind: SampleAnswerKind, bodyRich: { html: string | null, locale: string | null } }> }> } | null, questionsToAsk: Array<{ slug: string, prompt: string, resolvedLocale: string, rationaleRich: { html: string | null, locale: string | null } }>, skills: Array<{ name: string, kind: SkillKind, resolvedLocale: string, whyRich: { html: string | null, locale: string | null } | null }>, roleCriteria: Array<{ criterion: { slug: string, name: string, resolvedLocale: string, descriptionRich: { html: string | null, locale: string | null } }, whyItMattersRich: { html: string | null, locale: string | null } | null }>, faqs: Array<{ slug: string, question: string, resolvedLocale: string, answerRich: { html: string | null, locale: string | null } }>, related: Array<{ kind: RelatedGuideKind, guide: { slug: string, title: string, resolvedLocale: string, summary: string | null, summaryLocale: string | null } }> } | null };

export type QuestionOfGuideFragment = { id: string, slug: string, prompt: string, resolvedLocale: string, difficulty: Difficulty | null, framework: AnswerFramework, estimatedMinutes: number, tags: Array<string>, type: { name: string, resolvedLocale: string }, criteria: Array<{ slug: string, name: string, resolvedLocale: string }>, exhibitRich: { html: string | null, locale: string | null } | null, howToAnswerRich: { html: string | null, locale: string | null }, hints: Array<{ bodyRich: { html: string | null, locale: string | null } }>, followUps: Array<{ prompt: string, resolvedLocale: string, howToAnswerRich: { html: string | null, locale: string | null } | null }>, answers: Array<{ kind: SampleAnswerKind, bodyRich: { html: string | null, locale: string | null } }> };

export type Html3Fragment = { html: string | null, locale: string | null };

export type Html4Fragment = { html: string | null, locale: string | null };

export type GuidesQueryVariables = Exact<{
  filter?: RoleGuideFilterInput | null | undefined;
  after?: string | null | undefined;
}>;


export type GuidesQuery = { roleGuides: { totalCount: number, nodes: Array<{ id: string, slug: string, title: string, resolvedLocale: string, summary: string | null, summaryLocale: string | null, seniority: Seniority, family: { slug: string } }>, facets: { families: Array<{ value: string, count: number }>, seniorities: Array<{ value: string, count: number }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, families: Array<{ slug: string, name: string, resolvedLocale: string }> | null };

export type MyGuideQueryVariables = Exact<{
  slug: string;
}>;


export type MyGuideQuery = { roleGuide: { myBookmark: { createdAt: string } | null, myProgress: { answered: number, ready: number, practised: number, due: number, total: number } | null, questions: { nodes: Array<{ id: string, myBookmark: { createdAt: string } | null, myAnswer: { status: SavedAnswerStatus, stale: boolean } | null }> } | null } | null };

export type SearchQueryVariables = Exact<{
  text: string;
  families?: Array<string> | string | null | undefined;
  kinds?: Array<SearchKind> | SearchKind | null | undefined;
  after?: string | null | undefined;
}>;


export type SearchQuery = { search: { totalCount: number, facets: { kinds: Array<{ value: string, count: number }> }, nodes: Array<{ excerpt: string, resolvedLocale: string, result:
        | { __typename: 'Criterion', name: string, resolvedLocale: string, descriptionRich: { html: string | null, locale: string | null }, levels: Array<{ score: number, label: string, resolvedLocale: string, descriptorRich: { html: string | null, locale: string | null } }> }
        | { __typename: 'Question', slug: string, prompt: string, resolvedLocale: string, guides: Array<{ slug: string, title: string, resolvedLocale: string, family: { slug: string } }> }
        | { __typename: 'RoleGuide', slug: string, title: string, resolvedLocale: string }
       }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type SetBookmarkMutationVariables = Exact<{
  input: SetBookmarkInput;
}>;


export type SetBookmarkMutation = { setBookmark: { bookmark: { createdAt: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type AddStageMutationVariables = Exact<{
  input: AddInterviewStageInput;
}>;


export type AddStageMutation = { addInterviewStage: { userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type BoardQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type BoardQuery = { viewer: { interviewStages: Array<{ id: string, name: string, closed: boolean }>, calendarFeed: { createdAt: string } | null, prepPlans: { nodes: Array<{ id: string, title: string }> } | null, interviews: { totalCount: number, nodes: Array<{ id: string, version: number, company: string | null, position: string, scheduledAt: string | null, timeZone: string | null, stage: { id: string }, guide: { title: string, resolvedLocale: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type DeleteInterviewMutationVariables = Exact<{
  input: DeleteInterviewInput;
}>;


export type DeleteInterviewMutation = { deleteInterview: { userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type DeleteStageMutationVariables = Exact<{
  input: DeleteInterviewStageInput;
}>;


export type DeleteStageMutation = { deleteInterviewStage: { userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type InterviewPageQueryVariables = Exact<{
  id: string | number;
}>;


export type InterviewPageQuery = { node:
    | { id: string, version: number, company: string | null, position: string, scheduledAt: string | null, timeZone: string | null, location: string | null, notes: string | null, notesRich: { html: string | null, locale: string | null } | null, stage: { id: string, name: string, closed: boolean }, history: Array<{ enteredAt: string, stage: { name: string } }>, plan: { id: string, title: string } | null, guide: { id: string, slug: string, title: string, resolvedLocale: string, questions: { nodes: Array<{ id: string, prompt: string, resolvedLocale: string }> } | null, roleCriteria: Array<{ criterion: { id: string, name: string, resolvedLocale: string } }> } | null, debrief: { notes: string | null, savedAt: string, askedQuestions: Array<{ text: string | null, rating: number, notes: string | null, question: { id: string, prompt: string, resolvedLocale: string } | null }>, gaps: Array<{ note: string | null, question: { id: string, prompt: string, resolvedLocale: string } | null, criterion: { id: string, name: string, resolvedLocale: string } | null }> } | null }
    | Record<PropertyKey, never>
   | null, viewer: { interviewStages: Array<{ id: string, name: string, closed: boolean }>, prepPlans: { nodes: Array<{ id: string, title: string }> } | null } | null };

export type MoveInterviewMutationVariables = Exact<{
  input: MoveInterviewInput;
}>;


export type MoveInterviewMutation = { moveInterview: { userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type RenameStageMutationVariables = Exact<{
  input: RenameInterviewStageInput;
}>;


export type RenameStageMutation = { renameInterviewStage: { userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ReorderStagesMutationVariables = Exact<{
  input: ReorderInterviewStagesInput;
}>;


export type ReorderStagesMutation = { reorderInterviewStages: { userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type RevokeCalendarFeedMutationVariables = Exact<{ [key: string]: never; }>;


export type RevokeCalendarFeedMutation = { revokeCalendarFeed: { userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type RotateCalendarFeedMutationVariables = Exact<{ [key: string]: never; }>;


export type RotateCalendarFeedMutation = { rotateCalendarFeed: { path: string | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type SaveDebriefMutationVariables = Exact<{
  input: SaveInterviewDebriefInput;
}>;


export type SaveDebriefMutation = { saveInterviewDebrief: { userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type SetStageClosedMutationVariables = Exact<{
  input: SetInterviewStageClosedInput;
}>;


export type SetStageClosedMutation = { setInterviewStageClosed: { userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type StagePartsFragment = { id: string, name: string, closed: boolean };

export type TrackInterviewMutationVariables = Exact<{
  input: TrackInterviewInput;
}>;


export type TrackInterviewMutation = { trackInterview: { interview: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type UpdateInterviewMutationVariables = Exact<{
  input: UpdateInterviewInput;
}>;


export type UpdateInterviewMutation = { updateInterview: { userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type AddItemMutationVariables = Exact<{
  input: AddPlanItemInput;
}>;


export type AddItemMutation = { addPlanItem: { userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type CreatePlanMutationVariables = Exact<{
  input: CreatePrepPlanInput;
}>;


export type CreatePlanMutation = { createPrepPlan: { prepPlan: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type DeleteItemMutationVariables = Exact<{
  input: DeletePlanItemInput;
}>;


export type DeleteItemMutation = { deletePlanItem: { userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type DeletePlanMutationVariables = Exact<{
  input: DeletePrepPlanInput;
}>;


export type DeletePlanMutation = { deletePrepPlan: { userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type MoveItemMutationVariables = Exact<{
  input: MovePlanItemInput;
}>;


export type MoveItemMutation = { movePlanItem: { userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type PlanItemPartsFragment = { id: string, kind: PlanItemKind, title: string, date: string | null, estimatedMinutes: number, done: boolean, pinned: boolean, question: { id: string, resolvedLocale: string } | null };

export type PlanPageQueryVariables = Exact<{
  id: string | number;
}>;


export type PlanPageQuery = { node:
    | { id: string, version: number, title: string, interviewOn: string, timeZone: string, dailyMinutes: number, daysOff: Array<Weekday>, feasible: boolean, shortfallMinutes: number, progress: { done: number, total: number }, guide: { slug: string, title: string, resolvedLocale: string }, days: Array<{ date: string, plannedMinutes: number, items: Array<{ id: string, kind: PlanItemKind, title: string, date: string | null, estimatedMinutes: number, done: boolean, pinned: boolean, question: { id: string, resolvedLocale: string } | null }> }>, unscheduledItems: Array<{ id: string, kind: PlanItemKind, title: string, date: string | null, estimatedMinutes: number, done: boolean, pinned: boolean, question: { id: string, resolvedLocale: string } | null }> }
    | Record<PropertyKey, never>
   | null, viewer: { prepPlans: { nodes: Array<{ id: string, title: string, interviewOn: string, timeZone: string }> } | null } | null };

export type PlansQueryVariables = Exact<{ [key: string]: never; }>;


export type PlansQuery = { viewer: { prepPlans: { nodes: Array<{ id: string, title: string, interviewOn: string, timeZone: string, dailyMinutes: number, feasible: boolean, shortfallMinutes: number, progress: { done: number, total: number } }> } | null } | null };

export type ReorderItemsMutationVariables = Exact<{
  input: ReorderPlanItemsInput;
}>;


export type ReorderItemsMutation = { reorderPlanItems: { userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ReplanPlanMutationVariables = Exact<{
  input: ReplanPrepPlanInput;
}>;


export type ReplanPlanMutation = { replanPrepPlan: { userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type SetItemDoneMutationVariables = Exact<{
  input: SetPlanItemDoneInput;
}>;


export type SetItemDoneMutation = { setPlanItemDone: { userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type UpdateItemMutationVariables = Exact<{
  input: UpdatePlanItemInput;
}>;


export type UpdateItemMutation = { updatePlanItem: { userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type UpdatePlanMutationVariables = Exact<{
  input: UpdatePrepPlanInput;
}>;


export type UpdatePlanMutation = { updatePrepPlan: { userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type AnswerPracticeQuestionMutationVariables = Exact<{
  input: AnswerPracticeQuestionInput;
}>;


export type AnswerPracticeQuestionMutation = { answerPracticeQuestion: { practiceSession: { id: string, minutesEach: number, serverTime: string, startedAt: string, finishedAt: string | null, endsAt: string, total: number, inTime: number, late: number, unanswered: number, guide: { title: string, resolvedLocale: string } | null, questions: Array<{ position: number, deadline: string, version: number, body: string | null, answeredLate: boolean, bodyRich: { html: string | null, locale: string | null } | null, question: { id: string, prompt: string, resolvedLocale: string, myCard: { practisedAt: string | null, dueAt: string } | null, exhibitRich: { html: string | null, locale: string | null } | null, howToAnswerRich: { html: string | null, locale: string | null } } }> } | null, userErrors: Array<{ message: string, code: UserErrorCode, field: Array<string> | null }> } };

export type DeletePracticeSessionMutationVariables = Exact<{
  input: DeletePracticeSessionInput;
}>;


export type DeletePracticeSessionMutation = { deletePracticeSession: { deletedId: string | null, userErrors: Array<{ message: string, code: UserErrorCode, field: Array<string> | null }> } };

export type FinishPracticeSessionMutationVariables = Exact<{
  input: FinishPracticeSessionInput;
}>;


export type FinishPracticeSessionMutation = { finishPracticeSession: { practiceSession: { id: string } | null, userErrors: Array<{ message: string, code: UserErrorCode, field: Array<string> | null }> } };

export type PracticeQueryVariables = Exact<{
  first: number;
}>;


export type PracticeQuery = { viewer: { id: string, practiceQueue: Array<{ dueAt: string, practisedAt: string | null, reps: number, retrievability: number | null, question: { id: string, prompt: string, resolvedLocale: string, exhibitRich: { html: string | null, locale: string | null } | null, hints: Array<{ bodyRich: { html: string | null, locale: string | null } }>, howToAnswerRich: { html: string | null, locale: string | null }, answers: Array<{ kind: SampleAnswerKind, bodyRich: { html: string | null, locale: string | null } }>, myAnswer: { bodyRich: { html: string | null, locale: string | null } | null, star: { situationRich: { html: string | null, locale: string | null } | null, taskRich: { html: string | null, locale: string | null } | null, actionRich: { html: string | null, locale: string | null } | null, resultRich: { html: string | null, locale: string | null } | null } | null } | null } }> | null, practices: { nodes: Array<{ id: string, practisedAt: string, rating: PracticeRating, question: { id: string, prompt: string, resolvedLocale: string } }> } | null } | null };

export type PracticeSessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type PracticeSessionsQuery = { viewer: { practiceSessions: { nodes: Array<{ id: string, startedAt: string, finishedAt: string | null, endsAt: string, total: number, inTime: number, late: number, unanswered: number, guide: { title: string, resolvedLocale: string } | null }> } | null } | null };

export type RecordPracticeMutationVariables = Exact<{
  input: RecordPracticeInput;
}>;


export type RecordPracticeMutation = { recordPractice: { practice: { id: string } | null, card: { dueAt: string } | null, userErrors: Array<{ message: string, field: Array<string> | null }> } };

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


export type StartPracticeSessionMutation = { startPracticeSession: { practiceSession: { id: string } | null, userErrors: Array<{ message: string, code: UserErrorCode, field: Array<string> | null }> } };

export type UndoPracticeMutationVariables = Exact<{
  input: UndoPracticeInput;
}>;


export type UndoPracticeMutation = { undoPractice: { deletedId: string | null, userErrors: Array<{ message: string, code: UserErrorCode, field: Array<string> | null }> } };

export type ProgressGuidesQueryVariables = Exact<{ [key: string]: never; }>;


export type ProgressGuidesQuery = { viewer: { id: string, prepPlans: { nodes: Array<{ id: string, interviewOn: string, guide: { id: string, title: string, resolvedLocale: string } }> } | null, interviews: { nodes: Array<{ id: string, scheduledAt: string | null, guide: { id: string, title: string, resolvedLocale: string } | null }> } | null } | null, roleGuides: { nodes: Array<{ id: string, title: string, resolvedLocale: string }> } | null };

export type ReadinessQueryVariables = Exact<{
  guide: string | number;
}>;


export type ReadinessQuery = { viewer: { id: string, readiness: { score: number, formula: string, predictedFor: string, guide: { id: string, slug: string, title: string, resolvedLocale: string }, criteria: Array<{ score: number, answered: number, total: number, recall: number, rating: number, criterion: { id: string, name: string, resolvedLocale: string, levels: Array<{ score: number }> } }>, questions: Array<{ question: { id: string, myCard: { practisedAt: string | null, dueAt: string } | null } }> } | null } | null };

export type GuideChoicesQueryVariables = Exact<{
  chosen: Array<string | number> | string | number;
}>;


export type GuideChoicesQuery = { roleGuides: { nodes: Array<{ id: string, title: string, resolvedLocale: string }> } | null, chosen: { nodes: Array<{ id: string, title: string, resolvedLocale: string }> } | null };

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
export const Html4FragmentDoc = new TypedDocumentString(`
    fragment Html4 on RichText {
  html(headingLevel: 4)
  locale
}
    `, {"fragmentName":"Html4"}) as unknown as TypedDocumentString<Html4Fragment, unknown>;
export const QuestionOfGuideFragmentDoc = new TypedDocumentString(`
    fragment QuestionOfGuide on Question {
  id
  slug
  prompt
  resolvedLocale
  difficulty
  framework
  estimatedMinutes
  tags
  type {
    name
    resolvedLocale
  }
  criteria {
    slug
    name
    resolvedLocale
  }
  exhibitRich {
    ...Html4
  }
  howToAnswerRich {
    ...Html4
  }
  hints {
    bodyRich {
      ...Html4
    }
  }
  followUps {
    prompt
    resolvedLocale
    howToAnswerRich {
      ...Html4
    }
  }
  answers {
    kind
    bodyRich {
      ...Html4
    }
  }
}
    fragment Html4 on RichText {
  html(headingLevel: 4)
  locale
}`, {"fragmentName":"QuestionOfGuide"}) as unknown as TypedDocumentString<QuestionOfGuideFragment, unknown>;
export const Html3FragmentDoc = new TypedDocumentString(`
    fragment Html3 on RichText {
  html(headingLevel: 3)
  locale
}
    `, {"fragmentName":"Html3"}) as unknown as TypedDocumentString<Html3Fragment, unknown>;
export const StagePartsFragmentDoc = new TypedDocumentString(`
    fragment StageParts on InterviewStage {
  id
  name
  closed
}
    `, {"fragmentName":"StageParts"}) as unknown as TypedDocumentString<StagePartsFragment, unknown>;
export const PlanItemPartsFragmentDoc = new TypedDocumentString(`
    fragment PlanItemParts on PlanItem {
  id
  kind
  title
  date
  estimatedMinutes
  done
  pinned
  question {
    id
    resolvedLocale
  }
}
    `, {"fragmentName":"PlanItemParts"}) as unknown as TypedDocumentString<PlanItemPartsFragment, unknown>;
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
export const ShellDocument = {"__meta__":{"hash":"sha256:3839b242c3ec14b88072c99f7502b057793a146171253289cb506418efaa654e"}} as unknown as TypedDocumentString<ShellQuery, ShellQueryVariables>;
export const AccountDocument = {"__meta__":{"hash":"sha256:1bd917bf70f90e73cf8fafed76817ada5742aec6b3d3a78500a95d27adbad0e6"}} as unknown as TypedDocumentString<AccountQuery, AccountQueryVariables>;
export const BookmarksDocument = {"__meta__":{"hash":"sha256:6d082ca4d84ca137189003015d8c82f5b76654601cc46f33f3569d5dd560b820"}} as unknown as TypedDocumentString<BookmarksQuery, BookmarksQueryVariables>;
export const DeleteMyAccountDocument = {"__meta__":{"hash":"sha256:25e07ea9a9703afc2dba9bbc683df8f156fc491c7900720f693ab16dcd964662"}} as unknown as TypedDocumentString<DeleteMyAccountMutation, DeleteMyAccountMutationVariables>;
export const UpdatePreferencesDocument = {"__meta__":{"hash":"sha256:d1af9f03bd9d800f7e545ebeb686a8b73b50e6aad3a97847dc1ea2f2afd7eb79"}} as unknown as TypedDocumentString<UpdatePreferencesMutation, UpdatePreferencesMutationVariables>;
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
export const GuidePageDocument = {"__meta__":{"hash":"sha256:dbdf78badb70dbbc6a9c2d871a9613e8d05f31dfc575e7d1d7979097c249acf6"}} as unknown as TypedDocumentString<GuidePageQuery, GuidePageQueryVariables>;
export const GuidesDocument = {"__meta__":{"hash":"sha256:6d34b1c072a5475f73c31922267b03aeab0d09e14e6062fefc8f333798de8df4"}} as unknown as TypedDocumentString<GuidesQuery, GuidesQueryVariables>;
export const MyGuideDocument = {"__meta__":{"hash":"sha256:7e63efd75f183a992440c059f186a9e318235e67d46fa6982bbed0902f2db7bf"}} as unknown as TypedDocumentString<MyGuideQuery, MyGuideQueryVariables>;
export const SearchDocument = {"__meta__":{"hash":"sha256:b9987c4ce349c7233566c310c94ae953b86616552e640ca50b3e30da8249a3f1"}} as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const SetBookmarkDocument = {"__meta__":{"hash":"sha256:8acba75ee3b1b4fb3946cfd8cd1bc09d4ab51172ffb30393a541af336d6046d3"}} as unknown as TypedDocumentString<SetBookmarkMutation, SetBookmarkMutationVariables>;
export const AddStageDocument = {"__meta__":{"hash":"sha256:13fc5093854799946d943100cc8f25f525f5417f5869ef60b2ec56c67f606374"}} as unknown as TypedDocumentString<AddStageMutation, AddStageMutationVariables>;
export const BoardDocument = {"__meta__":{"hash":"sha256:6c6a1454cbec31eb8c2bcd22a8b397cb5566b286a3aa8c5df59e1cb2cf7aa4b2"}} as unknown as TypedDocumentString<BoardQuery, BoardQueryVariables>;
export const DeleteInterviewDocument = {"__meta__":{"hash":"sha256:509a681fff7d2f61382ef77cf8a0515d419e1ebabc5385f4521830ac85ea8221"}} as unknown as TypedDocumentString<DeleteInterviewMutation, DeleteInterviewMutationVariables>;
export const DeleteStageDocument = {"__meta__":{"hash":"sha256:3e21407714dd776e19c1a5cf53ff0504d420ea52fa97940f79a6ee711f6c82b1"}} as unknown as TypedDocumentString<DeleteStageMutation, DeleteStageMutationVariables>;
export const InterviewPageDocument = {"__meta__":{"hash":"sha256:73e9ed01d88f91c0d7855f81f99e34c08e4f409e0290f7ea5e259c31ccf611e6"}} as unknown as TypedDocumentString<InterviewPageQuery, InterviewPageQueryVariables>;
export const MoveInterviewDocument = {"__meta__":{"hash":"sha256:8748190c76c9e7d9219fd9e88a1f703cb7de2a04ef29449bf92f96ac534c8c3d"}} as unknown as TypedDocumentString<MoveInterviewMutation, MoveInterviewMutationVariables>;
export const RenameStageDocument = {"__meta__":{"hash":"sha256:82ab9022044649b99bcee22ac9533e7bee316df3f3d067dd625c810cd8c23ab7"}} as unknown as TypedDocumentString<RenameStageMutation, RenameStageMutationVariables>;
export const ReorderStagesDocument = {"__meta__":{"hash":"sha256:95b81a286dcc0655fd10661c1ba334db67b5b80e0bb8fb015ae0c3033a56b549"}} as unknown as TypedDocumentString<ReorderStagesMutation, ReorderStagesMutationVariables>;
export const RevokeCalendarFeedDocument = {"__meta__":{"hash":"sha256:d0288a70e114f3b3a8e7f97c77bd4a624ff2c8397d5f7f54b8dda0fa74f363df"}} as unknown as TypedDocumentString<RevokeCalendarFeedMutation, RevokeCalendarFeedMutationVariables>;
export const RotateCalendarFeedDocument = {"__meta__":{"hash":"sha256:de267b35e2c6f17ca433c64a3f6a06e6e6dc44dfcab7ea27c77d8f791e02b7b2"}} as unknown as TypedDocumentString<RotateCalendarFeedMutation, RotateCalendarFeedMutationVariables>;
export const SaveDebriefDocument = {"__meta__":{"hash":"sha256:9001f09c3fa009852a4590130455ce95350d46d728495f2f6e9c8bd8697fed30"}} as unknown as TypedDocumentString<SaveDebriefMutation, SaveDebriefMutationVariables>;
export const SetStageClosedDocument = {"__meta__":{"hash":"sha256:2b3febfb1fcb17126a6b699d0fb60e0412b9732b23522910ce6a3931b0b6486e"}} as unknown as TypedDocumentString<SetStageClosedMutation, SetStageClosedMutationVariables>;
export const TrackInterviewDocument = {"__meta__":{"hash":"sha256:1d1b886f7ea318307cedc5df3022cbc225632f2d7f83178962e0a03ffcf6de54"}} as unknown as TypedDocumentString<TrackInterviewMutation, TrackInterviewMutationVariables>;
export const UpdateInterviewDocument = {"__meta__":{"hash":"sha256:cf213caf948b04c2a05fb4d84537fc24fe5c58f66619ff5f649c1ee8abbb0fb1"}} as unknown as TypedDocumentString<UpdateInterviewMutation, UpdateInterviewMutationVariables>;
export const AddItemDocument = {"__meta__":{"hash":"sha256:c98b8ccdc3f2310975cd327094661229cfc6128ef4327293ddc4036fdfb0b9d7"}} as unknown as TypedDocumentString<AddItemMutation, AddItemMutationVariables>;
export const CreatePlanDocument = {"__meta__":{"hash":"sha256:5b4921ff45ae00f75c22519fcb07d4e0ea266a9030319ae12aca394101947513"}} as unknown as TypedDocumentString<CreatePlanMutation, CreatePlanMutationVariables>;
export const DeleteItemDocument = {"__meta__":{"hash":"sha256:bbe4b6cb72993ede3bf12ee79b3cafb1b5cd67f594714059107af3744fe32493"}} as unknown as TypedDocumentString<DeleteItemMutation, DeleteItemMutationVariables>;
export const DeletePlanDocument = {"__meta__":{"hash":"sha256:0768369d33880155d67173d1d178669a0a06ee4d0eaa6042b145e1a10f500bb7"}} as unknown as TypedDocumentString<DeletePlanMutation, DeletePlanMutationVariables>;
export const MoveItemDocument = {"__meta__":{"hash":"sha256:de91254ed6ac6704164f15934036814ce9b41f8807ac5ff58379720e50ba9af3"}} as unknown as TypedDocumentString<MoveItemMutation, MoveItemMutationVariables>;
export const PlanPageDocument = {"__meta__":{"hash":"sha256:845b1c82ded46cfecb950ca1b1ba6f83631f759527a3345b8fee4d5ebade1b67"}} as unknown as TypedDocumentString<PlanPageQuery, PlanPageQueryVariables>;
export const PlansDocument = {"__meta__":{"hash":"sha256:20f3c21de76732bcd4b8ffeaabb84bed0a88cd1efed97b55b5ad9123d55456e3"}} as unknown as TypedDocumentString<PlansQuery, PlansQueryVariables>;
export const ReorderItemsDocument = {"__meta__":{"hash":"sha256:5014cd6d021a99ba61990800fdbd192ae8325580ad76d79ace8b5d0405cb83c7"}} as unknown as TypedDocumentString<ReorderItemsMutation, ReorderItemsMutationVariables>;
export const ReplanPlanDocument = {"__meta__":{"hash":"sha256:e4e1b469f63a285360fb8d8f66293b753f2285c72d1efd28ae748c2ec25ef7ca"}} as unknown as TypedDocumentString<ReplanPlanMutation, ReplanPlanMutationVariables>;
export const SetItemDoneDocument = {"__meta__":{"hash":"sha256:ed33c97254d89e7243e7e6111411151003ddd3036591a36e03f83c1a1dc5672f"}} as unknown as TypedDocumentString<SetItemDoneMutation, SetItemDoneMutationVariables>;
export const UpdateItemDocument = {"__meta__":{"hash":"sha256:340b68bc219881c1634359f5b0554590c2f51f040d80f046d446746c24e79f5e"}} as unknown as TypedDocumentString<UpdateItemMutation, UpdateItemMutationVariables>;
export const UpdatePlanDocument = {"__meta__":{"hash":"sha256:0a3ad0ba6f389539a1136a3996e082e0d0caf5250e5e20426c2907773889dec6"}} as unknown as TypedDocumentString<UpdatePlanMutation, UpdatePlanMutationVariables>;
export const AnswerPracticeQuestionDocument = {"__meta__":{"hash":"sha256:eb6c6d0d1b10abfaf5d11b7ee415b302fe4cda482dc2ec3509629cabec6d1332"}} as unknown as TypedDocumentString<AnswerPracticeQuestionMutation, AnswerPracticeQuestionMutationVariables>;
export const DeletePracticeSessionDocument = {"__meta__":{"hash":"sha256:a7df88436ab898ddbd5b00346af68af7bb9fa38d2a955a3132c17cf065e6de66"}} as unknown as TypedDocumentString<DeletePracticeSessionMutation, DeletePracticeSessionMutationVariables>;
export const FinishPracticeSessionDocument = {"__meta__":{"hash":"sha256:383e440f93c078faf29616600d7995364bd46e2c7f441bbfebea3014ddbd2667"}} as unknown as TypedDocumentString<FinishPracticeSessionMutation, FinishPracticeSessionMutationVariables>;
export const PracticeDocument = {"__meta__":{"hash":"sha256:b1dccce7c2b215565f4989f9980f8893493d93e2cd40af53f4c3aa692f1179ec"}} as unknown as TypedDocumentString<PracticeQuery, PracticeQueryVariables>;
export const PracticeSessionsDocument = {"__meta__":{"hash":"sha256:9697aadff965d79b9f387236ac6299669567d4e7f13af8d5b9c915162b415cab"}} as unknown as TypedDocumentString<PracticeSessionsQuery, PracticeSessionsQueryVariables>;
export const RecordPracticeDocument = {"__meta__":{"hash":"sha256:9afe903e929bd0fb52f0663d4d9a74c9bed5fd200082579c4fba85567a5e8adf"}} as unknown as TypedDocumentString<RecordPracticeMutation, RecordPracticeMutationVariables>;
export const SessionPageDocument = {"__meta__":{"hash":"sha256:8eeae6c251fca2670498b7d0f15618c1938d3e8517d56d6725203bb74726763f"}} as unknown as TypedDocumentString<SessionPageQuery, SessionPageQueryVariables>;
export const StartPracticeSessionDocument = {"__meta__":{"hash":"sha256:92a137394b33e478bc3c4b291de4db03532fe9752a8ca7d43de837cc6bddf209"}} as unknown as TypedDocumentString<StartPracticeSessionMutation, StartPracticeSessionMutationVariables>;
export const UndoPracticeDocument = {"__meta__":{"hash":"sha256:9dbff212ee16edfa865eda59a714d6385790869f6507742badfd9f48ae42912a"}} as unknown as TypedDocumentString<UndoPracticeMutation, UndoPracticeMutationVariables>;
export const ProgressGuidesDocument = {"__meta__":{"hash":"sha256:6aec256a75b264cd32489d0dd803a0bb2bf4e58d3046e3a8e57a65673071371c"}} as unknown as TypedDocumentString<ProgressGuidesQuery, ProgressGuidesQueryVariables>;
export const ReadinessDocument = {"__meta__":{"hash":"sha256:287bbd8f8c7d8ed22ce204d4842f3b892e7fb736017915382910767317f82241"}} as unknown as TypedDocumentString<ReadinessQuery, ReadinessQueryVariables>;
export const GuideChoicesDocument = {"__meta__":{"hash":"sha256:3b1ef84129d6e060e14654f36dec805d9036516b7d9a25a0dda4260b461a6e08"}} as unknown as TypedDocumentString<GuideChoicesQuery, GuideChoicesQueryVariables>;