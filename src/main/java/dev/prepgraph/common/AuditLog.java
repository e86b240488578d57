package dev.prepgraph.common;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * What an operator must be able to reconstruct: one line of {@code name=value} pairs an event, in a
 * category of its own. It names accounts by their keys, and holds no text of a user's or of a
 * token's.
 */
@ApplicationScoped
public class AuditLog {

  /** The log category, to be routed wherever the operator keeps such records. */
  public static final String CATEGORY = "dev.prepgraph.audit";

  /** What is worth a record. */
  public enum Event {
    /** A user was seen for the first time. */
    FIRST_LOGIN,
    /** Everything that is held on a user was handed out. */
    EXPORT,
    /** An export was imported. */
    IMPORT,
    /** Everything that was held on a user was erased. */
    ERASURE,
    /** A user's calendar got an address under which it is read without a login. */
    CALENDAR_OPENED,
    /** A user's calendar has no such address any more. */
    CALENDAR_CLOSED,
    /** A request came with credentials that are not accepted. */
    REFUSED
  }

  private static final Logger LOG = Logger.getLogger(CATEGORY);

  private final LineLimit limit =
      new LineLimit((line, count) -> LOG.infof("%s count=%d", line, count));

  /** Records what happened to an account. */
  public void record(Event event, UUID account) {
    LOG.infof("event=%s account=%s", event, account);
  }

  /**
   * Records what happened to nobody in particular. Of more than a few in a second, the others share
   * a line, with their {@code count}.
   *
   * @param reason one of our own words
   */
  public void record(Event event, String reason) {
    String line = "event=" + event + " reason=" + reason;
    if (limit.allows(line)) {
      LOG.info(line);
    }
  }
}
