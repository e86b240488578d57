package dev.prepgraph.partner.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prepgraph.GraphQL;
import dev.prepgraph.OwnerSql;
import dev.prepgraph.catalogue.ChangingContent;
import dev.prepgraph.content.TestImport;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The events that publications write to the log. */
@QuarkusTest
@TestProfile(ChangingContent.class)
class PublicationEventsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  @Inject DataSource database;

  private EventPack pack;
  private int seen;

  @BeforeEach
  void begin() {
    pack = new EventPack(folder, "e" + UUID.randomUUID());
    seen = last();
  }

  private static int last() {
    return OwnerSql.count("select coalesce(max(number), 0) from partner.event");
  }

  /** The new events. */
  private List<String> events() throws Exception {
    List<String> events = new ArrayList<>();
    for (JsonNode event : payloads()) {
      JsonNode data = event.get("data");
      events.add(
          String.join(
              " ",
              event.get("type").asText(),
              data.get("slug").asText(),
              data.path("change").asText("-"),
              data.get("locales").toString(),
              data.get("revision").asText()));
    }
    return events;
  }

  private List<JsonNode> payloads() throws Exception {
    List<JsonNode> payloads = new ArrayList<>();
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select payload from partner.event where partner_id is null and number > "
                    + seen
                    + " order by number")) {
      while (rows.next()) {
        payloads.add(JSON.readTree(rows.getString(1)));
      }
    }
    seen = last();
    return payloads;
  }

  @Test
  void followTheChangeFeed() throws Exception {
    pack.put(0, true, "Zero", "Keine", "Why?").put(1, false, "One", "Eins", "How?");
    int revision = pack.publish();
    assertThat(events())
        .containsExactly(
            "QUESTION_CHANGED " + pack.question(0) + " PUBLISHED [\"en\"] " + revision,
            "GUIDE_PUBLISHED " + pack.guide(0) + " - [\"de\",\"en\"] " + revision);

    TestImport.publish();
    assertThat(events()).as("nothing changed").isEmpty();

    revision = pack.put(0, true, "Zero", "Nichts", "Why?").publish();
    assertThat(events())
        .containsExactly("GUIDE_CHANGED " + pack.guide(0) + " - [\"de\"] " + revision);

    revision = pack.put(0, true, "Zero", "Nichts", "Why not?").publish();
    assertThat(events())
        .containsExactly(
            "QUESTION_CHANGED " + pack.question(0) + " CHANGED [\"en\"] " + revision,
            "GUIDE_CHANGED " + pack.guide(0) + " - [\"de\",\"en\"] " + revision);

    revision =
        pack.put(0, false, "Zero", "Nichts", "Why not?")
            .put(1, true, "One", "Eins", "How?")
            .publish();
    assertThat(events())
        .containsExactly(
            "QUESTION_CHANGED " + pack.question(0) + " UNPUBLISHED [\"en\"] " + revision,
            "QUESTION_CHANGED " + pack.question(1) + " PUBLISHED [\"en\"] " + revision,
            "GUIDE_UNPUBLISHED " + pack.guide(0) + " - [\"de\",\"en\"] " + revision,
            "GUIDE_PUBLISHED " + pack.guide(1) + " - [\"de\",\"en\"] " + revision);

    revision = pack.put(0, true, "Zero", "Nichts", "Why not?").publish();
    assertThat(events())
        .contains("GUIDE_PUBLISHED " + pack.guide(0) + " - [\"de\",\"en\"] " + revision);
  }

  @Test
  void nameObjectsByTheirIds() throws Exception {
    pack.put(0, true, "Zero", "Keine", "Why?").publish();
    List<JsonNode> payloads = payloads();
    assertThat(payloads).hasSize(2);
    for (JsonNode payload : payloads) {
      assertThat(Instant.parse(payload.get("timestamp").asText()))
          .isAfter(Instant.parse("2020-01-01T00:00:00Z"));
    }
    assertThat(
            GraphQL.query(
                    "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }",
                    Map.of("ids", payloads.stream().map(p -> p.at("/data/id").asText()).toList()))
                .getList("nodes.__typename"))
        .hasSize(2);
  }

  /** The log does not grow where nobody receives it. */
  @Test
  void areDeletedWithoutEndpoints() throws Exception {
    pack.put(0, true, "Zero", "Keine", "Why?").publish();
    OwnerSql.execute("delete from partner.endpoint");
    OwnerSql.execute("update partner.event set created_at = now() - interval '25 hours'");
    int revision = pack.put(0, true, "Nothing", "Keine", "Why?").publish();
    assertThat(events())
        .containsExactly("GUIDE_CHANGED " + pack.guide(0) + " - [\"en\"] " + revision);
  }
}
