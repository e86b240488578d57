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

/** Kind of a bookmark's target. */
export type BookmarkKind =
  /** A role guide. */
  | 'GUIDE'
  /** A question. */
  | 'QUESTION';

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

/** Direction of an order. */
export type OrderDirection =
  /** The smallest, the earliest or the first of the alphabet first. */
  | 'ASC'
  /** The greatest, the latest or the last of the alphabet first. */
  | 'DESC';

/** A preference. */
export type PreferenceField =
  /** The preferred language. */
  | 'LOCALE'
  /** The time zone. */
  | 'TIME_ZONE';

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

/** Changes of preferences; omitted and null fields stay unchanged. */
export type UpdatePreferencesInput = {
  /** Preferences to clear; they must have no value in the same call. */
  clear?: Array<PreferenceField> | null | undefined;
  /** Preferred language, as a BCP 47 tag, for example en or de-AT. */
  locale?: string | null | undefined;
  /** IANA time zone, for example Europe/Berlin. */
  timeZone?: string | null | undefined;
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


export type ShellQuery = { catalogue: { locales: Array<string> }, viewer: { displayName: string | null, preferences: { locale: string | null } | null } | null };

export type AccountQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountQuery = { viewer: { displayName: string | null, email: string | null, preferences: { locale: string | null, timeZone: string | null } | null } | null, catalogue: { locales: Array<string> } };

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


export type UpdatePreferencesMutation = { updatePreferences: { preferences: { locale: string | null, timeZone: string | null } | null, userErrors: Array<{ message: string }> } };

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


export type SetBookmarkMutation = { setBookmark: { bookmark: { createdAt: string } | null, userErrors: Array<{ message: string }> } };

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
export const ShellDocument = {"__meta__":{"hash":"sha256:3eaf2713ee72e0f647286725a3e67719c9e3c02247fc60459e8d9965aa03e2e0"}} as unknown as TypedDocumentString<ShellQuery, ShellQueryVariables>;
export const AccountDocument = {"__meta__":{"hash":"sha256:8a1ca6b88a31f92ea08d1aa90194099c512738cee923a5096c21719cca670ec4"}} as unknown as TypedDocumentString<AccountQuery, AccountQueryVariables>;
export const BookmarksDocument = {"__meta__":{"hash":"sha256:6d082ca4d84ca137189003015d8c82f5b76654601cc46f33f3569d5dd560b820"}} as unknown as TypedDocumentString<BookmarksQuery, BookmarksQueryVariables>;
export const DeleteMyAccountDocument = {"__meta__":{"hash":"sha256:25e07ea9a9703afc2dba9bbc683df8f156fc491c7900720f693ab16dcd964662"}} as unknown as TypedDocumentString<DeleteMyAccountMutation, DeleteMyAccountMutationVariables>;
export const UpdatePreferencesDocument = {"__meta__":{"hash":"sha256:3bff40987601c698d53cd104dff6abf95207cd859132decb28d75a25bbc05373"}} as unknown as TypedDocumentString<UpdatePreferencesMutation, UpdatePreferencesMutationVariables>;
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
export const SetBookmarkDocument = {"__meta__":{"hash":"sha256:11a7a37a124090c70d19dfe39556c87967477326c700dc0fa8f301ac668093f0"}} as unknown as TypedDocumentString<SetBookmarkMutation, SetBookmarkMutationVariables>;
export const ProgressGuidesDocument = {"__meta__":{"hash":"sha256:6aec256a75b264cd32489d0dd803a0bb2bf4e58d3046e3a8e57a65673071371c"}} as unknown as TypedDocumentString<ProgressGuidesQuery, ProgressGuidesQueryVariables>;
export const ReadinessDocument = {"__meta__":{"hash":"sha256:287bbd8f8c7d8ed22ce204d4842f3b892e7fb736017915382910767317f82241"}} as unknown as TypedDocumentString<ReadinessQuery, ReadinessQueryVariables>;