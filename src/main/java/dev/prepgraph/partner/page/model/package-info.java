/** JPA entities of partners' addresses. */
package dev.prepgraph.partner.page.model;
