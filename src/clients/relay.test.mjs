// Relay sends ids of documents: its compiler writes the manifest that the service is started with.
import {createClient} from 'graphql-ws';
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  Environment, Network, Observable, RecordSource, Store, commitMutation, createOperationDescriptor, fetchQuery, getSelector,
  requestSubscription,
} from 'relay-runtime';
import {WebSocket} from 'ws';
import GuideCatalogueQuery from './relay/__generated__/GuideCatalogueQuery.graphql.js';
import GuideChangesSubscription from './relay/__generated__/GuideChangesSubscription.graphql.js';
import GuideQuery from './relay/__generated__/GuideQuery.graphql.js';
import GuideQuestionsPaginationQuery from './relay/__generated__/GuideQuestionsPaginationQuery.graphql.js';
import GuideSaveMutation from './relay/__generated__/GuideSaveMutation.graphql.js';
import GuideViewerQuery from './relay/__generated__/GuideViewerQuery.graphql.js';
import Guide_questions from './relay/__generated__/Guide_questions.graphql.js';
import {
  ask, assertComplete, expiredSession, guides, question, recordingFetch, saveMutation, slug, socketUrl, someUser, token, url,
} from './helpers.mjs';

/** The network of a page: queries are GETs, and on a 401 it refreshes the token and retries the request once. */
function newEnvironment({language = 'en', session, requests = []} = {}) {
  const send = ({id, operationKind}, variables) => {
    const headers = {'Accept': 'application/graphql-response+json', 'Accept-Language': language};
    if (session) {
      headers.Authorization = `Bearer ${session.token}`;
    }
    if (operationKind === 'query') {
      const query = new URLSearchParams({documentId: id, variables: JSON.stringify(variables)});
      return recordingFetch(requests)(`${url}?${query}`, {headers});
    }
    headers['Content-Type'] = 'application/json';
    return recordingFetch(requests)(url, {method: 'POST', headers, body: JSON.stringify({documentId: id, variables})});
  };
  const fetchFunction = async (params, variables) => {
    let response = await send(params, variables);
    if (response.status === 401 && session?.refresh) {
      await session.refresh();
      response = await send(params, variables);
    }
    return response.json();
  };
  const subscribeFunction = ({id}, variables) =>
    Observable.create((sink) => {
      const connectionParams = {Authorization: `Bearer ${session.token}`};
      const client = createClient({url: socketUrl, webSocketImpl: WebSocket, connectionParams});
      // graphql-ws requires a query.
      client.subscribe({query: '', documentId: id, variables}, sink);
      return () => client.dispose();
    });
  return new Environment({network: Network.create(fetchFunction, subscribeFunction), store: new Store(new RecordSource())});
}

/** Fetches a query and retains its data in the store. */
async function load(environment, query, variables) {
  environment.retain(createOperationDescriptor(query, variables));
  return fetchQuery(environment, query, variables).toPromise();
}

/** The guide as a page renders it from the store. */
function renderedGuide(environment, variables) {
  const {roleGuide} = environment.lookup(createOperationDescriptor(GuideQuery, variables).fragment).data;
  const {questions} = environment.lookup(getSelector(Guide_questions, roleGuide)).data;
  return {
    page: questions.pageInfo,
    id: roleGuide.id,
    text: {
      title: roleGuide.title,
      resolvedLocale: roleGuide.resolvedLocale,
      family: roleGuide.family.name,
      prompts: questions.edges.map((edge) => edge.node.prompt),
      type: questions.edges[0].node.type.name,
    },
  };
}

const save = (environment, input) =>
  new Promise((resolve, reject) => {
    commitMutation(environment, {mutation: GuideSaveMutation, variables: {input}, onCompleted: resolve, onError: reject});
  });

for (const [language, expected] of Object.entries(guides)) {
  test(`queries the guide, and more of its questions in the same language: ${language}`, async () => {
    const environment = newEnvironment({language});
    const variables = {slug, first: 2};
    await load(environment, GuideQuery, variables);
    let rendered = renderedGuide(environment, variables);
    assert.deepEqual(rendered.text.prompts, expected.prompts.slice(0, 2));
    while (rendered.page.hasNextPage) {
      await load(environment, GuideQuestionsPaginationQuery, {id: rendered.id, first: 2, after: rendered.page.endCursor});
      rendered = renderedGuide(environment, variables);
    }
    assert.deepEqual(rendered.text, expected);
  });
}

test('a saved answer leaves a German page German', async () => {
  const environment = newEnvironment({language: 'de', session: {token: await token(someUser())}});
  const variables = {slug, first: 5};
  await load(environment, GuideQuery, variables);
  await save(environment, {questionId: await question(), body: 'Es hält das Gas.', expectedVersion: 0});
  assert.deepEqual(renderedGuide(environment, variables).text, guides.de);
});

test('pages through all questions', async () => {
  const environment = newEnvironment();
  const connection = () => environment.lookup(createOperationDescriptor(GuideCatalogueQuery, {first: 100}).fragment).data.questions;
  await load(environment, GuideCatalogueQuery, {first: 100});
  while (connection().pageInfo.hasNextPage) {
    await load(environment, GuideCatalogueQuery, {first: 100, after: connection().pageInfo.endCursor});
  }
  assertComplete(assert, connection());
});

test('refreshes an expired token once, and saves', async () => {
  const session = await expiredSession(someUser());
  const requests = [];
  const environment = newEnvironment({session, requests});
  const {saveAnswer} = await save(environment, {questionId: await question(), body: 'Relay', expectedVersion: 0});
  assert.deepEqual(saveAnswer.userErrors, []);
  assert.equal(session.refreshes, 1);
  assert.deepEqual(requests.map((request) => request.status), [401, 200]);

  const {viewer} = await load(environment, GuideViewerQuery, {});
  assert.deepEqual(viewer.savedAnswers.nodes, [{id: saveAnswer.savedAnswer.id, body: 'Relay', version: 1}]);
});

test("a subscription writes another device's save into the store", async () => {
  const session = {token: await token(someUser())};
  const environment = newEnvironment({session});
  const questionId = await question();
  const {saveAnswer} = await save(environment, {questionId, body: 'Relay', expectedVersion: 0});
  await load(environment, GuideViewerQuery, {});
  await new Promise((resolve, reject) => {
    let events = 0;
    const subscription = requestSubscription(environment, {
      subscription: GuideChangesSubscription,
      variables: {},
      onNext() {
        if (events++) {
          subscription.dispose();
          resolve();
        } else {
          ask(saveMutation, {input: {questionId, body: 'From elsewhere', expectedVersion: 1}}, session.token).catch(reject);
        }
      },
      onError: reject,
    });
  });
  const {viewer} = environment.lookup(createOperationDescriptor(GuideViewerQuery, {}).fragment).data;
  assert.deepEqual(viewer.savedAnswers.nodes, [{id: saveAnswer.savedAnswer.id, body: 'From elsewhere', version: 2}]);
});
