/** The delivery of events to the endpoints of partners. */
package dev.prepgraph.partner.event.delivery;
