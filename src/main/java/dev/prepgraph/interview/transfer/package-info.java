/** Interviews and their stages in the export of an account. */
package dev.prepgraph.interview.transfer;
