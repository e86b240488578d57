/** JPA entities of partners. */
package dev.prepgraph.partner.model;
