/** Bookmarks in the export of an account. */
package dev.prepgraph.bookmark.transfer;
