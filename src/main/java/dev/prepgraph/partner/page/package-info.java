/**
 * What search engines and other sites read of guides: sitemaps, structured data, embedded cards.
 */
package dev.prepgraph.partner.page;
