import {createClient} from 'graphql-ws';
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {WebSocket} from 'ws';
import {
  ask, changesSubscription, guideQuery, guides, question, saveMutation, slug, socketUrl, someUser, text, token,
} from './helpers.mjs';

const newClient = (options = {}) => createClient({url: socketUrl, webSocketImpl: WebSocket, ...options});

/** The first result of an operation. */
const first = async (client, operation) => (await client.iterate(operation).next()).value;

for (const [language, expected] of Object.entries(guides)) {
  test(`queries the guide: ${language}`, async () => {
    // A browser sends the header by itself.
    const Speaking = class extends WebSocket {
      constructor(address, protocols) {
        super(address, protocols, {headers: {'Accept-Language': language}});
      }
    };
    const client = newClient({webSocketImpl: Speaking});
    const {data} = await first(client, {query: guideQuery, variables: {slug, first: 5}});
    await client.dispose();
    assert.deepEqual(text(data.roleGuide), expected);
  });
}

test('saves with a token, and another device receives the change', async () => {
  const connectionParams = {Authorization: `Bearer ${await token(someUser())}`};
  const [one, other] = [newClient({connectionParams}), newClient({connectionParams})];
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
  await Promise.all([one.dispose(), other.dispose()]);
});

test('a subscription continues with a new token when the old one expires', async () => {
  const user = someUser();
  const closes = [];
  let tokens = 0;
  const client = newClient({
    // The first one expires while the subscription runs.
    connectionParams: async () => ({Authorization: `Bearer ${await token(user, tokens++ ? 300 : 3)}`}),
    shouldRetry: () => true,
    on: {closed: (event) => closes.push(event.code)},
  });
  const changes = client.iterate({query: changesSubscription});
  assert.equal((await changes.next()).value.data.viewerChanged.kind, 'RESYNC');
  assert.equal((await changes.next()).value.data.viewerChanged.kind, 'RESYNC');
  assert.deepEqual(closes, [4403]);
  assert.equal(tokens, 2);

  const input = {questionId: await question(), body: 'Later', expectedVersion: 0};
  await ask(saveMutation, {input}, await token(user));
  assert.equal((await changes.next()).value.data.viewerChanged.node.body, 'Later');
  await client.dispose();
});

test('anonymous users have no changes', async () => {
  const client = newClient();
  await assert.rejects(first(client, {query: changesSubscription}), ([error]) => error.extensions.code === 'UNAUTHENTICATED');
  await client.dispose();
});
