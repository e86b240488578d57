import {createClient} from 'graphql-sse';
import assert from 'node:assert/strict';
import {exec} from 'node:child_process';
import {test} from 'node:test';
import {promisify} from 'node:util';
import {
  changesSubscription, expiredSession, guideQuery, guides, question, saveMutation, slug, someUser, text, token, url,
} from './helpers.mjs';

function newClient(t, options) {
  const client = createClient({url, ...options});
  t.after(() => client.dispose());
  return client;
}

/** The first result of an operation. */
const first = async (client, operation) => (await client.iterate(operation).next()).value;

for (const [language, expected] of Object.entries(guides)) {
  test(`queries the guide: ${language}`, async (t) => {
    const client = newClient(t, {headers: {'Accept-Language': language}});
    const {data} = await first(client, {query: guideQuery, variables: {slug, first: 5}});
    assert.deepEqual(text(data.roleGuide), expected);
  });
}

test('saves with a token, and another device receives the change', async (t) => {
  const headers = {Authorization: `Bearer ${await token(someUser())}`};
  const [one, other] = [newClient(t, {headers}), newClient(t, {headers})];
  const changes = other.iterate({query: changesSubscription});
  assert.deepEqual((await changes.next()).value.data.viewerChanged, {kind: 'RESYNC', deletedId: null, node: null});

  const input = {questionId: await question(), body: 'graphql-sse', expectedVersion: 0};
  const {data} = await first(one, {query: saveMutation, variables: {input}});
  const {id} = data.saveAnswer.savedAnswer;
  assert.deepEqual((await changes.next()).value.data.viewerChanged, {
    kind: 'ANSWER',
    deletedId: null,
    node: {id, body: 'graphql-sse', version: 1},
  });
});

test('refreshes an expired token once', async (t) => {
  const session = await expiredSession(someUser());
  const client = newClient(t, {
    headers: () => ({Authorization: `Bearer ${session.token}`}),
    // By default, the client never retries a 401.
    retryAttempts: 1,
    retry: () => session.refresh(),
    fetchFn: async (...request) => {
      const response = await fetch(...request);
      if (response.status === 401) {
        throw new TypeError('The token has expired');
      }
      return response;
    },
  });
  const changes = client.iterate({query: changesSubscription});
  assert.equal((await changes.next()).value.data.viewerChanged.kind, 'RESYNC');
  assert.equal(session.refreshes, 1);
});

test('an anonymous client receives a publication', async (t) => {
  const client = newClient(t);
  const publications = client.iterate({query: 'subscription { catalogueChanged { revision } }'});
  const {revision} = (await publications.next()).value.data.catalogueChanged;
  await promisify(exec)(process.env.PUBLISH);
  assert.deepEqual((await publications.next()).value.data.catalogueChanged, {revision: revision + 1});
});
