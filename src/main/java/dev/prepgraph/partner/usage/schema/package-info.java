/** GraphQL types of the usage. */
package dev.prepgraph.partner.usage.schema;
