package dev.prepgraph.node;

import io.smallrye.graphql.api.Union;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;

/**
 * A node that other subgraphs of a federated graph may refer to; its {@link EntityKind} finds it.
 */
@Union
@Name("_Entity")
@Description("An object that other subgraphs of a federated graph may refer to.")
public interface Federated {}
