package dev.prepgraph.federation;

import dev.prepgraph.common.limits.MemoryBudget;
import dev.prepgraph.execution.Errors;
import dev.prepgraph.execution.ResponseError;
import dev.prepgraph.execution.ResponseMemory;
import dev.prepgraph.execution.typesystem.RootField;
import dev.prepgraph.node.EntityKind;
import dev.prepgraph.node.Node;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.node.NodeLoader;
import graphql.execution.DataFetcherResult;
import graphql.execution.ResultPath;
import graphql.language.SourceLocation;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Fetches {@code _entities}, the objects of each type in one batch. What is malformed or fails is
 * an error of its own representations only.
 */
@Singleton
class EntityFetcher implements DataFetcher<DataFetcherResult<List<Node>>> {

  private static final ResponseError MALFORMED =
      ResponseError.badRequest(
          "A representation must have the __typename of a type with @key, and the field of one of its keys as a string");

  /**
   * A well-formed representation.
   *
   * @param slug null where the id is given
   */
  private record Reference(String id, String slug) {}

  private final Map<String, EntityKind> kinds;
  private final Map<Character, NodeLoader> loaders;

  EntityFetcher(@All List<EntityKind> kinds, @All List<NodeLoader> loaders) {
    this.kinds = kinds.stream().collect(Collectors.toMap(EntityKind::type, Function.identity()));
    this.loaders =
        loaders.stream().collect(Collectors.toMap(NodeLoader::kind, Function.identity()));
  }

  @Produces
  @Singleton
  RootField field() {
    return new RootField("_entities", this);
  }

  @Override
  public DataFetcherResult<List<Node>> get(DataFetchingEnvironment environment) {
    List<?> representations = environment.getArgument("representations");
    Map<Integer, ResponseError> errors = new TreeMap<>();
    Map<EntityKind, Map<Integer, Reference>> batches = new LinkedHashMap<>();
    for (int i = 0; i < representations.size(); i++) {
      Map<?, ?> fields = representations.get(i) instanceof Map<?, ?> object ? object : Map.of();
      EntityKind kind = kinds.get(fields.get("__typename"));
      Reference reference = kind == null ? null : reference(kind, fields);
      if (reference == null) {
        errors.put(i, MALFORMED);
      } else {
        batches.computeIfAbsent(kind, k -> new LinkedHashMap<>()).put(i, reference);
      }
    }
    List<Node> entities = new ArrayList<>(Collections.nCopies(representations.size(), null));
    load(batches, entities, errors);
    return result(environment, entities, errors);
  }

  /** Null for a malformed representation. */
  private static Reference reference(EntityKind kind, Map<?, ?> fields) {
    if (fields.get("id") instanceof String id) {
      return new Reference(id, null);
    }
    return kind.bySlug() != null && fields.get("slug") instanceof String slug
        ? new Reference(null, slug)
        : null;
  }

  /** Fails when every batch does, so that a gateway tries again. */
  private void load(
      Map<EntityKind, Map<Integer, Reference>> batches,
      List<Node> entities,
      Map<Integer, ResponseError> errors) {
    Map<EntityKind, RuntimeException> failures = new LinkedHashMap<>();
    batches.forEach(
        (kind, references) -> {
          try {
            load(kind, references).forEach(entities::set);
          } catch (RuntimeException e) {
            failures.put(kind, e);
          }
        });
    if (!failures.isEmpty() && failures.size() == batches.size()) {
      throw failures.values().iterator().next();
    }
    failures.forEach(
        (kind, failure) -> {
          ResponseError error = Errors.of(failure);
          batches.get(kind).keySet().forEach(i -> errors.put(i, error));
        });
  }

  private Map<Integer, Node> load(EntityKind kind, Map<Integer, Reference> references) {
    Set<String> slugs =
        references.values().stream()
            .map(Reference::slug)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Map<String, UUID> bySlug = slugs.isEmpty() ? Map.of() : kind.bySlug().apply(slugs);
    Map<Integer, UUID> keys = new HashMap<>();
    references.forEach(
        (i, reference) -> {
          UUID key =
              reference.slug() == null
                  ? NodeId.parse(kind.kind(), reference.id()).orElse(null)
                  : bySlug.get(reference.slug());
          if (key != null) {
            keys.put(i, key);
          }
        });
    Map<Integer, Node> entities = new HashMap<>();
    if (!keys.isEmpty()) {
      Map<UUID, ? extends Node> found =
          loaders.get(kind.kind()).byIds().apply(Set.copyOf(keys.values()));
      keys.forEach((i, key) -> entities.put(i, found.get(key)));
    }
    return entities;
  }

  private static DataFetcherResult<List<Node>> result(
      DataFetchingEnvironment environment,
      List<Node> entities,
      Map<Integer, ResponseError> errors) {
    MemoryBudget.charge((long) ResponseMemory.ERROR * errors.size());
    List<SourceLocation> locations = List.of(environment.getField().getSourceLocation());
    ResultPath path = environment.getExecutionStepInfo().getPath();
    var result = DataFetcherResult.<List<Node>>newResult().data(entities);
    errors.forEach((i, error) -> result.error(error.at(locations, path.segment(i).toList())));
    return result.build();
  }
}
