import {parse} from 'graphql';
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {ask, guides, question, saveMutation, slug, someUser, token, url as service} from '../helpers.mjs';
import {gateways} from './gateways.mjs';
import {startJobs} from './jobs.mjs';

const jobsQuery = /* GraphQL */ `
  {
    jobs {
      nodes {
        title
        postedAt
        guide {
          title
          resolvedLocale
          family {
            name
          }
          questions(first: 1) {
            nodes {
              prompt
            }
            pageInfo {
              hasNextPage
            }
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`;

const answerQuery = /* GraphQL */ `
  query Answer($answer: ID!) {
    node(id: "job-1") {
      ... on Job {
        title
        answer(id: $answer) {
          body
          question {
            prompt
          }
        }
      }
    }
  }
`;

let jobs;
let subgraphs;

async function schema(url) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({query: '{ _service { sdl } }'}),
  });
  return parse((await response.json()).data._service.sdl);
}

before(async () => {
  jobs = await startJobs();
  subgraphs = [
    {name: 'prepgraph', url: service, typeDefs: await schema(service)},
    {name: 'jobs', url: jobs.url, typeDefs: await schema(jobs.url)},
  ];
});
after(() => jobs.server.stop());

for (const {name, compose, start} of gateways) {
  describe(name, () => {
    let gateway;

    async function send(query, {variables, language, accessToken} = {}) {
      const response = await fetch(gateway.url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          ...(language && {'Accept-Language': language}),
          ...(accessToken && {Authorization: `Bearer ${accessToken}`}),
        },
        body: JSON.stringify({query, variables}),
      });
      return response.json();
    }

    before(async () => {
      const {errors, supergraphSdl} = compose(subgraphs);
      assert.deepEqual((errors ?? []).map((error) => error.message), []);
      gateway = await start(supergraphSdl);
    });
    after(() => gateway?.stop());

    for (const language of ['en', 'de']) {
      test(`answers a query over both subgraphs (${language})`, async () => {
        const {data} = await send(jobsQuery, {language});
        const expected = guides[language];
        const guide = {
          title: expected.title,
          resolvedLocale: expected.resolvedLocale,
          family: {name: expected.family},
          questions: {nodes: [{prompt: expected.prompts[0]}], pageInfo: {hasNextPage: true}},
        };
        assert.deepEqual(data.jobs, {
          nodes: [
            {title: 'Bread', postedAt: '2026-11-26T10:00:00Z', guide},
            {title: 'Cake', postedAt: '2026-11-26T11:00:00Z', guide: null},
            {title: 'Rolls', postedAt: '2026-11-26T12:00:00Z', guide},
          ],
          pageInfo: {hasNextPage: false},
        });
      });
    }

    test('shows a saved answer to its user only', async () => {
      const [own, foreign] = await Promise.all([token(someUser()), token(someUser())]);
      const questionId = await question();
      const saved = await ask(saveMutation, {input: {questionId, expectedVersion: 0, body: 'Mine'}}, own);
      const variables = {answer: saved.data.saveAnswer.savedAnswer.id};
      const answer = async (accessToken) => {
        const {data} = await send(answerQuery, {variables, accessToken});
        assert.equal(data.node.title, 'Bread');
        return data.node.answer;
      };

      assert.deepEqual(await answer(own), {body: 'Mine', question: {prompt: guides.en.prompts[0]}});
      assert.equal(await answer(foreign), null);
      assert.equal(await answer(), null);
    });

    test('serves the fields of this service', async () => {
      const {data, errors} = await send(`{ roleGuide(slug: "${slug}") { title } catalogue { locales } }`);
      assert.equal(errors, undefined);
      assert.deepEqual(data, {roleGuide: {title: guides.en.title}, catalogue: {locales: ['en', 'de']}});
    });
  });
}
