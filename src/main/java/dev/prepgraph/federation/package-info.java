/** The subgraph of Apollo Federation: the schema for gateways, and objects by reference. */
package dev.prepgraph.federation;
