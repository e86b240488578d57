// What practice keeps on a device until the service has it.
import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import {load, service, session} from './browser.mjs';

const {drafts, saveAfter} = load('practice/draft');
const {outbox} = load('practice/outbox');
const {RecordPracticeDocument, UndoPracticeDocument} = load('generated/graphql');

const OFFLINE = Object.assign(new Error('offline'), {code: 'OFFLINE'});

/** Records ratings by their keys; rejects times after its own, and questions that it does not have. */
function newService() {
  const own = {recorded: new Map(), undone: [], offline: false};
  service.request = async (document, {input}) => {
    if (own.offline) {
      throw OFFLINE;
    }
    if (document === UndoPracticeDocument) {
      own.undone.push(input.id);
      return {undoPractice: {userErrors: []}};
    }
    assert.equal(document, RecordPracticeDocument);
    const reject = (message, field) => ({recordPractice: {practice: null, card: null, userErrors: [{message, field: ['input', field]}]}});
    if (input.questionId === 'unknown') {
      return reject('no question', 'questionId');
    }
    if (input.practisedAt && Date.parse(input.practisedAt) > own.now) {
      return reject('in the future', 'practisedAt');
    }
    own.recorded.set(input.idempotencyKey, input);
    return {recordPractice: {practice: {id: input.idempotencyKey}, card: {dueAt: ''}, userErrors: []}};
  };
  own.now = Date.now() + 60_000;
  return own;
}

/** Resolves when nothing waits any more. */
async function sent() {
  for (let i = 0; i < 1_000 && outbox.ratings.length > 0; i++) {
    await null;
  }
  assert.deepEqual(outbox.ratings, []);
  await null;
}

beforeEach(() => outbox.open('u'));

test('a rating of a device whose clock is fast counts without its time', async () => {
  const own = newService();
  own.now -= 600_000;
  const {idempotencyKey} = outbox.add('q', 'GOOD');
  await sent();
  assert.equal(own.recorded.get(idempotencyKey).practisedAt, undefined);
  assert.deepEqual(outbox.problems, []);
});

test('problems of rejected ratings stay until the next rating', async () => {
  newService();
  outbox.add('unknown', 'GOOD');
  outbox.add('q', 'GOOD');
  await sent();
  assert.deepEqual(outbox.problems.map(({message}) => message), ['no question']);
  outbox.add('q', 'HARD');
  assert.deepEqual(outbox.problems, []);
  await sent();
});

test('undo reaches a rating that another tab has sent', async () => {
  const own = newService();
  const rating = outbox.add('q', 'AGAIN');
  await sent();
  outbox.undo(rating);
  await sent();
  assert.deepEqual(own.undone, [rating.idempotencyKey]);
  assert.equal(own.recorded.size, 1);
});

test('undo keeps the order of what waits', async () => {
  const own = newService();
  own.offline = true;
  const [first, second] = [outbox.add('q', 'AGAIN'), outbox.add('r', 'GOOD')];
  outbox.undo(first);
  assert.deepEqual(outbox.ratings, [{...first, undone: true}, second]);
  own.offline = false;
  while (outbox.error === undefined) {
    await null;
  }
  outbox.undo(first);
  await sent();
  assert.deepEqual(own.undone, [first.idempotencyKey]);
});

test('a text that is saved takes no newer one with it', () => {
  const saved = {version: 0, body: ''};
  drafts.keep('s', 1, {text: 'newer', saved});
  drafts.remove('s', 1, 'older');
  assert.equal(drafts.get('s', 1).text, 'newer');
  drafts.remove('s', 1, 'newer');
  assert.equal(drafts.get('s', 1), undefined);
});

test('a deleted session leaves no texts', () => {
  const draft = {text: 'x', saved: {version: 0, body: ''}};
  drafts.keep('s', 1, draft);
  drafts.keep('s', 12, draft);
  drafts.keep('s2', 1, draft);
  drafts.removeAll('s');
  assert.deepEqual([drafts.get('s', 1), drafts.get('s', 12), drafts.get('s2', 1)], [undefined, undefined, draft]);
  drafts.removeAll('s2');
});

test('the texts of an erased user are forgotten, those of others are not', () => {
  const draft = {text: 'x', saved: {version: 0, body: ''}};
  session.user = 'alice';
  drafts.keep('s', 1, draft);
  session.user = 'bob';
  assert.equal(drafts.get('s', 1), undefined);
  drafts.keep('t', 1, draft);
  drafts.clear();
  assert.equal(drafts.get('t', 1), undefined);
  session.user = 'alice';
  assert.deepEqual(drafts.get('s', 1), draft);
  drafts.clear();
});

test('answers are sent in time for the deadline', () => {
  assert.equal(saveAfter(2_000, 60_000), 2_000);
  assert.equal(saveAfter(2_000, 1_800), 800);
  assert.equal(saveAfter(30_000, 20_000), 19_000);
  assert.ok(saveAfter(2_000, 500) < 500);
  assert.equal(saveAfter(2_000, -1), 2_000);
});
