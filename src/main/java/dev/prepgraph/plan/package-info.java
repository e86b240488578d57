/** One user's plans to prepare for interviews. */
package dev.prepgraph.plan;
