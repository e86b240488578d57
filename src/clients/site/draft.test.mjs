// How the site's editor saves, against a service in memory that has the rules of `saveAnswer`.
import assert from 'node:assert/strict';
import {beforeEach, mock, test} from 'node:test';
import drafts from './__generated__/answers/draft.js';

const OFFLINE = Object.assign(new Error('The service cannot be reached.'), {code: 'OFFLINE'});
const MAX_LENGTH = 100;
const text = (body, status = 'DRAFT') => ({status, body, star: null});

/** Has one answer; `hold` keeps the next request waiting, `offline` fails them, `deaf` loses the response. */
function newService() {
  const service = {
    history: [], requests: 0, running: 0, offline: false, deaf: false, hold: null, id: null,
    version: (stale = false) => {
      const {length} = service.history;
      return {id: length ? service.id : null, version: length, content: service.history.at(-1) ?? text(''), stale};
    },
    other(body) {
      service.id ??= 'answer';
      service.history.push(text(body));
    },
    async request(action) {
      assert.equal(++service.running, 1, 'two requests at once');
      service.requests++;
      await service.hold;
      service.running--;
      if (service.offline) {
        throw OFFLINE;
      }
      const result = action();
      if (service.deaf) {
        throw OFFLINE;
      }
      return result;
    },
    read: () => service.request(() => ({user: 'u', answer: service.version()})),
    save: (content, base) =>
      service.request(() => {
        const repeated = JSON.stringify(content) === JSON.stringify(service.history.at(-1));
        if (base.version !== service.history.length && !repeated) {
          return 'CONFLICT';
        }
        if (content.status === 'READY' && !content.body) {
          return [{message: 'blank'}];
        }
        if (content.body.length > MAX_LENGTH) {
          return [{message: 'too long'}];
        }
        if (!repeated) {
          service.other(content.body);
          service.history[service.history.length - 1] = content;
        }
        return service.version();
      }),
  };
  return service;
}

/** What is kept outlives drafts; texts of an earlier page are `left`. */
function newStore(left = []) {
  const store = {kept: undefined, left, keep: (_, kept) => (store.kept = structuredClone(kept)), find: async () => () => store.left.shift()};
  return store;
}

async function open(service, store = newStore()) {
  const draft = new drafts.Draft(service, store);
  await draft.refresh();
  return draft;
}

const bodies = (service) => service.history.map(({body}) => body);

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({apis: ['setTimeout']});
});

const settle = async () => {
  for (let i = 0; i < 50; i++) {
    await null;
  }
};

test('saves once after a pause in typing', async () => {
  const service = newService();
  const store = newStore();
  const draft = await open(service, store);
  assert.equal(draft.state, 'NEW');
  draft.edit(text('a'));
  mock.timers.tick(900);
  draft.edit(text('ab'));
  assert.equal(store.kept.content.body, 'ab');
  mock.timers.tick(900);
  await settle();
  assert.deepEqual(bodies(service), []);
  mock.timers.tick(100);
  await settle();
  assert.deepEqual(bodies(service), ['ab']);
  assert.equal(draft.state, 'SAVED');
  assert.equal(store.kept, undefined);
});

test('never has two requests in flight, and saves what was typed meanwhile', async () => {
  const service = newService();
  const draft = await open(service);
  let release;
  service.hold = new Promise((done) => (release = done));
  draft.edit(text('a'));
  const saved = draft.flush();
  await settle();
  draft.edit(text('ab'));
  void draft.flush();
  void draft.refresh();
  release();
  await saved;
  assert.deepEqual(bodies(service), ['a', 'ab']);
  assert.equal(draft.state, 'SAVED');
});

test('saves exactly once after being offline', async () => {
  const service = newService();
  const store = newStore();
  const draft = await open(service, store);
  service.offline = true;
  draft.edit(text('typed offline'));
  await draft.flush();
  assert.equal(draft.state, 'OFFLINE');
  for (let i = 0; i < 10; i++) {
    mock.timers.tick(30_000);
    await settle();
  }
  assert.equal(store.kept.content.body, 'typed offline');
  service.offline = false;
  mock.timers.tick(30_000);
  await settle();
  assert.deepEqual(bodies(service), ['typed offline']);
  assert.equal(draft.state, 'SAVED');
});

test('saves exactly once although the response got lost', async () => {
  const service = newService();
  const draft = await open(service);
  service.deaf = true;
  draft.edit(text('once'));
  await draft.flush();
  service.deaf = false;
  await draft.flush();
  assert.deepEqual(bodies(service), ['once']);
});

test('goes on with the texts of earlier pages, also where they had been saved', async () => {
  const service = newService();
  service.other('base');
  const base = service.version();
  service.other('base\n\nsaved');
  const left = [
    {base, content: text('base\n\nsaved')},
    {base, content: text('kept\n\nbase')},
  ];
  const draft = await open(service, newStore(left));
  assert.deepEqual(bodies(service), ['base', 'base\n\nsaved', 'kept\n\nbase\n\nsaved']);
  assert.equal(draft.state, 'SAVED');
});

