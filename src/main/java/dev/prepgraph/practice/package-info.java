/** Practice of users: recorded practices, the practice queue, timed sessions, readiness. */
package dev.prepgraph.practice;
