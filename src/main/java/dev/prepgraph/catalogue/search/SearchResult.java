package dev.prepgraph.catalogue.search;

import io.smallrye.graphql.api.Union;
import org.eclipse.microprofile.graphql.Description;

@Union
@Description("A type that a search can return.")
public interface SearchResult {}
