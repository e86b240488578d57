/** Entities of bookmarks. */
package dev.prepgraph.bookmark.model;
