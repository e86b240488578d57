/** GraphQL types of webhooks. */
package dev.prepgraph.partner.event.schema;
