package dev.prepgraph.catalogue;

import static dev.prepgraph.GraphQL.query;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prepgraph.User;
import dev.prepgraph.plan.Plans;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The page of a career site as a pack: questions without difficulty and criteria, qualities without
 * scales.
 */
@QuarkusTest
@TestProfile(CareerSiteTest.Site.class)
class CareerSiteTest {

  /** Keeps the pack apart from those of other tests. */
  public static final class Site extends OwnContent {}

  private static final String PAGE =
      """
      { roleGuide(slug: "line-cook") {
        slug title family { slug name } seniority summary overview
        sections { kind title intro }
        questionTypes { type { slug name description } whatToExpect }
        questions(first: 100) { totalCount edges { node { slug prompt type { slug } difficulty howToAnswer answers { kind body }
          criteria { slug } } } }
        questionsToAsk { prompt rationale }
        roleCriteria { criterion { slug name description levels { label } } whyItMatters }
        faqs { question answer } } }
      """;

  @BeforeEach
  void publish() {
    OwnContent.publish("site");
  }

  @Test
  void comesBackWholeInOneQuery() throws IOException {
    JsonPath data = query(PAGE);

    Set<String> shown = new LinkedHashSet<>();
    collect(data.get("roleGuide"), shown);
    Set<String> written = new LinkedHashSet<>();
    for (String file : List.of("taxonomy.yaml", "guides/line-cook.yaml")) {
      String yaml = Files.readString(Path.of("src/test/resources/packs/site", file));
      collect(new Load(LoadSettings.builder().build()).loadFromString(yaml), written);
    }
    assertThat(written).hasSizeGreaterThan(100);
    assertThat(shown).containsAll(written);
    assertThat(data.getInt("roleGuide.questions.totalCount")).isEqualTo(10);
    assertThat(data.getList("roleGuide.questions.edges.node.difficulty")).containsOnlyNulls();
    assertThat(data.getList("roleGuide.roleCriteria.criterion.levels", List.class))
        .hasSize(5)
        .containsOnly(List.of());
  }

  private static void collect(Object value, Set<String> texts) {
    if (value instanceof String text) {
      texts.add(text);
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(entry -> collect(entry, texts));
    } else if (value instanceof Collection<?> list) {
      list.forEach(entry -> collect(entry, texts));
    }
  }

  /** 15 minutes each, as for MEDIUM. */
  @Test
  void isPlannedAsMedium() throws JsonProcessingException {
    String guide = query("{ roleGuide(slug: \"line-cook\") { id } }").getString("roleGuide.id");

    JsonPath plan =
        Plans.create(User.unknown(), LocalDate.now().plusDays(20).toString(), "guideId", guide);

    List<Integer> learning = new ArrayList<>();
    List<Integer> reviews = new ArrayList<>();
    JsonNode days = new ObjectMapper().valueToTree(plan.getList("days"));
    for (JsonNode day : days) {
      for (JsonNode item : day.path("items")) {
        switch (item.path("kind").asText()) {
          case "LEARN" -> learning.add(item.path("estimatedMinutes").asInt());
          case "REVIEW" -> reviews.add(item.path("estimatedMinutes").asInt());
          default -> {}
        }
      }
    }
    assertThat(learning).hasSize(10).containsOnly(15);
    assertThat(reviews).isNotEmpty().containsOnly(5);
    assertThat(plan.getBoolean("feasible")).isTrue();
  }
}
