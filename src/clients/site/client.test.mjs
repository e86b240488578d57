// How the site asks the service, with a browser and a provider in memory.
import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import {beforeEach, test} from 'node:test';

const ORIGIN = 'https://site.example';
const DISCOVERY = {token_endpoint: 'https://login.example/token'};

class Storage {
  #items = new Map();
  getItem = (key) => this.#items.get(key) ?? null;
  setItem = (key, value) => this.#items.set(key, value);
  removeItem = (key) => this.#items.delete(key);
}

/** Another tab. */
const tabs = new EventTarget();
const tell = (data) => tabs.dispatchEvent(Object.assign(new Event('message'), {data}));

const page = new EventTarget();
const json = (body, init) => new Response(JSON.stringify(body), init);
const idToken = (sub) => `.${btoa(JSON.stringify({sub}))}.`;

/** What the site has requested of GraphQL, and how that and the provider respond. */
const service = {streams: []};

function reset() {
  service.requests = [];
  service.graphql = () => json({data: {}});
  service.token = () => json({}, {status: 400});
}

reset();
Object.assign(globalThis, {
  window: globalThis,
  document: Object.assign(new EventTarget(), {visibilityState: 'visible'}),
  location: {origin: ORIGIN, pathname: '/', search: '?code=c&state=s', hash: ''},
  history: {replaceState: () => {}},
  localStorage: new Storage(),
  sessionStorage: new Storage(),
  BroadcastChannel: class {
    constructor() {
      return Object.assign(tabs, {postMessage: () => {}});
    }
  },
  addEventListener: page.addEventListener.bind(page),
  removeEventListener: page.removeEventListener.bind(page),
  async fetch(address, init = {}) {
    if (init.headers?.Accept === 'text/event-stream') {
      service.streams.push(init.signal);
      return new Promise(() => {});
    }
    if (address === '/site/settings.json') {
      return json({authority: 'https://login.example', clientId: 'client', scope: 'openid'});
    }
    if (address.endsWith('/openid-configuration')) {
      return json(DISCOVERY);
    }
    if (address === DISCOVERY.token_endpoint) {
      return service.token(init.body);
    }
    service.requests.push({address, ...init});
    return service.graphql(address, init);
  },
});

localStorage.setItem('locale', 'en');
// The user comes back from the provider.
sessionStorage.setItem('pendingLogin', JSON.stringify({state: 's', verifier: 'v', returnTo: '/', silent: false}));
const tokens = (name) => ({access_token: name, refresh_token: 'r', id_token: idToken('user')});
service.token = () => json(tokens('first'));

const load = (path) => createRequire(import.meta.url)(`./__generated__/${path}.js`);
const {request} = load('client/request');
const {session} = load('client/session');
const {Query} = load('client/query');
const documents = load('generated/graphql');
await session.ready;
assert.equal(session.token, 'first');

async function settle() {
  for (let i = 0; i < 20; i++) {
    await new Promise(setImmediate);
  }
}

/** A promise to be resolved by the test. */
function later() {
  let resolve;
  const promise = new Promise((done) => (resolve = done));
  return {promise, resolve};
}

/** A component that Lit updates. */
function newHost() {
  const host = {
    controllers: [],
    addController: (controller) => host.controllers.push(controller),
    requestUpdate: () => queueMicrotask(() => host.controllers.forEach((controller) => controller.hostUpdate())),
    connect() {
      host.controllers.forEach((controller) => controller.hostConnected());
      host.requestUpdate();
    },
    disconnect: () => host.controllers.forEach((controller) => controller.hostDisconnected()),
  };
  return host;
}

function show(document, variables, concern) {
  const host = newHost();
  const query = new Query(host, document, variables, concern);
  host.connect();
  return {host, query};
}

beforeEach(reset);

test('sends what the user has typed in the body alone', async () => {
  await request(documents.SaveAnswerDocument, {input: {body: 'private'}});
  await request(documents.ShellDocument, {}, 'OPTIONAL');
  await request(documents.GuidesDocument, {}, 'PUBLIC');
  const [save, shell, guides] = service.requests;
  assert.deepEqual([save.method, save.address], ['POST', '/graphql']);
  assert.ok(save.body.includes('private'));
  assert.equal(save.headers.Authorization, 'Bearer first');
  assert.deepEqual([shell.method, shell.address], ['POST', '/graphql']);
  assert.match(guides.address, /^\/graphql\?documentId=/);
  assert.equal(guides.headers.Authorization, undefined);
});

