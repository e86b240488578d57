/** Plans of users to prepare for interviews. */
package dev.prepgraph.plan;
