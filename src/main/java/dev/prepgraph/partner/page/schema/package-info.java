/** GraphQL types of partners' addresses. */
package dev.prepgraph.partner.page.schema;
