/** Markdown in the forms that pages need: sanitised HTML and plain text. */
package dev.prepgraph.richtext;
