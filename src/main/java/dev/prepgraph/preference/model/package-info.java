/** Entities of preferences. */
package dev.prepgraph.preference.model;
