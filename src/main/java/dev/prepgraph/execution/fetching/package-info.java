/** How the fields of an operation are fetched and completed, in place of SmallRye's fetchers. */
package dev.prepgraph.execution.fetching;
