// What forms keep over an object that other devices change as well, and how they send it.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {events, load, service, session} from './browser.mjs';

const {Draft} = load('ui/drafts');
const {Mutations} = load('client/mutations');

let drafts = 0;
const name = () => `object ${++drafts}`;

test('typing on while it is saved is no conflict', () => {
  const object = name();
  const draft = Draft.over(object, {title: '', notes: ''});
  draft.set('title', 'a');
  assert.deepEqual(draft.send(), {title: 'a'});
  draft.set('title', 'ab');
  Draft.over(object, {title: 'a', notes: ''});
  draft.release();
  assert.deepEqual([...draft.conflicts], []);
  assert.equal(draft.fields.title, 'ab');
  assert.deepEqual(draft.send(), {title: 'ab'});
  Draft.over(object, {title: 'theirs', notes: ''});
  assert.deepEqual([...draft.conflicts], ['title']);
});

test('what was saved is typed no more', () => {
  const draft = Draft.over(name(), {title: '', notes: ''});
  draft.set('title', 'a');
  draft.send();
  draft.release();
  assert.equal(draft.dirty, false);
});

test('a conflict that the user has not seen is not decided by saving', () => {
  const object = name();
  const draft = Draft.over(object, {title: 'base', notes: ''});
  draft.set('title', 'mine');
  const seen = draft.saved;
  Draft.over(object, {title: 'theirs', notes: 'other'});
  assert.throws(() => draft.send(seen), /changed elsewhere/);
  assert.deepEqual(draft.send(draft.saved), {title: 'mine'});
  assert.deepEqual(draft.fields, {title: 'mine', notes: 'other'});
  const seenTwice = draft.saved;
  Draft.over(object, {title: 'theirs, changed again', notes: 'other'});
  assert.throws(() => draft.send(seenTwice), /changed elsewhere/);
});

test('drafts end with their object and with the login', () => {
  const leave = () => {
    const event = new Event('beforeunload', {cancelable: true});
    events.dispatchEvent(event);
    return !event.defaultPrevented;
  };
  const [deleted, other] = [name(), name()];
  session.loggedIn = false;
  session.dispatchEvent(new Event('change'));
  session.loggedIn = true;
  assert.equal(leave(), true);
  Draft.over(deleted, {title: ''}).set('title', 'typed');
  assert.equal(leave(), false);
  Draft.forget(deleted);
  assert.equal(leave(), true);
  Draft.over(other, {title: ''}).set('title', 'typed');
  session.dispatchEvent(new Event('change'));
  assert.equal(Draft.over(other, {title: ''}).fields.title, 'typed');
  session.loggedIn = false;
  session.dispatchEvent(new Event('change'));
  session.loggedIn = true;
  assert.equal(Draft.over(other, {title: ''}).fields.title, '');
});

test('a change that waits for the network leaves no listener behind', async (t) => {
  t.mock.timers.enable({apis: ['setTimeout']});
  let listeners = 0;
  t.mock.method(globalThis, 'addEventListener', (type) => type === 'online' && listeners++);
  t.mock.method(globalThis, 'removeEventListener', (type) => type === 'online' && listeners--);
  let requests = 0;
  service.request = async () => {
    if (++requests <= 3) {
      throw Object.assign(new Error('offline'), {code: 'OFFLINE'});
    }
    return {save: {userErrors: []}};
  };
  const changes = new Mutations({requestUpdate() {}}, async () => {});
  const sent = changes.send({}, () => ({}));
  for (let i = 0; i < 100; i++) {
    await null;
    t.mock.timers.tick(i % 10 === 9 ? 5_000 : 0);
  }
  assert.ok(await sent);
  assert.equal(requests, 4);
  assert.equal(listeners, 0);
});
