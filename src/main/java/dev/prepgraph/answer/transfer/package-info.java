/** Saved answers in the export of an account. */
package dev.prepgraph.answer.transfer;
