/** GraphQL types of overlays. */
package dev.prepgraph.partner.overlay.schema;
