package dev.prepgraph.account.transfer;

import dev.prepgraph.account.schema.ImportMyDataInput;
import dev.prepgraph.account.schema.ImportMyDataPayload;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** The import of small exports. */
@GraphQLApi
public class TransferApi {

  private final AccountImport imports;

  TransferApi(AccountImport imports) {
    this.imports = imports;
  }

  @Mutation
  @NonNull
  @Description(
      "Imports an export of this or another installation. Existing data stays unchanged; ids are new.")
  public ImportMyDataPayload importMyData(
      @NonNull @Name("input") @Description("The export.") ImportMyDataInput input) {
    byte[] data = input.data().getBytes(StandardCharsets.UTF_8);
    return imports.run(
        offset -> new ByteArrayInputStream(data, (int) offset, data.length),
        input.idempotencyKey());
  }
}
