package dev.prepgraph.node;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A bean that finds the entities of one type for other subgraphs.
 *
 * @param type name of the GraphQL type
 * @param kind letter of the kind in a {@link NodeId}, whose {@link NodeLoader} loads the objects
 * @param bySlug finds keys of objects by slug, together; null for a type without slugs
 */
public record EntityKind(
    String type, char kind, Function<Collection<String>, Map<String, UUID>> bySlug) {}
