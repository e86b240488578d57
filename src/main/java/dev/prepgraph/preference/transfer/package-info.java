/** Preferences in the export of an account. */
package dev.prepgraph.preference.transfer;
