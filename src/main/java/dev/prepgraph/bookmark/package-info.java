/** Bookmarks of guides and questions. */
package dev.prepgraph.bookmark;
