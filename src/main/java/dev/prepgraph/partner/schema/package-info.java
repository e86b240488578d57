/** GraphQL types of partners. */
package dev.prepgraph.partner.schema;
