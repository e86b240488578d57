/** Webhooks of partners: their endpoints and the deliveries of events to them. */
package dev.prepgraph.partner.event;
