/** JPA entities of overlays. */
package dev.prepgraph.partner.overlay.model;
