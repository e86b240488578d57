import {ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql} from '@apollo/client';
import {BatchHttpLink} from '@apollo/client/link/batch-http';
import {SetContextLink} from '@apollo/client/link/context';
import {ErrorLink} from '@apollo/client/link/error';
import {PersistedQueryLink} from '@apollo/client/link/persisted-queries';
import {GraphQLWsLink} from '@apollo/client/link/subscriptions';
import {relayStylePagination} from '@apollo/client/utilities';
import {createClient} from 'graphql-ws';
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {test} from 'node:test';
import {from, switchMap} from 'rxjs';
import {WebSocket} from 'ws';
import {
  ask, assertComplete, changesSubscription, expiredSession, guideQuery, guides, question, questionsQuery, recordingFetch, saveMutation,
  slug, someUser, socketUrl, text, token, url, viewerQuery,
} from './helpers.mjs';

const GUIDE = gql(guideQuery);
const QUESTIONS = gql(questionsQuery);
const SAVE = gql(saveMutation);
const VIEWER = gql(viewerQuery);

const newCache = () =>
  new InMemoryCache({
    possibleTypes: {Node: ['Question', 'RoleGuide', 'SavedAnswer']},
    typePolicies: {
      Query: {fields: {questions: relayStylePagination()}},
      RoleGuide: {fields: {questions: relayStylePagination()}},
    },
  });

const http = (options) => new HttpLink({uri: url, ...options});

const newClient = (...links) => new ApolloClient({cache: newCache(), link: ApolloLink.from(links)});

/** One language, one client. */
const speaking = (language) => http({headers: {'Accept-Language': language}});

const authorized = (session) =>
  new SetContextLink(({headers}) => ({headers: {...headers, Authorization: `Bearer ${session.token}`}}));

/** On a 401 refreshes the token and retries the operation once. */
const refreshing = (session) =>
  new ErrorLink(({error, operation, forward}) => {
    const unauthenticated = CombinedGraphQLErrors.is(error) && error.errors[0].extensions.code === 'UNAUTHENTICATED';
    if (unauthenticated && !operation.getContext().refreshed) {
      operation.setContext({refreshed: true});
      return from(session.refresh()).pipe(switchMap(() => forward(operation)));
    }
  });

for (const [language, expected] of Object.entries(guides)) {
  test(`queries the guide: ${language}`, async () => {
    const {data} = await newClient(speaking(language)).query({query: GUIDE, variables: {slug, first: 5}});
    assert.deepEqual(text(data.roleGuide), expected);
  });
}

test('a saved answer leaves a German page German', async () => {
  const client = newClient(authorized({token: await token(someUser())}), speaking('de'));
  await client.query({query: GUIDE, variables: {slug, first: 5}});
  const input = {questionId: await question(), body: 'Es hält das Gas.', expectedVersion: 0};
  const {data} = await client.mutate({mutation: SAVE, variables: {input}});
  assert.equal(data.saveAnswer.savedAnswer.question.prompt, guides.de.prompts[0]);

  const page = client.readQuery({query: GUIDE, variables: {slug, first: 5}});
  assert.deepEqual(text(page.roleGuide), guides.de);
});

test('pages through all questions', async () => {
  const client = newClient(http());
  const page = client.watchQuery({query: QUESTIONS, variables: {first: 100}});
  const subscription = page.subscribe({});
  let {pageInfo} = (await page.refetch()).data.questions;
  while (pageInfo.hasNextPage) {
    ({pageInfo} = (await page.fetchMore({variables: {first: 100, after: pageInfo.endCursor}})).data.questions);
  }
  assertComplete(assert, client.readQuery({query: QUESTIONS}).questions);
  subscription.unsubscribe();
});

test('refreshes an expired token once, and saves', async () => {
  const session = await expiredSession(someUser());
  const requests = [];
  const client = newClient(refreshing(session), authorized(session), http({fetch: recordingFetch(requests)}));
  const input = {questionId: await question(), body: 'Apollo', expectedVersion: 0};
  const {data} = await client.mutate({mutation: SAVE, variables: {input}});
  const {id} = data.saveAnswer.savedAnswer;
  assert.deepEqual(data.saveAnswer.userErrors, []);
  assert.equal(session.refreshes, 1);
  assert.deepEqual(requests.map((request) => request.status), [401, 200]);

  const {data: viewer} = await client.query({query: VIEWER});
  assert.deepEqual(viewer.viewer.savedAnswers.nodes.map(({__typename, ...answer}) => answer), [{id, body: 'Apollo', version: 1}]);
});

test('a conflict is a user error', async () => {
  const client = newClient(authorized({token: await token(someUser())}), http());
  const input = {questionId: await question(), body: 'Apollo', expectedVersion: 3};
  const {data} = await client.mutate({mutation: SAVE, variables: {input}});
  assert.equal(data.saveAnswer.savedAnswer, null);
  assert.deepEqual(data.saveAnswer.userErrors.map((error) => error.code), ['CONFLICT']);
});

test('persisted queries are GETs of a hash', async () => {
  const requests = [];
  const persisted = new PersistedQueryLink({
    sha256: (document) => createHash('sha256').update(document).digest('hex'),
    useGETForHashedQueries: true,
  });
  // Not registered by an earlier run.
  const query = gql(guideQuery.replace('query Guide', `query ${someUser().replaceAll('-', '_')}`));
  const client = newClient(persisted, http({fetch: recordingFetch(requests)}));
  const first = await client.query({query, variables: {slug, first: 5}});
  const second = await client.query({query, variables: {slug, first: 5}, fetchPolicy: 'network-only'});

  assert.deepEqual(text(first.data.roleGuide), guides.en);
  assert.deepEqual(second.data, first.data);
  assert.deepEqual(requests.map((request) => request.method), ['GET', 'POST', 'GET']);
  assert.ok(!new URL(requests[2].url).searchParams.has('query'));
  assert.ok(requests[2].url.length < 600);
});

test('a batch is rejected for each of its operations', async () => {
  const client = new ApolloClient({cache: newCache(), link: new BatchHttpLink({uri: url, batchInterval: 5})});
  const results = await Promise.allSettled([
    client.query({query: GUIDE, variables: {slug, first: 1}}),
    client.query({query: QUESTIONS, variables: {first: 1}}),
  ]);
  for (const result of results) {
    assert.equal(result.status, 'rejected');
    assert.ok(CombinedGraphQLErrors.is(result.reason), String(result.reason));
    assert.equal(result.reason.errors[0].extensions.code, 'BATCHING_NOT_SUPPORTED');
  }
});

test("a subscription receives another device's save", async (t) => {
  const user = someUser();
  const accessToken = await token(user);
  const socket = createClient({url: socketUrl, webSocketImpl: WebSocket, connectionParams: {Authorization: `Bearer ${accessToken}`}});
  t.after(() => socket.dispose());
  const client = newClient(new GraphQLWsLink(socket));
  const events = [];
  await new Promise((resolve, reject) => {
    client.subscribe({query: gql(changesSubscription)}).subscribe({
      async next({data, error}) {
        if (error) {
          reject(error);
        }
        events.push(data.viewerChanged);
        if (events.length === 1) {
          const input = {questionId: await question(), body: 'From elsewhere', expectedVersion: 0};
          await ask(saveMutation, {input}, accessToken);
        } else {
          resolve();
        }
      },
      error: reject,
    });
  });
  assert.deepEqual(events.map((event) => event.kind), ['RESYNC', 'ANSWER']);
  assert.equal(events[1].node.body, 'From elsewhere');
});