test("another device's save appears, and merges with what is typed", async () => {
  const service = newService();
  service.other('one\n\ntwo');
  const draft = await open(service);
  service.other('one\n\nTWO');
  await draft.refresh();
  assert.equal(draft.content.body, 'one\n\nTWO');
  draft.edit(text('ONE\n\nTWO'));
  service.other('one\n\nTWO\n\nthree');
  await draft.flush();
  assert.equal(draft.content.body, 'ONE\n\nTWO\n\nthree');
  assert.equal(service.history.at(-1).body, 'ONE\n\nTWO\n\nthree');
});

test('shows a conflict, and has both texts in the history after either decision', async () => {
  for (const chosen of ['mine', 'theirs', 'merged']) {
    const service = newService();
    const store = newStore();
    service.other('base');
    const draft = await open(service, store);
    draft.edit(text('mine'));
    service.other('theirs');
    await draft.flush();
    assert.equal(draft.state, 'CONFLICT');
    assert.equal(draft.theirs.content.body, 'theirs');
    assert.equal(store.kept.content.body, 'mine');
    await draft.decide(text(chosen));
    assert.equal(draft.state, 'SAVED');
    assert.equal(draft.content.body, chosen);
    assert.equal(service.history.at(-1).body, chosen);
    assert.ok(['mine', 'theirs'].every((body) => bodies(service).includes(body)), chosen);
  }
});

test('an answer that was deleted elsewhere can be saved again', async () => {
  const service = newService();
  service.other('base');
  const draft = await open(service);
  draft.edit(text('base, changed'));
  service.history = [];
  await draft.flush();
  assert.equal(draft.state, 'CONFLICT');
  assert.equal(draft.theirs.id, null);
  await draft.decide(draft.content);
  assert.deepEqual(bodies(service), ['base, changed']);
});

test('what the service rejects stays on the device until the user corrects it', async () => {
  const service = newService();
  const store = newStore();
  const draft = await open(service, store);
  draft.edit(text('', 'READY'));
  await draft.flush();
  assert.equal(draft.state, 'REJECTED');
  assert.equal(store.kept.content.status, 'READY');
  const {requests} = service;
  await draft.flush();
  assert.equal(service.requests, requests);
  draft.edit(text('Now.', 'READY'));
  await draft.flush();
  assert.equal(draft.state, 'SAVED');
});

test('a decision replaces a text that the service has rejected', async () => {
  const service = newService();
  service.other('base');
  const draft = await open(service);
  draft.edit(text('m'.repeat(101)));
  await draft.flush();
  assert.equal(draft.state, 'REJECTED');
  service.other('theirs');
  await draft.refresh();
  assert.equal(draft.state, 'CONFLICT');
  await draft.decide(text('merged'));
  assert.equal(draft.state, 'SAVED');
  assert.equal(draft.content.body, 'merged');
  assert.deepEqual(bodies(service), ['base', 'theirs', 'merged']);
});

test('a text that is rejected after the decision against it does not come back', async () => {
  const service = newService();
  service.other('base');
  const draft = await open(service);
  draft.edit(text('m'.repeat(101)));
  service.other('theirs');
  await draft.flush();
  assert.equal(draft.state, 'CONFLICT');
  await draft.decide(text('merged'));
  assert.equal(draft.state, 'SAVED');
  assert.equal(draft.content.body, 'merged');
  assert.deepEqual(bodies(service), ['base', 'theirs', 'merged']);
});

test('an answer that was deleted elsewhere takes no line of a changed one with it', async () => {
  for (const changed of [text('base\n\nadded'), text('base\n', 'READY')]) {
    const service = newService();
    service.other('base\n');
    const draft = await open(service);
    draft.edit(changed);
    service.history = [];
    await draft.refresh();
    assert.equal(draft.state, 'CONFLICT');
    assert.deepEqual(draft.content, changed);
    await draft.decide(draft.content);
    assert.deepEqual(service.history, [changed]);
  }
});

test('an answer that was deleted elsewhere is gone where nothing was typed', async () => {
  const service = newService();
  service.other('base');
  const draft = await open(service);
  service.history = [];
  await draft.refresh();
  assert.equal(draft.state, 'NEW');
  assert.equal(draft.content.body, '');
});

test('what is typed while kept texts are looked for stays', async () => {
  const service = newService();
  const store = newStore([{base: service.version(), content: text('kept')}]);
  let found;
  const wait = new Promise((done) => (found = done));
  const {find} = store;
  store.find = async (user) => (await wait, find(user));
  const draft = new drafts.Draft(service, store);
  void draft.refresh();
  await settle();
  draft.edit(text('typed'));
  found();
  await settle();
  assert.equal(draft.content.body, 'typed');
  store.find = find;
  await draft.flush();
  await settle();
  const all = [...bodies(service), draft.content.body, draft.theirs?.content.body].join('\n');
  assert.ok(all.includes('typed') && all.includes('kept'), all);
});
