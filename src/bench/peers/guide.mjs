// The part of the schema that guide.graphql selects, over the published documents, for servers on graphql-js.
import pg from "pg";

const pool = new pg.Pool({
  host: "127.0.0.1",
  port: Number(process.env.PGPORT),
  database: process.env.PGDATABASE,
  user: "postgres",
  max: 10,
});

export const typeDefs = `
  type Query { roleGuide(slug: String!): RoleGuide }
  type RoleGuide {
    slug: String!  title: String!  overview: String!
    questionTypes: [ExpectedQuestionType!]!
    questions(first: Int!): QuestionConnection!
    criteria: [Criterion!]!
    questionsToAsk: [QuestionToAsk!]!
    faqs: [Faq!]!
    relatedGuides: [RoleGuide!]!
  }
  type ExpectedQuestionType { type: QuestionType!  whatToExpect: String! }
  type QuestionType { slug: String!  name: String! }
  type QuestionConnection { totalCount: Int!  edges: [QuestionEdge!]! }
  type QuestionEdge { node: Question! }
  type Question { prompt: String!  howToAnswer: String!  answers: [SampleAnswer!]!  criteria: [Criterion!]! }
  type SampleAnswer { kind: String!  body: String! }
  type Criterion { name: String!  levels: [RatingLevel!]! }
  type RatingLevel { score: Int!  descriptor: String! }
  type QuestionToAsk { prompt: String!  rationale: String! }
  type Faq { question: String!  answer: String! }
`;

const GUIDE = {
  name: "guide",
  text: `select r.document,
      (select json_agg(qr.document order by gq.position)
       from catalogue.guide_question gq
       join catalogue.question q on q.id = gq.question_id
       join catalogue.question_revision qr on qr.question_id = q.id and qr.revision = q.revision
       where gq.guide_id = g.id) as questions,
      (select document from catalogue.taxonomy_revision order by publication desc limit 1) as taxonomy
    from catalogue.guide g
    join catalogue.guide_revision r on r.guide_id = g.id and r.revision = g.revision
    where g.slug = $1`,
};

async function fetchGuide(slug) {
  const { rows } = await pool.query({ ...GUIDE, values: [slug] });
  if (rows.length === 0) return null;
  const [{ document, questions, taxonomy }] = rows;
  const criteria = new Map(taxonomy.criteria.map((criterion) => [criterion.slug, criterion]));
  const types = new Map(taxonomy.questionTypes.map((type) => [type.slug, type]));
  const named = (slugs) => slugs.map((one) => criteria.get(one));
  return {
    ...document,
    related: document.relatedGuides ?? [],
    criteria: named(document.criteria),
    questionTypes: document.questionTypes.map((one) => ({ ...one, type: types.get(one.type) })),
    questions: questions.map((one) => ({ ...one, criteria: named(one.criteria) })),
  };
}

const kept = new Map();

/** Asks the database for each request unless MODE=memory. */
async function guide(slug) {
  if (process.env.MODE !== "memory") return fetchGuide(slug);
  if (!kept.has(slug)) kept.set(slug, await fetchGuide(slug));
  return kept.get(slug);
}

export const resolvers = {
  Query: { roleGuide: (_, { slug }) => guide(slug) },
  RoleGuide: {
    questions: (parent, { first }) => ({
      totalCount: parent.questions.length,
      edges: parent.questions.slice(0, first).map((node) => ({ node })),
    }),
    relatedGuides: async (parent) =>
      (await Promise.all(parent.related.map((one) => guide(one.slug ?? one)))).filter((one) => one !== null),
  },
};
