/** One user's interviews: the stages that they go through, and what came of them. */
package dev.prepgraph.interview;
