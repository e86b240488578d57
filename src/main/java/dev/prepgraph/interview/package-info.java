/** Interviews, their stages and debriefs. */
package dev.prepgraph.interview;
