// Runs the JavaScript of the documentation: each example has a name, and a test here that uses it.
import {gql} from '@apollo/client';
import {getIntrospectionQuery} from 'graphql';
import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {test} from 'node:test';
import {createOperationDescriptor, fetchQuery} from 'relay-runtime';
import {Webhook} from 'standardwebhooks';
import {WebSocket} from 'ws';
import {
  ask, expiredSession, guideQuery, guides, question, saveMutation, service, slug, someUser, text, token, url,
} from './helpers.mjs';
import GuideQuery from './relay/__generated__/GuideQuery.graphql.js';

const pages = new URL('../main/resources/site/docs/', import.meta.url);
const folder = new URL('__generated__/docs/', import.meta.url);

/** The examples with a name, by it. */
const examples = Object.fromEntries(
  readdirSync(pages)
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => [...readFileSync(new URL(file, pages), 'utf8').matchAll(/^```js name=(\S+)\n(.*?)^```$/gms)])
    .map(([, name, code]) => [name, code]),
);

/** What an example exports, with the address of the tested service in it. */
async function load(name) {
  mkdirSync(folder, {recursive: true});
  const file = new URL(`${name}.mjs`, folder);
  writeFileSync(file, examples[name].replaceAll('localhost:8080', new URL(service).host));
  return import(file);
}

const session = async () => ({token: await token(someUser())});

const uses = {
  async fetch() {
    const {request} = await load('fetch');
    assert.deepEqual(text((await request(guideQuery, {slug, first: 5})).roleGuide), guides.en);
    const accessToken = await token(someUser());
    const {viewer} = await request('{ viewer { roles } }', {}, {Authorization: `Bearer ${accessToken}`});
    assert.deepEqual(viewer.roles, ['CANDIDATE']);
    await assert.rejects(request('{ nothing }'), (error) => error.cause === 'BAD_REQUEST');
  },

  async 'authorized-fetch'() {
    const {authorizedFetch} = await load('authorized-fetch');
    const user = someUser();
    const expired = await expiredSession(user);
    const users = {
      getUser: async () => ({access_token: expired.token}),
      signinSilent: async () => ({access_token: await expired.refresh()}),
    };
    const init = {method: 'POST', headers: {'Content-Type': 'application/json'}, body: '{"query": "{ viewer { roles } }"}'};
    for (let i = 0; i < 2; i++) {
      const response = await authorizedFetch(users, url, init);
      assert.deepEqual((await response.json()).data.viewer.roles, ['CANDIDATE']);
    }
    assert.equal(expired.refreshes, 1);
  },

  async apollo() {
    const {newClient} = await load('apollo');
    const expired = await expiredSession(someUser());
    const client = newClient(expired, 'de');
    const query = gql(guideQuery);
    const page = client.watchQuery({query, variables: {slug, first: 2}});
    const subscription = page.subscribe({});
    const {data} = await page.refetch();
    await page.fetchMore({variables: {first: 3, after: data.roleGuide.questions.pageInfo.endCursor}});
    assert.deepEqual(text(client.readQuery({query, variables: {slug, first: 2}}).roleGuide), guides.de);
    assert.equal(expired.refreshes, 1);
    subscription.unsubscribe();
  },

  async urql() {
    const {newClient} = await load('urql');
    const expired = await expiredSession(someUser());
    const client = newClient((await ask(getIntrospectionQuery())).data, expired, 'de');
    const {data, error} = await client.query(guideQuery, {slug, first: 5});
    assert.ifError(error);
    assert.deepEqual(text(data.roleGuide), guides.de);
    assert.equal(expired.refreshes, 1);
  },

  async relay() {
    const {newEnvironment} = await load('relay');
    const environment = newEnvironment(await session(), 'de');
    const variables = {slug, first: 2};
    environment.retain(createOperationDescriptor(GuideQuery, variables));
    const {roleGuide} = await fetchQuery(environment, GuideQuery, variables).toPromise();
    assert.equal(roleGuide.title, guides.de.title);
  },

  async websocket(t) {
    globalThis.WebSocket ??= WebSocket;
    await receivesChanges(t, await load('websocket'));
  },

  async sse(t) {
    await receivesChanges(t, await load('sse'));
  },

  async 'partner-page'() {
    const {loadGuide} = await load('partner-page');
    // The client of the partner that the service was started with.
    const accessToken = await token('north-jobs-server', 300, 'north-jobs-server');
    for (let i = 0; i < 2; i++) {
      const guide = await loadGuide(slug, 'de', accessToken);
      assert.equal(guide.title, guides.de.title);
      assert.deepEqual(guide.questions.nodes.map((node) => node.prompt), guides.de.prompts);
    }
    assert.equal(await loadGuide('no-such-guide', 'de', accessToken), null);
    await assert.rejects(loadGuide(slug, 'de', await token('north-jobs-server', -1, 'north-jobs-server')));
  },

  async webhook(t) {
    const {receive} = await load('webhook');
    const secret = `whsec_${Buffer.from('A secret for tests only, 32 bytes').toString('base64')}`;
    const events = [];
    const server = receive(secret, (event) => events.push(event));
    await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
    t.after(() => server.close());
    const body = '{"type": "GUIDE_CHANGED"}';
    const send = async (id, sent) => {
      const now = new Date();
      const response = await fetch(`http://127.0.0.1:${server.address().port}/`, {
        method: 'POST',
        headers: {
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(now / 1000)),
          'webhook-signature': new Webhook(secret).sign(id, now, body),
        },
        body: sent,
      });
      return response.status;
    };
    assert.deepEqual([await send('1', body), await send('1', body), await send('2', `${body} `)], [204, 204, 401]);
    assert.deepEqual(events, [{type: 'GUIDE_CHANGED'}]);
  },
};

/** Another device's save arrives. */
async function receivesChanges(t, {subscribe}) {
  const user = await session();
  const input = {questionId: await question(), body: 'From elsewhere', expectedVersion: 0};
  const events = [];
  await new Promise((resolve, reject) => {
    const client = subscribe(
      user,
      (event) => {
        events.push(event);
        if (event.kind === 'RESYNC') {
          ask(saveMutation, {input}, user.token).catch(reject);
        } else {
          resolve();
        }
      },
      reject,
    );
    t.after(() => client.dispose());
  });
  assert.deepEqual(events.map((event) => event.kind), ['RESYNC', 'ANSWER']);
  assert.equal(events[1].node.body, 'From elsewhere');
}

test('every example is used', () => {
  assert.deepEqual(Object.keys(examples).sort(), Object.keys(uses).sort());
});

for (const [name, use] of Object.entries(uses)) {
  test(`the example of the documentation runs: ${name}`, use);
}
