// Makes src/test/resources/fsrs-vectors.csv, what FsrsTest expects of Fsrs.java, with the reference implementation ts-fsrs:
//
//   npm install && npm run generate
//
// 600 sequences of 1 to 8 reviews, from a seeded generator: each run makes the same file. Fuzz is off. Learning steps are off:
// they are no part of the memory model. enable_short_term is on: it is the FSRS-6 formula for reviews on the same day (t = 0).
// In two sequences of three the days between reviews are whole, and the scheduler with real dates must say the same as the
// model; in the others they are not whole.
import assert from 'node:assert/strict'
import { createEmptyCard, forgetting_curve, fsrs, Rating, State } from 'ts-fsrs'

const options = { enable_fuzz: false, enable_short_term: true, learning_steps: [], relearning_steps: [] }
const at90 = fsrs({ ...options, request_retention: 0.9 })
const at80 = fsrs({ ...options, request_retention: 0.8 })

// mulberry32
let seed = 20261125
function random() {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}

// Same day, soon, weeks, months, years.
function gap(whole) {
  const longest = [0.99, 5, 30, 180, 900][Math.floor(random() * 5)]
  const days = random() * longest
  return whole ? Math.round(days - 0.49) : Math.round(days * 100) / 100
}

console.log('sequence,elapsed_days,rating,retrievability_before,stability,difficulty,interval_90,interval_80')
for (let sequence = 1; sequence <= 600; sequence++) {
  const whole = sequence % 3 !== 0
  let memory = null
  let card = createEmptyCard(new Date('2026-01-01T12:00:00Z'))
  let now = card.due.getTime()
  const reviews = 1 + Math.floor(random() * 8)
  for (let review = 0; review < reviews; review++) {
    const elapsed = memory ? gap(whole) : 0
    const grade = 1 + Math.floor(random() * 4)
    const before = memory ? forgetting_curve(at90.parameters.w, elapsed, memory.stability).toFixed(6) : ''
    memory = at90.next_state(memory, elapsed < 1 ? 0 : elapsed, grade)
    if (whole) {
      now += elapsed * 86_400_000
      card = at90.next(card, new Date(now), grade).card
      assert.equal(card.stability, memory.stability)
      assert.equal(card.difficulty, memory.difficulty)
      assert.equal(card.state, State.Review)
    }
    console.log([sequence, elapsed, Rating[grade].toUpperCase(), before, memory.stability.toFixed(6), memory.difficulty.toFixed(6),
      at90.next_interval(memory.stability, elapsed), at80.next_interval(memory.stability, elapsed)].join())
  }
}
