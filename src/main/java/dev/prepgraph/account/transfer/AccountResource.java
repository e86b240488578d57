package dev.prepgraph.account.transfer;

import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.account.schema.ImportMyDataPayload;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.http.ClientConnection;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Exports and imports accounts, which may be too large for GraphQL. A temporary file decouples the
 * client from the database, so that no thread waits for the client.
 */
@Path("/account")
@NonBlocking
public class AccountResource {

  private static final String PRIVATE = "private, no-store";

  private final CurrentIdentityAssociation identities;
  private final AccountTransactions transactions;
  private final AccountExport export;
  private final AccountImport imports;
  private final Spool spool;
  private final TransferConfig config;
  private final TransferSlots exporting = new TransferSlots();
  private final TransferSlots importing = new TransferSlots();

  AccountResource(
      CurrentIdentityAssociation identities,
      AccountTransactions transactions,
      AccountExport export,
      AccountImport imports,
      Spool spool,
      TransferConfig config) {
    this.identities = identities;
    this.transactions = transactions;
    this.export = export;
    this.imports = imports;
    this.spool = spool;
    this.config = config;
  }

  @GET
  @Path("/export")
  @Produces(MediaType.APPLICATION_JSON)
  public Uni<Response> export(@Context RoutingContext http) {
    return open(http)
        .chain(
            file ->
                work(file, exporting, () -> export.write(file.output()))
                    .map(written -> exported(http, file))
                    .onFailure()
                    .invoke(file::close));
  }

  private Response exported(RoutingContext http, SpoolFile file) {
    watch(
        http,
        http.response()::bytesWritten,
        () -> {
          ClientConnection.abort(http.request());
          file.close();
        });
    return Response.ok(file.body())
        .header(HttpHeaders.CACHE_CONTROL, PRIVATE)
        .header("Content-Disposition", "attachment; filename=\"prepgraph-account.json\"")
        .build();
  }

  /** The same as the mutation importMyData. */
  @POST
  @Path("/import")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Uni<Response> importMyData(
      @HeaderParam("Idempotency-Key") String idempotencyKey, @Context RoutingContext http) {
    return open(http)
        .chain(
            file ->
                receive(http, file)
                    .chain(() -> work(file, importing, () -> imports.run(file, idempotencyKey)))
                    .onTermination()
                    .invoke(file::close))
        .map(AccountResource::imported);
  }

  private static Response imported(ImportMyDataPayload payload) {
    return Response.status(payload.userErrors().isEmpty() ? 200 : 422)
        .header(HttpHeaders.CACHE_CONTROL, PRIVATE)
        .entity(payload)
        .build();
  }

  /** Opens a file that is closed when the request has ended. */
  private Uni<SpoolFile> open(RoutingContext http) {
    return identities
        .getDeferredIdentity()
        .invoke(identities::setIdentity) // later callers would block otherwise
        .chain(identity -> spool.open(transactions.requireCaller()))
        .invoke(file -> http.addEndHandler(end -> file.close()));
  }

  private Uni<Void> receive(RoutingContext http, SpoolFile file) {
    HttpServerRequest request = http.request();
    if (request.headers().contains(HttpHeaders.EXPECT, "100-continue", true)) {
      request.response().writeContinue();
    }
    return Uni.createFrom()
        .<Void>emitter(
            result -> {
              Runnable stop =
                  watch(
                      http,
                      request::bytesRead,
                      () ->
                          result.fail(RequestException.badRequest("The body arrived too slowly")));
              file.receive(request)
                  .onComplete(end -> stop.run())
                  .onSuccess(result::complete)
                  .onFailure(result::fail);
            })
        .onFailure()
        .invoke(failure -> http.addEndHandler(end -> ClientConnection.close(request)));
  }

  /** Enforces the minimal transfer rate; the returned handle stops the watch. */
  private Runnable watch(RoutingContext http, LongSupplier bytes, Runnable tooSlow) {
    long[] before = {0};
    long timer =
        http.vertx()
            .setPeriodic(
                config.patience().toMillis(),
                id -> {
                  long now = bytes.getAsLong();
                  if (now - before[0] < config.minimum().asLongValue()) {
                    http.vertx().cancelTimer(id);
                    tooSlow.run();
                  }
                  before[0] = now;
                });
    http.addEndHandler(end -> http.vertx().cancelTimer(timer));
    return () -> http.vertx().cancelTimer(timer);
  }

  private static <T> Uni<T> work(SpoolFile file, TransferSlots slots, Supplier<T> work) {
    return Uni.createFrom()
        .item(() -> file.use(() -> slots.run(file.account(), work)))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .onFailure(RejectedExecutionException.class)
        .transform(e -> RequestException.overloaded());
  }
}
