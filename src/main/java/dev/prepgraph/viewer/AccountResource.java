package dev.prepgraph.viewer;

import dev.prepgraph.graphql.ErrorCode;
import dev.prepgraph.graphql.RequestException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * What is too large for GraphQL: a user's whole data, out and in. Both hold a database connection
 * for as long as the client takes, so only a few run at a time.
 */
@Path("/account")
@Blocking
public class AccountResource {

  private static final int AT_A_TIME = 2;
  private static final String PRIVATE = "private, no-store";

  private final AccountTransactions transactions;
  private final AccountExport export;
  private final AccountImport imports;
  private final Semaphore free = new Semaphore(AT_A_TIME);

  AccountResource(AccountTransactions transactions, AccountExport export, AccountImport imports) {
    this.transactions = transactions;
    this.export = export;
    this.imports = imports;
  }

  /** Everything that is held on the user. */
  @GET
  @Path("/export")
  @Produces(MediaType.APPLICATION_JSON)
  public Response export() {
    transactions.requireCaller();
    StreamingOutput body =
        out ->
            alone(
                () -> {
                  export.write(out);
                  return null;
                });
    return Response.ok(body)
        .header(HttpHeaders.CACHE_CONTROL, PRIVATE)
        .header("Content-Disposition", "attachment; filename=\"prepgraph-account.json\"")
        .build();
  }

  /** The same as the mutation importMyData. */
  @POST
  @Path("/import")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response importMyData(@HeaderParam("Idempotency-Key") String idempotencyKey, String data) {
    ImportMyDataPayload payload = alone(() -> imports.run(data, idempotencyKey));
    return Response.status(payload.userErrors().isEmpty() ? 200 : 422)
        .header(HttpHeaders.CACHE_CONTROL, PRIVATE)
        .entity(payload)
        .build();
  }

  private <T> T alone(Supplier<T> work) {
    if (!free.tryAcquire()) {
      throw new RequestException(
          ErrorCode.UNAVAILABLE, "Too many accounts are being exported or imported; try again");
    }
    try {
      return work.get();
    } finally {
      free.release();
    }
  }
}
