/** Entities of calendar feeds. */
package dev.prepgraph.calendar.model;
