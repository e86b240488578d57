/** Interviews, their stages and debriefs as they are stored. */
package dev.prepgraph.interview.model;
