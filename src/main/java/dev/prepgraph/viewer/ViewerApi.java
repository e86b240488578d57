package dev.prepgraph.viewer;

import dev.prepgraph.common.Sha256;
import dev.prepgraph.graphql.Payload;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The user who is logged in, and what they may do with all that is theirs. */
@GraphQLApi
public class ViewerApi {

  private final ViewerService viewers;
  private final AccountImport imports;

  ViewerApi(ViewerService viewers, AccountImport imports) {
    this.viewers = viewers;
    this.imports = imports;
  }

  @Query
  @Description("The logged-in user; null when the request carries no token.")
  public Viewer viewer() {
    return viewers.viewer();
  }

  @Mutation
  @NonNull
  @Description(
      "Takes back what GET /account/export gave, here or elsewhere. What the user has by now stays as it is; ids are new.")
  public ImportMyDataPayload importMyData(
      @NonNull @Name("input") @Description("The export.") ImportMyDataInput input) {
    byte[] data = input.data().getBytes(StandardCharsets.UTF_8);
    String digest = HexFormat.of().formatHex(Sha256.of(input.data()));
    return imports.run(new ByteArrayInputStream(data), digest, input.idempotencyKey());
  }

  @Mutation
  @NonNull
  @Description("Erases all that is held on the user.")
  public DeleteMyAccountPayload deleteMyAccount(
      @NonNull @Name("confirm") @Description("Must be true: nothing can be brought back.")
          boolean confirm) {
    return Payload.of(
        () -> {
          viewers.erase(confirm);
          return new DeleteMyAccountPayload(true, List.of());
        },
        errors -> new DeleteMyAccountPayload(false, errors));
  }
}
