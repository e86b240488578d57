/** Directives of Apollo Federation for the types that other subgraphs refer to or share. */
package dev.prepgraph.common.federation;
