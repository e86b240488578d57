/** Entities of interviews, stages and debriefs. */
package dev.prepgraph.interview.model;
