/** Saved answers of users, with their history. */
package dev.prepgraph.answer;
