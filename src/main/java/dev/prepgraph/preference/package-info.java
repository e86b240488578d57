/** Preferences of users. */
package dev.prepgraph.preference;
