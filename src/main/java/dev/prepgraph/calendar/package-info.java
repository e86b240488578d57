/** Calendar feeds of plans and interviews (RFC 5545). */
package dev.prepgraph.calendar;