test('lets small requests outlive their page', async () => {
  document.visibilityState = 'hidden';
  for (const body of ['short', 'x'.repeat(60_000), 'ä'.repeat(30_000)]) {
    await request(documents.SaveAnswerDocument, {input: {body}});
  }
  document.visibilityState = 'visible';
  assert.deepEqual(service.requests.map(({keepalive}) => keepalive), [true, false, false]);
});

test('has a stream of changes while its page is visible', () => {
  const open = () => service.streams.filter(({aborted}) => !aborted).length;
  for (const visibilityState of ['visible', 'hidden', 'hidden', 'visible', 'visible']) {
    Object.assign(document, {visibilityState}).dispatchEvent(new Event('visibilitychange'));
    page.dispatchEvent(new Event('focus'));
    assert.equal(open(), visibilityState === 'visible' ? 1 : 0);
  }
  assert.equal(service.streams.length, 2);
});

test('adds a page of a list once', async () => {
  const list = (ids, endCursor) => ({nodes: ids, pageInfo: {hasNextPage: true, endCursor}});
  service.graphql = (address) => json({data: {list: address.includes('after') ? list([3, 4], 'd') : list([1, 2], 'b')}});
  const {query, host} = show(documents.GuidesDocument, () => ({}), 'PUBLIC');
  await settle();
  const more = () => query.more((data) => data.list, (after) => ({after}));
  await Promise.all([more(), more()]);
  assert.deepEqual(query.data.list.nodes, [1, 2, 3, 4]);
  host.disconnect();
});

test('repeats a read that failed when there is a network again, and when the service says so', async () => {
  service.graphql = () => Promise.reject(new TypeError('offline'));
  const {query, host} = show(documents.GuidesDocument, () => ({}), 'PUBLIC');
  await settle();
  assert.equal(query.error.code, 'OFFLINE');
  service.graphql = () => json({errors: [{message: 'busy'}]}, {status: 503, headers: {'Retry-After': '0.05'}});
  page.dispatchEvent(new Event('online'));
  await settle();
  assert.equal(query.error.message, 'busy');
  service.graphql = () => json({data: {families: []}});
  const {requestUpdate} = host;
  await new Promise((done) => (host.requestUpdate = () => (requestUpdate(), query.data && done())));
  assert.equal(query.error, undefined);
  const {length} = service.requests;
  page.dispatchEvent(new Event('online'));
  await settle();
  assert.equal(service.requests.length, length);
  host.disconnect();
});

test('takes a login of the same user alone', async () => {
  const renewed = session.renew();
  await settle();
  tell({accessToken: 'other', subject: 'other'});
  assert.equal(session.expired, true);
  assert.equal(session.token, 'first');
  assert.equal(session.notice, 'You have logged in as another user.');
  tell({accessToken: 'nobody'});
  assert.equal(session.expired, true);
  tell({accessToken: 'again', subject: 'user', refreshToken: 'r'});
  assert.equal(await renewed, true);
  assert.deepEqual([session.expired, session.token, session.notice], [false, 'again', undefined]);
});

test('forgets what a user was shown, and what arrives for them later', async () => {
  const {query, host} = show(documents.MyGuideDocument, () => (session.loggedIn ? {slug: 'a'} : undefined), ['ANSWER']);
  const shared = show(documents.GuidesDocument, () => ({}), 'PUBLIC');
  service.graphql = () => json({data: {private: true}});
  await settle();
  assert.deepEqual(query.data, {private: true});

  const held = later();
  service.graphql = async () => (await held.promise, json({data: {private: true}}));
  void query.read();
  const renewal = later();
  service.token = () => renewal.promise;
  const renewed = session.renew();
  await settle();
  tell('loggedOut');
  await settle();
  assert.equal(query.data, undefined);
  held.resolve();
  // Tokens that arrive after a log-out do not undo it.
  renewal.resolve(json(tokens('late')));
  assert.equal(await renewed, false);
  await settle();
  assert.equal(query.data, undefined);
  assert.deepEqual([session.loggedIn, session.expired], [false, false]);
  assert.deepEqual(shared.query.data, {private: true});
  host.disconnect();
  shared.host.disconnect();
});

test('sends nothing of the user without a login', async () => {
  assert.equal(session.loggedIn, false);
  await assert.rejects(request(documents.SaveAnswerDocument, {input: {body: 'private'}}), {code: 'UNAUTHENTICATED'});
  assert.deepEqual(service.requests, []);
  await request(documents.ShellDocument, {}, 'OPTIONAL');
  const [shell] = service.requests;
  assert.deepEqual([shell.method, shell.headers.Authorization], ['POST', undefined]);
});
