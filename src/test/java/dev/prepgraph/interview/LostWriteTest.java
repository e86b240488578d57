package dev.prepgraph.interview;

import static dev.prepgraph.GraphQL.errors;
import static dev.prepgraph.interview.Tracking.node;
import static dev.prepgraph.interview.Tracking.track;
import static dev.prepgraph.interview.Tracking.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.OwnerSql;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A write that the database did not apply is reported as a conflict. */
@QuarkusTest
class LostWriteTest {

  private static final String DROP =
      "drop trigger if exists lost on interview.interview; drop function if exists public.lose()";

  private final User user = User.unknown();

  @AfterEach
  void dropTrigger() {
    OwnerSql.execute(DROP);
  }

  @Test
  void isReportedAsAConflict() {
    String id = track(user, "company", "Lost in between");
    OwnerSql.execute(
        """
        create function public.lose() returns trigger language plpgsql as 'begin return null; end';
        create trigger lost before update on interview.interview
        for each row when (old.company = 'Lost in between') execute function public.lose()
        """);

    assertThat(errors(update(user, id, 1, "notes", "n")))
        .containsExactly("CONFLICT [input, expectedVersion]");
    JsonPath debrief = DebriefTest.save(user, id, 1, List.of(), List.of(), null);
    assertThat(errors(debrief)).containsExactly("CONFLICT [input, expectedVersion]");
    assertThat(node(user, id).getInt("version")).isEqualTo(1);
  }
}
