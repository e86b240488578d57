package dev.prepgraph.execution.typesystem;

import graphql.schema.DataFetcher;

/**
 * A bean that fetches a field of {@code Query} in place of SmallRye, whose fetchers report no
 * errors of a list's entries.
 */
public record RootField(String name, DataFetcher<?> fetcher) {}
