package dev.prepgraph.account;

import static dev.prepgraph.account.IdempotencyKeys.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyKeysTest {

  private record Input(String title, String note, List<String> days, String idempotencyKey) {}

  private record InputWithMore(
      String added, String title, String note, List<String> days, String idempotencyKey) {}

  @Test
  void distinguishInputsThatPrintAlike() {
    assertThat(
            List.of(
                fingerprint("op", new Input("a, note=b", null, List.of(), "k")),
                fingerprint("op", new Input("a", "b", List.of(), "k")),
                fingerprint("op", new Input("a", "null", List.of(), "k")),
                fingerprint("op", new Input("a", null, List.of(), "k")),
                fingerprint("op", new Input("a", null, null, "k")),
                fingerprint("op", new Input("a", null, List.of("x, y"), "k")),
                fingerprint("op", new Input("a", null, List.of("x", "y"), "k")),
                fingerprint("op Input[title=a", new Input("a", null, List.of(), "k"))))
        .doesNotHaveDuplicates();
  }

  @Test
  void ignoreAddedFields() {
    assertThat(fingerprint("op", new InputWithMore(null, "a", "b", List.of("x"), "k")))
        .isEqualTo(fingerprint("op", new Input("a", "b", List.of("x"), "k")));
  }

  @Test
  void areNotPartOfTheFingerprint() {
    assertThat(fingerprint("op", new Input("a", null, null, "one")))
        .isEqualTo(fingerprint("op", new Input("a", null, null, "two")));
  }

  @Test
  void rejectAnotherInputWithTheSameKey() {
    User user = User.unknown();
    String track =
        "mutation ($i: TrackInterviewInput!)"
            + " { trackInterview(input: $i) { interview { id company } userErrors { code } } }";
    Map<String, String> first =
        Map.of("company", "A, position=B", "position", "C", "idempotencyKey", "k");
    Map<String, String> second =
        Map.of("company", "A", "position", "B, position=C", "idempotencyKey", "k");
    String id = user.query(track, Map.of("i", first)).getString("trackInterview.interview.id");
    assertThat(user.query(track, Map.of("i", first)).getString("trackInterview.interview.id"))
        .isEqualTo(id);
    assertThat(user.query(track, Map.of("i", second)).getList("trackInterview.userErrors.code"))
        .containsExactly("CONFLICT");
    assertThat(GraphQL.rejection(track, Map.of("i", first))).startsWith("UNAUTHENTICATED ");
  }
}
