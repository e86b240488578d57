/** One user's own answers to questions, with their history. */
package dev.prepgraph.answer;
