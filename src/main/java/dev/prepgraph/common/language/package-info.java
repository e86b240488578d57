/** The languages that clients ask for. */
package dev.prepgraph.common.language;
