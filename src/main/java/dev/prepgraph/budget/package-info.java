/** Budgets of points, one a caller, which operations take by their cost. */
package dev.prepgraph.budget;
