package dev.prepgraph.viewer;

import dev.prepgraph.common.Sha256;
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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * What is too large for GraphQL: a user's whole data, out and in. Only a few run at a time: an
 * export holds a database connection for as long as the client takes.
 */
@Path("/account")
@Blocking
public class AccountResource {

  private static final int AT_A_TIME = 2;
  private static final String PRIVATE = "private, no-store";

  private final AccountTransactions transactions;
  private final AccountExport export;
  private final AccountImport imports;
  private final Semaphore exporting = new Semaphore(AT_A_TIME);
  private final Semaphore importing = new Semaphore(AT_A_TIME);

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
                exporting,
                () -> {
                  export.write(out);
                  return null;
                });
    return Response.ok(body)
        .header(HttpHeaders.CACHE_CONTROL, PRIVATE)
        .header("Content-Disposition", "attachment; filename=\"prepgraph-account.json\"")
        .build();
  }

  /**
   * The same as the mutation importMyData. The body goes to a file first: nothing in the database
   * waits for a slow client.
   */
  @POST
  @Path("/import")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response importMyData(
      @HeaderParam("Idempotency-Key") String idempotencyKey, InputStream data) {
    transactions.requireCaller();
    ImportMyDataPayload payload = alone(importing, () -> importFrom(data, idempotencyKey));
    return Response.status(payload.userErrors().isEmpty() ? 200 : 422)
        .header(HttpHeaders.CACHE_CONTROL, PRIVATE)
        .entity(payload)
        .build();
  }

  private ImportMyDataPayload importFrom(InputStream data, String idempotencyKey) {
    try {
      java.nio.file.Path file = Files.createTempFile("import", ".json");
      try {
        var digest = Sha256.begin();
        try (var digested = new DigestInputStream(data, digest);
            var out = Files.newOutputStream(file)) {
          digested.transferTo(out);
        }
        try (InputStream in = Files.newInputStream(file)) {
          return imports.run(in, HexFormat.of().formatHex(digest.digest()), idempotencyKey);
        }
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T alone(Semaphore free, Supplier<T> work) {
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
