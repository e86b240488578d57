package dev.prepgraph.account;

import dev.prepgraph.account.schema.DeleteMyAccountInput;
import dev.prepgraph.account.schema.DeleteMyAccountPayload;
import dev.prepgraph.account.schema.Viewer;
import dev.prepgraph.common.error.Payload;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The current user, and the erasure of the account. */
@GraphQLApi
public class ViewerApi {

  private final ViewerService viewers;

  ViewerApi(ViewerService viewers) {
    this.viewers = viewers;
  }

  @Query
  @Description("The current user; null for an anonymous request.")
  public Viewer viewer() {
    return viewers.viewer();
  }

  @Mutation
  @NonNull
  @Description("Erases the account with all its data.")
  public DeleteMyAccountPayload deleteMyAccount(
      @NonNull @Name("input") @Description("The confirmation.") DeleteMyAccountInput input) {
    return Payload.of(
        () -> new DeleteMyAccountPayload(viewers.erase(input.confirm()), true, List.of()),
        errors -> new DeleteMyAccountPayload(null, false, errors));
  }
}
