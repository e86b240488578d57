import {GraphQLClient} from 'graphql-request';
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  assertComplete, expiredSession, guideQuery, guides, question, questionsQuery, recordingFetch, saveMutation, slug, someUser, text, url,
  viewerQuery,
} from './helpers.mjs';

/** On a 401 refreshes the token and retries the request once. */
const refreshing = (session, requests) => async (input, init) => {
  const send = () => {
    init.headers.set('Authorization', `Bearer ${session.token}`);
    return recordingFetch(requests)(input, init);
  };
  const response = await send();
  if (response.status !== 401) {
    return response;
  }
  await session.refresh();
  return send();
};

for (const [language, expected] of Object.entries(guides)) {
  test(`queries the guide: ${language}`, async () => {
    const client = new GraphQLClient(url, {headers: {'Accept-Language': language}});
    assert.deepEqual(text((await client.request(guideQuery, {slug, first: 5})).roleGuide), expected);
  });

  test(`queries the guide by GET: ${language}`, async () => {
    const client = new GraphQLClient(url, {method: 'GET', jsonSerializer: JSON, headers: {'Accept-Language': language}});
    assert.deepEqual(text((await client.request(guideQuery, {slug, first: 5})).roleGuide), expected);
  });
}

test('pages through all questions', async () => {
  const client = new GraphQLClient(url);
  const edges = [];
  let questions = {pageInfo: {endCursor: null}};
  do {
    ({questions} = await client.request(questionsQuery, {first: 100, after: questions.pageInfo.endCursor}));
    edges.push(...questions.edges);
  } while (questions.pageInfo.hasNextPage);
  assertComplete(assert, {...questions, edges});
});

test('refreshes an expired token once, and saves', async () => {
  const session = await expiredSession(someUser());
  const requests = [];
  const client = new GraphQLClient(url, {fetch: refreshing(session, requests)});
  const input = {questionId: await question(), body: 'graphql-request', expectedVersion: 0};
  const {saveAnswer} = await client.request(saveMutation, {input});
  assert.deepEqual(saveAnswer.userErrors, []);
  assert.equal(session.refreshes, 1);
  assert.deepEqual(requests.map((request) => request.status), [401, 200]);

  const {viewer} = await client.request(viewerQuery);
  assert.deepEqual(viewer.savedAnswers.nodes, [{id: saveAnswer.savedAnswer.id, body: 'graphql-request', version: 1}]);
});

test('an error has its code', async () => {
  const client = new GraphQLClient(url);
  const error = await client.request('{ roleGuide(slug: "a", id: "b") { title } }').catch((e) => e);
  assert.deepEqual(error.response.errors.map(({path, extensions}) => [path, extensions.code]), [[['roleGuide'], 'BAD_REQUEST']]);
});
