import {Client, fetchExchange, subscriptionExchange} from '@urql/core';
import {authExchange} from '@urql/exchange-auth';
import {cacheExchange} from '@urql/exchange-graphcache';
import {relayPagination} from '@urql/exchange-graphcache/extras';
import {persistedExchange} from '@urql/exchange-persisted';
import {getIntrospectionQuery} from 'graphql';
import {createClient as createSseClient} from 'graphql-sse';
import {createClient as createWsClient} from 'graphql-ws';
import assert from 'node:assert/strict';
import {before, test} from 'node:test';
import {WebSocket} from 'ws';
import {
  ask, assertComplete, changesSubscription, expiredSession, guideQuery, guides, question, questionsQuery, recordingFetch, saveMutation,
  slug, someUser, socketUrl, text, token, url, viewerQuery,
} from './helpers.mjs';

let schema;

before(async () => {
  schema = (await ask(getIntrospectionQuery())).data;
});

/** Graphcache with the schema, which tells it the nullable fields. */
const cache = () =>
  cacheExchange({
    schema,
    resolvers: {Query: {questions: relayPagination()}, RoleGuide: {questions: relayPagination()}},
  });

const newClient = ({exchanges = [], language = 'en', accessToken, ...options} = {}) =>
  new Client({
    url,
    exchanges: [cache(), ...exchanges, fetchExchange],
    fetchOptions: {headers: {'Accept-Language': language, ...(accessToken && {Authorization: `Bearer ${accessToken}`})}},
    preferGetMethod: false,
    ...options,
  });

/** The data of a result without errors. */
const data = (result) => {
  assert.ifError(result.error);
  return result.data;
};

const auth = (session) =>
  authExchange(async (utilities) => ({
    addAuthToOperation: (operation) => utilities.appendHeaders(operation, {Authorization: `Bearer ${session.token}`}),
    didAuthError: (error) => error.response?.status === 401,
    refreshAuth: () => session.refresh(),
  }));

for (const [language, expected] of Object.entries(guides)) {
  test(`queries the guide: ${language}`, async () => {
    const {roleGuide} = data(await newClient({language}).query(guideQuery, {slug, first: 5}));
    assert.deepEqual(text(roleGuide), expected);
  });
}

test('a saved answer leaves a German page German', async () => {
  const client = newClient({language: 'de', accessToken: await token(someUser())});
  data(await client.query(guideQuery, {slug, first: 5}));
  const input = {questionId: await question(), body: 'Es hält das Gas.', expectedVersion: 0};
  const {saveAnswer} = data(await client.mutation(saveMutation, {input}));
  assert.equal(saveAnswer.savedAnswer.question.prompt, guides.de.prompts[0]);

  const page = await client.query(guideQuery, {slug, first: 5}, {requestPolicy: 'cache-only'});
  assert.deepEqual(text(data(page).roleGuide), guides.de);
});

test('pages through all questions', async () => {
  const client = newClient();
  let {questions} = data(await client.query(questionsQuery, {first: 100}));
  while (questions.pageInfo.hasNextPage) {
    ({questions} = data(await client.query(questionsQuery, {first: 100, after: questions.pageInfo.endCursor})));
  }
  assertComplete(assert, questions);
});

test('refreshes an expired token once, and saves', async () => {
  const session = await expiredSession(someUser());
  const requests = [];
  const client = newClient({exchanges: [auth(session)], fetch: recordingFetch(requests)});
  const input = {questionId: await question(), body: 'urql', expectedVersion: 0};
  const {saveAnswer} = data(await client.mutation(saveMutation, {input}));
  const {id} = saveAnswer.savedAnswer;
  assert.deepEqual(saveAnswer.userErrors, []);
  assert.equal(session.refreshes, 1);
  assert.deepEqual(requests.map((request) => request.status), [401, 200]);

  const {viewer} = data(await client.query(viewerQuery, {}));
  assert.deepEqual(viewer.savedAnswers.nodes.map(({__typename, ...answer}) => answer), [{id, body: 'urql', version: 1}]);
});

test('persisted queries are GETs of a hash', async () => {
  const requests = [];
  const exchanges = [persistedExchange({preferGetForPersistedQueries: true})];
  // Not registered by an earlier run.
  const query = guideQuery.replace('query Guide', `query ${someUser().replaceAll('-', '_')}`);
  const queryWithEmptyCache = () => newClient({exchanges, fetch: recordingFetch(requests)}).query(query, {slug, first: 5});
  assert.deepEqual(text(data(await queryWithEmptyCache()).roleGuide), guides.en);
  assert.deepEqual(text(data(await queryWithEmptyCache()).roleGuide), guides.en);

  const queries = requests.map((request) => new URL(request.url).searchParams);
  assert.deepEqual(requests.map((request) => request.method), ['GET', 'GET', 'GET']);
  assert.deepEqual(queries.map((parameters) => parameters.has('query')), [false, true, false]);
});

/** The clients that carry subscriptions. */
const transports = {
  graphqlWs: (connectionParams) => createWsClient({url: socketUrl, webSocketImpl: WebSocket, connectionParams}),
  graphqlSse: (headers) => createSseClient({url, headers}),
};

for (const [name, connect] of Object.entries(transports)) {
  test(`a subscription receives another device's save: ${name}`, async (t) => {
    const accessToken = await token(someUser());
    const connection = connect({Authorization: `Bearer ${accessToken}`});
    t.after(() => connection.dispose());
    const forwardSubscription = ({query, variables}) => ({
      subscribe: (sink) => ({unsubscribe: connection.subscribe({query, variables}, sink)}),
    });
    const client = newClient({exchanges: [subscriptionExchange({forwardSubscription})]});
    const events = [];
    await new Promise((resolve, reject) => {
      client.subscription(changesSubscription, {}).subscribe(async (result) => {
        if (result.error) {
          reject(result.error);
          return;
        }
        events.push(result.data.viewerChanged);
        if (events.length === 1) {
          const input = {questionId: await question(), body: 'From elsewhere', expectedVersion: 0};
          await ask(saveMutation, {input}, accessToken);
        } else {
          resolve();
        }
      });
    });
    assert.deepEqual(events.map((event) => event.kind), ['RESYNC', 'ANSWER']);
    assert.equal(events[1].node.body, 'From elsewhere');
  });
}
