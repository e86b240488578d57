/** One user's practice: what they remember, what to practise next, timed sessions, readiness. */
package dev.prepgraph.practice;
