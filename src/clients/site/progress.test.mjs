// Recall and readiness as the service computes them (practice/fsrs).
import assert from 'node:assert/strict';
import {test} from 'node:test';
import parts from './__generated__/progress/parts.js';
import recalling from './__generated__/progress/recall.js';

const {recallAt, forecast, steps} = recalling;

const DAY = 86_400_000;
const NOON = Date.parse('2027-03-01T12:00:00Z');
const after = (days) => new Date(NOON + days * DAY).toISOString();

test('recall falls to 0.9 at dueAt, and on as FSRS-6 has it', () => {
  // A first practice rated AGAIN: stability 0.212.
  const memory = {practisedAt: after(0), dueAt: after(0.212)};
  assert.equal(recallAt(memory, NOON), 1);
  assert.ok(Math.abs(recallAt(memory, NOON + 0.212 * DAY) - 0.9) < 1e-6);
  assert.ok(Math.abs(recallAt(memory, NOON + DAY) - 0.7661957) < 1e-6);
  assert.equal(recallAt({practisedAt: null, dueAt: after(0)}, NOON), 0);
});

test('a forecast is the mean, and goes from end to end', () => {
  const points = forecast([{practisedAt: after(0), dueAt: after(10)}, null], NOON, NOON + 10 * DAY, 2);
  assert.deepEqual(points.map(({at}) => (at - NOON) / DAY), [0, 5, 10]);
  assert.equal(points[0].recall, 0.5);
  assert.ok(Math.abs(points[2].recall - 0.45) < 1e-6);
  assert.equal(steps(NOON, NOON + 0.1 * DAY, 10), 1);
  assert.equal(steps(NOON, NOON + 90 * DAY, 10), 10);
});

test('parts add up to the score of version 2', () => {
  const scored = {criterion: {levels: [1]}, answered: 1, total: 2, recall: 0.5, rating: 0.75};
  assert.deepEqual(parts.partsOf('2: …', scored), {answered: 0.2, recall: 0.2, rating: 0.2 * 0.75});
  assert.deepEqual(parts.partsOf('2: …', {...scored, criterion: {levels: []}}), {answered: 0.25, recall: 0.25, rating: 0});
  assert.equal(parts.partsOf('3: …', scored), undefined);
});
