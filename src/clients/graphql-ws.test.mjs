import {createClient} from 'graphql-ws';
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {WebSocket} from 'ws';
import {
  ask, changesSubscription, guideQuery, guides, question, saveMutation, slug, socketUrl, someUser, text, token,
} from './helpers.mjs';

function newClient(t, options) {
  const client = createClient({url: socketUrl, webSocketImpl: WebSocket, ...options});
  t.after(() => client.dispose());
  return client;
}

/** The first result of an operation. */
const first = async (client, operation) => (await client.iterate(operation).next()).value;

for (const [language, expected] of Object.entries(guides)) {
  test(`queries the guide: ${language}`, async (t) => {
    // Pages cannot set headers of the handshake.
    const client = newClient(t, {connectionParams: {'Accept-Language': language}});
    const {data} = await first(client, {query: guideQuery, variables: {slug, first: 5}});
    assert.deepEqual(text(data.roleGuide), expected);
  });
}

test('saves with a token, and another device receives the change', async (t) => {
  const connectionParams = {Authorization: `Bearer ${await token(someUser())}`};
  const [one, other] = [newClient(t, {connectionParams}), newClient(t, {connectionParams})];
  const changes = other.iterate({query: changesSubscription});
  assert.deepEqual((await changes.next()).value.data.viewerChanged, {kind: 'RESYNC', deletedId: null, node: null});

  const input = {questionId: await question(), body: 'graphql-ws', expectedVersion: 0};
  const {data} = await first(one, {query: saveMutation, variables: {input}});
  const {id} = data.saveAnswer.savedAnswer;
  assert.deepEqual((await changes.next()).value.data.viewerChanged, {
    kind: 'ANSWER',
    deletedId: null,
    node: {id, body: 'graphql-ws', version: 1},
  });
});

test('a subscription continues with a new token when the old one expires', async (t) => {
  const user = someUser();
  const closes = [];
  let tokens = 0;
  const client = newClient(t, {
    // The first one expires while the subscription runs.
    connectionParams: async () => ({Authorization: `Bearer ${await token(user, tokens++ ? 300 : 3)}`}),
    shouldRetry: () => true,
    on: {closed: (event) => closes.push(event.code)},
  });
  for await (const {data} of client.iterate({query: changesSubscription})) {
    const {kind, node} = data.viewerChanged;
    if (kind === 'ANSWER') {
      assert.equal(node.body, 'Later');
      break;
    }
    if (tokens === 2) {
      await ask(saveMutation, {input: {questionId: await question(), body: 'Later', expectedVersion: 0}}, await token(user));
    }
  }
  assert.deepEqual(closes, [4403]);
  assert.equal(tokens, 2);
});

test('anonymous users have no changes', async (t) => {
  const client = newClient(t);
  await assert.rejects(first(client, {query: changesSubscription}), ([error]) => error.extensions.code === 'UNAUTHENTICATED');
});
