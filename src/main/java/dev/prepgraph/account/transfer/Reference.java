package dev.prepgraph.account.transfer;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prepgraph.node.NodeId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * A question or a guide of the catalogue.
 *
 * @param id its node id, or null
 * @param slug for installations that do not know the id
 */
@RegisterForReflection
public record Reference(String id, String slug) {

  /** The key that the restore statements look up before the slug; null when the id is none. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public UUID key() {
    return id == null ? null : NodeId.parse(id).map(NodeId::key).orElse(null);
  }
}
