/** JPA entities of the usage. */
package dev.prepgraph.partner.usage.model;
