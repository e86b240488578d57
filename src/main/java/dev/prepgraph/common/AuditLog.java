package dev.prepgraph.common;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Security events for operators, one line of {@code name=value} pairs each. They hold the ids of
 * accounts and partners, but no text of a user or of a token.
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
    /** A token, or a request of a partner, was rejected. */
    REFUSED,
    PARTNER_CREATED,
    PARTNER_UPDATED,
    PARTNER_REVOKED,
    PARTNER_RESTORED
  }

  private static final Logger LOG = Logger.getLogger(CATEGORY);

  private final LineLimit limit =
      new LineLimit((line, count) -> LOG.infof("%s count=%d", line, count));

  public void record(Event event, UUID account) {
    LOG.infof("event=%s account=%s", event, account);
  }

  /**
   * Records a change of a partner.
   *
   * @param account of the admin; null for a command
   */
  public void record(Event event, UUID partner, UUID account) {
    LOG.infof("event=%s partner=%s account=%s", event, partner, account == null ? "-" : account);
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
