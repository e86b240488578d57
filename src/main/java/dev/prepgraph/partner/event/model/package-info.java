/** JPA entities of webhooks. */
package dev.prepgraph.partner.event.model;
