package dev.prepgraph.viewer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.hibernate.StatelessSession;

/**
 * One list in the export of an account, kept by the feature whose data it holds. Sections are
 * written and read in the order of their beans' priorities.
 */
public interface AccountSection {

  /** Its key in the export; also in {@code export.schema.json}. */
  String name();

  /**
   * Writes the entries of the account that the transaction acts for, into an array that is open.
   */
  void write(StatelessSession session, JsonGenerator out) throws IOException;

  /**
   * Takes entries back, in the account that the transaction acts for. What the account already has
   * stays as it is.
   *
   * @param entries some of the list, one after the other, which keep the schema; they are counted
   *     from the first of them
   * @return what became of each
   * @throws dev.prepgraph.graphql.UserErrorException when they contradict themselves or are too
   *     many
   */
  ImportReport read(StatelessSession session, JsonNode entries);
}
