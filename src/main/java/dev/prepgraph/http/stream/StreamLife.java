package dev.prepgraph.http.stream;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The regular checks of an open stream: the expiry of its token, the permission of its partner,
 * pings, and a client that does not read. All on the stream's event loop.
 */
final class StreamLife {

  /** Short, because a timer for the expiry itself would not notice changes of the clock. */
  private static final Duration TICK = Duration.ofSeconds(1);

  /** Its partner was revoked, or no longer has the origin or scope of the stream. */
  static final String ACCESS_ENDED = "The partner's access to this stream has ended";

  /** Why a stream ends. */
  enum End {
    EXPIRED,
    FORBIDDEN,
    IDLE
  }

  private final Vertx vertx;
  private final Clock clock;
  private final long ticksPerPing;
  private final BooleanSupplier forbidden;
  private final Runnable ping;
  private final Consumer<End> end;
  private final long timer;
  private Instant expiry = Instant.MAX;
  private long ticks;
  private int silentPings;

  /**
   * @param forbidden whether the partner of the stream may not be served any more
   * @param ping sends a ping
   * @param end closes the stream
   */
  StreamLife(
      Vertx vertx,
      Clock clock,
      Duration keepAlive,
      BooleanSupplier forbidden,
      Runnable ping,
      Consumer<End> end) {
    this.vertx = vertx;
    this.clock = clock;
    this.ticksPerPing = Math.max(1, keepAlive.toSeconds());
    this.forbidden = forbidden;
    this.ping = ping;
    this.end = end;
    this.timer = vertx.setPeriodic(TICK.toMillis(), id -> tick());
  }

  private void tick() {
    if (!clock.instant().isBefore(expiry)) {
      end.accept(End.EXPIRED);
    } else if (forbidden.getAsBoolean()) {
      end.accept(End.FORBIDDEN);
    } else if (++ticks % ticksPerPing == 0) {
      if (silentPings == 2) {
        end.accept(End.IDLE);
      } else {
        silentPings++;
        ping.run();
      }
    }
  }

  /** Sets the expiry of a verified token. */
  void identify(SecurityIdentity caller) {
    if (caller.getPrincipal() instanceof JsonWebToken token) {
      expiry = Instant.ofEpochSecond(token.getExpirationTime());
    }
  }

  /** The client answered or read. */
  void alive() {
    silentPings = 0;
  }

  void stop() {
    vertx.cancelTimer(timer);
  }
}
