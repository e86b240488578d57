package dev.prepgraph.calendar;

import dev.prepgraph.common.Sha256;
import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** Serves calendar feeds without a login: the address contains a secret. */
@Path("/calendar")
@Blocking
public class CalendarResource {

  private static final String MEDIA_TYPE = "text/calendar; charset=utf-8";

  private final CalendarService calendars;

  CalendarResource(CalendarService calendars) {
    this.calendars = calendars;
  }

  static String path(String secret) {
    return "/calendar/" + secret + ".ics";
  }

  @GET
  @Path("/{secret}.ics")
  public Response calendar(@PathParam("secret") String secret, @Context Request request) {
    byte[] text =
        calendars
            .read(secret)
            .orElseThrow(
                () ->
                    new RequestException(ErrorCode.NOT_FOUND, "No calendar feed has this address"));
    // Weak, because compressing proxies weaken a strong tag, which would never match again.
    EntityTag tag = new EntityTag(Sha256.tag(text), true);
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder response =
        unchanged == null ? Response.ok(text).type(MEDIA_TYPE) : unchanged;
    return response.tag(tag).header(HttpHeaders.CACHE_CONTROL, "private, no-store").build();
  }
}
