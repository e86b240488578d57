package dev.prepgraph.account.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.common.Resources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Runs the statements of sections, in the transaction of the account. */
@ApplicationScoped
public class SectionStatements {

  /** How many rows are in memory at a time: one may have megabytes. */
  private static final int FETCHED = 20;

  private final Session session;

  SectionStatements(Session session) {
    this.session = session;
  }

  /**
   * The entries of a section as JSON texts, to be closed. A text that begins with a comma continues
   * the entry before it.
   */
  public Stream<String> entries(String section) {
    return session
        .createNativeQuery(Resources.text("/transfer/" + section + ".export.sql"), String.class)
        .setFetchSize(FETCHED)
        .getResultStream();
  }

  /**
   * Restores entries.
   *
   * @return for each one that is not restored, or not wholly, {@code at}: its index in the rows,
   *     {@code outcome}: a skip reason, INVALID or LIMIT_REACHED, and {@code detail}: the relative
   *     path of what is skipped, or a message
   */
  List<Tuple> restore(Section<?> section, List<ObjectNode> rows) {
    var statement =
        session.createNativeQuery(
            Resources.text("/transfer/" + section.name() + ".import.sql"), Tuple.class);
    section.limits().forEach(statement::setParameter);
    return statement.setParameter("entries", TransferJson.print(rows)).getResultList();
  }
}
