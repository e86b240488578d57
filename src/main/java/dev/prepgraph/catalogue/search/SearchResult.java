package dev.prepgraph.catalogue.search;

import io.smallrye.graphql.api.Union;
import org.eclipse.microprofile.graphql.Description;

@Union
@Description("What a search can find.")
public interface SearchResult {}
