package dev.prepgraph.catalogue.search;

import io.smallrye.graphql.api.Union;
import org.eclipse.microprofile.graphql.Description;

/** What a search can find. */
@Union
@Description("What a search can find.")
public interface SearchResult {}
