/** Calendar feeds as they are stored. */
package dev.prepgraph.calendar.model;
