package dev.prepgraph.calendar;

import dev.prepgraph.calendar.model.CalendarFeedEntity;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.UUID;

/** Calendar feeds by account. */
@ApplicationScoped
class CalendarRepository implements PanacheRepositoryBase<CalendarFeedEntity, UUID> {

  private static final String ENTER = "select account from calendar.enter(:digest, :now)";

  /**
   * Gives the transaction read access to the account of the feed with a secret.
   *
   * @return the account, or null without such a feed
   */
  UUID enter(byte[] digest, Instant now) {
    return getSession()
        .createNativeQuery(ENTER, Tuple.class)
        .setParameter("digest", digest)
        .setParameter("now", now)
        .getSingleResult()
        .get("account", UUID.class);
  }

  /** Adds a feed, or replaces the secret of the existing one. */
  void save(CalendarFeedEntity feed) {
    getSession().merge(feed);
  }
}
