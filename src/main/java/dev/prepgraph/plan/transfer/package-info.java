/** Prep plans in the export of an account. */
package dev.prepgraph.plan.transfer;
