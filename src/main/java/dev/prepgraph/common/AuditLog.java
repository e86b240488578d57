package dev.prepgraph.common;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Security events for operators, one line of {@code name=value} pairs each. They hold the ids of
 * accounts, but no text of a user or of a token.
 */
@ApplicationScoped
public class AuditLog {

  /** The log category, which operators can route separately. */
  public static final String CATEGORY = "dev.prepgraph.audit";

  public enum Event {
    FIRST_LOGIN,
    EXPORT,
    IMPORT,
    ERASURE,
    /** A calendar feed without login was opened. */
    CALENDAR_OPENED,
    CALENDAR_CLOSED,
    /** A token was rejected. */
    REFUSED
  }

  private static final Logger LOG = Logger.getLogger(CATEGORY);

  private final LineLimit limit =
      new LineLimit((line, count) -> LOG.infof("%s count=%d", line, count));

  public void record(Event event, UUID account) {
    LOG.infof("event=%s account=%s", event, account);
  }

  /**
   * Records an event of no account; beyond a few per second, the others share a line with a count.
   *
   * @param reason a constant
   */
  public void record(Event event, String reason) {
    String line = "event=" + event + " reason=" + reason;
    if (limit.allows(line)) {
      LOG.info(line);
    }
  }
}
