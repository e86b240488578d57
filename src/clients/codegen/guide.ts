// Part of a TypeScript application, compiled by `tsc --strict` with generated types.
import {GraphQLClient} from 'graphql-request';
import {graphql} from './__generated__/index.js';
import type {GuideQuery, SaveAnswerInput} from './__generated__/graphql.js';

export const GUIDE = graphql(`
  query Guide($slug: String!, $first: Int!, $after: String) {
    roleGuide(slug: $slug) {
      title
      seniority
      reviewedAt
      contentChangedAt
      questions(first: $first, after: $after) {
        nodes {
          id
          prompt
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

const SAVE = graphql(`
  mutation Save($input: SaveAnswerInput!) {
    saveAnswer(input: $input) {
      savedAnswer {
        id
        version
      }
      userErrors {
        code
      }
    }
  }
`);

type Guide = NonNullable<GuideQuery['roleGuide']>;

export async function load(client: GraphQLClient, slug: string): Promise<{guide: Guide; prompts: string[]}> {
  const prompts: string[] = [];
  let after: string | null = null;
  for (;;) {
    const {roleGuide}: GuideQuery = await client.request(GUIDE, {slug, first: 2, after});
    if (!roleGuide?.questions) {
      throw new Error(`There is no guide ${slug}`);
    }
    prompts.push(...roleGuide.questions.nodes.map((question) => question.prompt));
    if (!roleGuide.questions.pageInfo.hasNextPage) {
      return {guide: roleGuide, prompts};
    }
    after = roleGuide.questions.pageInfo.endCursor ?? null;
  }
}

export async function save(client: GraphQLClient, input: SaveAnswerInput): Promise<number | undefined> {
  const {saveAnswer} = await client.request(SAVE, {input});
  return saveAnswer?.savedAnswer?.version;
}

export function wrong(client: GraphQLClient, guide: Guide) {
  // @ts-expect-error The slug is required.
  void client.request(GUIDE, {first: 2});
  // @ts-expect-error A version is an integer.
  void save(client, {questionId: 'q', expectedVersion: '0'});
  // @ts-expect-error reviewedAt is nullable.
  guide.reviewedAt.length;
  // @ts-expect-error There is no such seniority.
  return guide.seniority === 'ANCIENT';
}
