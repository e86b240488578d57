/** Practices, sessions and assessments in the export of an account. */
package dev.prepgraph.practice.transfer;
