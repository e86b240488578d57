package dev.prepgraph.federation;

import dev.prepgraph.common.federation.Link;
import dev.prepgraph.execution.GraphQLConfig;
import dev.prepgraph.execution.typesystem.SchemaText;
import dev.prepgraph.node.Federated;
import dev.prepgraph.partner.CurrentPartner;
import dev.prepgraph.partner.PartnerScope;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The fields of {@code Query} that gateways use. */
@GraphQLApi
@Link(
    url = "https://specs.apollo.dev/federation/v2.3",
    imports = {"@key", "@shareable"})
public class FederationApi {

  private final SchemaText schema;
  private final CurrentPartner partner;
  private final boolean open;

  FederationApi(SchemaText schema, CurrentPartner partner, GraphQLConfig config) {
    this.schema = schema;
    this.partner = partner;
    this.open = config.introspection();
  }

  @Query
  @Name("_service")
  @NonNull
  @Description(
      "This service as a subgraph of a federated graph. Where introspection is off, for the services of partners only.")
  public Subgraph service() {
    if (!open) {
      partner.require(PartnerScope.READ);
    }
    return new Subgraph(schema.get());
  }

  /**
   * Declares the field; {@link EntityFetcher} fetches it.
   *
   * @param representations of the scalar {@code _Any}, which takes the place of Void
   */
  @Query
  @Name("_entities")
  @NonNull
  @Description(
      "The objects that the representations refer to, in their order; null for each that does not exist, is not visible to the caller, or is malformed.")
  public List<Federated> entities(
      @NonNull
          @Name("representations")
          @Description("The references, at most 500 unless configured otherwise.")
          List<@NonNull Void> representations) {
    throw new UnsupportedOperationException();
  }
}
