package dev.prepgraph.node;

import dev.prepgraph.common.error.RequestException;
import io.quarkus.arc.All;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Relay's {@code node} and {@code nodes}. */
@GraphQLApi
public class NodeApi {

  static final int MAX_IDS = 100;

  private final Map<Character, NodeLoader> loaders;

  NodeApi(@All List<NodeLoader> loaders) {
    this.loaders =
        loaders.stream().collect(Collectors.toMap(NodeLoader::kind, Function.identity()));
  }

  @Query
  @Description("The object with this id; null when there is none that the caller may see.")
  public Node node(@Id @NonNull @Name("id") @Description("The id of the object.") String id) {
    return nodes(List.of(id)).get(0);
  }

  @Query
  @Description(
      "The objects with these ids (at most 100), in their order; null for each that does not exist or is not visible to the caller.")
  public List<Node> nodes(
      @Id @NonNull @Name("ids") @Description("The ids of the objects.") List<@NonNull String> ids) {
    if (ids.size() > MAX_IDS) {
      throw RequestException.badRequest("At most " + MAX_IDS + " ids can be asked for at once");
    }
    List<NodeId> parsed = ids.stream().map(id -> NodeId.parse(id).orElse(null)).toList();
    Map<Character, Set<UUID>> keys =
        parsed.stream()
            .filter(id -> id != null && loaders.containsKey(id.kind()))
            .collect(
                Collectors.groupingBy(
                    NodeId::kind, Collectors.mapping(NodeId::key, Collectors.toSet())));
    Map<Character, Map<UUID, ? extends Node>> found = new HashMap<>();
    keys.forEach((kind, some) -> found.put(kind, loaders.get(kind).byIds().apply(some)));
    return parsed.stream().map(id -> id == null ? null : find(found, id)).toList();
  }

  private Node find(Map<Character, Map<UUID, ? extends Node>> found, NodeId id) {
    Node object = found.getOrDefault(id.kind(), Map.of()).get(id.key());
    return object == null ? null : loaders.get(id.kind()).part().apply(object, id.part());
  }
}
