// The site's own algorithms as plain modules: src/clients/site/test compiles them.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import content from './__generated__/answers/content.js';
import diff from './__generated__/answers/diff.js';
import merging from './__generated__/answers/merge.js';

const {compare} = diff;
const {merge} = merging;

/** Random texts of few different words, always the same ones. */
function* texts(count) {
  let seed = 1;
  const random = (bound) => ((seed = (seed * 48271) % 2147483647), seed % bound);
  for (let i = 0; i < count; i++) {
    yield Array.from({length: random(12)}, () => ['a', 'b ', 'c\n', '\n', 'ü.'][random(5)]).join('');
  }
}

const joined = (changes, ...kinds) => changes.filter(({kind}) => kinds.includes(kind)).map(({text}) => text).join('');

test('differences are of words, and few', () => {
  assert.deepEqual(compare('I led the team.', 'I led a small team.'), [
    {kind: 'same', text: 'I led '},
    {kind: 'removed', text: 'the '},
    {kind: 'added', text: 'a small '},
    {kind: 'same', text: 'team.'},
  ]);
  assert.deepEqual(compare('', ''), []);
  assert.deepEqual(compare('Größe', 'Größer'), [{kind: 'removed', text: 'Größe'}, {kind: 'added', text: 'Größer'}]);
});

test('differences have both texts', () => {
  const all = [...texts(400)];
  for (let i = 1; i < all.length; i++) {
    const changes = compare(all[i - 1], all[i]);
    assert.equal(joined(changes, 'same', 'removed'), all[i - 1]);
    assert.equal(joined(changes, 'same', 'added'), all[i]);
  }
});

test('long texts with nothing in common are compared in a moment', () => {
  const left = Array.from({length: 10_000}, (_, i) => `l${i}`).join(' ');
  const right = Array.from({length: 10_000}, (_, i) => `r${i}`).join('-');
  const begin = performance.now();
  const changes = compare(`The same beginning. ${left}`, `The same beginning. ${right}`);
  assert.equal(changes[0].text, 'The same beginning. ');
  assert.equal(joined(changes, 'same', 'added'), `The same beginning. ${right}`);
  assert.ok(performance.now() - begin < 10_000);
});

test('changes of different lines merge', () => {
  assert.deepEqual(merge('one\n\ntwo\n\nthree', 'ONE\n\ntwo\n\nthree', 'one\n\ntwo\n\nthree\n\nfour'), {
    text: 'ONE\n\ntwo\n\nthree\n\nfour',
    conflict: false,
  });
});

test('changes of the same line conflict, and both remain', () => {
  assert.deepEqual(merge('one\n\ntwo', 'one\n\nmine', 'one\n\ntheirs'), {text: 'one\n\ntheirs\nmine', conflict: true});
});

test('a side without changes takes the other, and no line of either gets lost', () => {
  const all = [...texts(600)];
  for (let i = 2; i < all.length; i++) {
    const [base, mine, theirs] = all.slice(i - 2, i + 1);
    assert.deepEqual(merge(base, mine, base), {text: mine, conflict: false});
    assert.deepEqual(merge(base, base, theirs), {text: theirs, conflict: false});
    assert.deepEqual(merge(base, mine, mine), {text: mine, conflict: false});
    const known = new Set(base.split('\n'));
    const merged = new Set(merge(base, mine, theirs).text.split('\n'));
    const added = [...mine.split('\n'), ...theirs.split('\n')].filter((line) => line !== '' && !known.has(line));
    assert.deepEqual(added.filter((line) => !merged.has(line)), [], JSON.stringify({base, mine, theirs}));
  }
});

test('free text becomes STAR and back without a loss', () => {
  const star = {situation: 'A shop.\n\nBusy.', task: '', action: '## Own heading\nI sold.', result: 'Sold.'};
  assert.deepEqual(content.starOf(content.textOf({status: 'DRAFT', body: '', star})), star);
  assert.deepEqual(content.starOf('Only text.'), {situation: 'Only text.', task: '', action: '', result: ''});
});

test('parts of STAR merge by themselves', () => {
  const of = (situation, result) => ({status: 'DRAFT', body: '', star: {situation, task: '', action: '', result}});
  assert.deepEqual(content.mergeContents(of('a', 'b'), of('A', 'b'), {...of('a', 'B'), status: 'READY'}), {
    content: {...of('A', 'B'), status: 'READY'},
    conflict: false,
  });
  assert.equal(content.mergeContents(of('a', 'b'), of('A', 'b'), of('Ä', 'b')).conflict, true);
});
