package dev.prepgraph.node;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Interface;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** Relay's object identification. */
@Interface
@Description("An object that can be fetched again by its id alone.")
public interface Node {

  /**
   * @return the {@link NodeId} in its printed form
   */
  @Id
  @NonNull
  @Name("id") // without a name, only getters count as fields of an interface
  @Description("Opaque, globally unique, stable.")
  String id();
}
