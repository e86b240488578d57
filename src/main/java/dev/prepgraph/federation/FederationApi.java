package dev.prepgraph.federation;

import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.common.federation.Link;
import dev.prepgraph.execution.GraphQLConfig;
import dev.prepgraph.execution.typesystem.SchemaText;
import dev.prepgraph.node.Federated;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The fields of {@code Query} that gateways use. */
@GraphQLApi
@Link(
    url = "https://specs.apollo.dev/federation/v2.3",
    imports = {"@key", "@shareable"})
public class FederationApi {

  private final SchemaText schema;
  private final SecurityIdentity identity;
  private final boolean open;
  private final Set<String> clients;

  FederationApi(
      SchemaText schema,
      SecurityIdentity identity,
      GraphQLConfig graphQL,
      FederationConfig federation) {
    this.schema = schema;
    this.identity = identity;
    this.open = graphQL.introspection();
    this.clients = federation.clients().orElse(Set.of());
  }

  @Query
  @Name("_service")
  @NonNull
  @Description("This service as a subgraph of a federated graph.")
  public Subgraph service() {
    if (!open && !isClient()) {
      throw identity.isAnonymous()
          ? new RequestException(ErrorCode.UNAUTHENTICATED, "Log in first")
          : new RequestException(ErrorCode.FORBIDDEN, "Access denied");
    }
    return new Subgraph(schema.get());
  }

  /** Providers name the client of a token by one of two claims (OpenID Connect Core, RFC 9068). */
  private boolean isClient() {
    return identity.getPrincipal() instanceof JsonWebToken token
        && Stream.of("azp", "client_id")
            .map(token::<Object>getClaim)
            .anyMatch(client -> client instanceof String name && clients.contains(name));
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
