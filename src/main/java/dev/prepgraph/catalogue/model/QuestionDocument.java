package dev.prepgraph.catalogue.model;

import dev.prepgraph.catalogue.schema.AnswerFramework;
import dev.prepgraph.catalogue.schema.Difficulty;
import dev.prepgraph.catalogue.schema.SampleAnswerKind;
import dev.prepgraph.common.json.ParsedOnUse;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;

/**
 * The stored JSON of a question's revision; difficulty, estimate, exhibit, hints, follow-up
 * questions and translations may be absent.
 */
@RegisterForReflection(registerFullHierarchy = true)
public record QuestionDocument(
    String slug,
    String prompt,
    String type,
    Difficulty difficulty,
    Integer estimatedMinutes,
    AnswerFramework framework,
    List<String> tags,
    String exhibit,
    String howToAnswer,
    List<HintText> hints,
    List<FollowUp> followUps,
    List<Answer> answers,
    List<String> criteria,
    Map<String, Map<String, String>> translations) {

  @ParsedOnUse
  public record HintText(String body, Map<String, Map<String, String>> translations) {}

  @ParsedOnUse
  public record FollowUp(
      String prompt, String howToAnswer, Map<String, Map<String, String>> translations) {}

  public record Answer(
      SampleAnswerKind kind, String body, Map<String, Map<String, String>> translations) {}

  public QuestionDocument {
    hints = hints == null ? List.of() : hints;
    followUps = followUps == null ? List.of() : followUps;
    if (estimatedMinutes == null) {
      estimatedMinutes = defaultMinutes(difficulty, framework);
    }
  }

  /**
   * Minutes to prepare an answer, unless the content gives an estimate; a question without a
   * difficulty counts as MEDIUM.
   *
   * <table>
   *   <caption>Minutes</caption>
   *   <tr><th></th><th>EASY</th><th>MEDIUM</th><th>HARD</th></tr>
   *   <tr><td>FREEFORM</td><td>10</td><td>15</td><td>20</td></tr>
   *   <tr><td>STAR (with a search for a story)</td><td>15</td><td>20</td><td>25</td></tr>
   * </table>
   */
  private static int defaultMinutes(Difficulty difficulty, AnswerFramework framework) {
    int freeform =
        switch (difficulty == null ? Difficulty.MEDIUM : difficulty) {
          case EASY -> 10;
          case MEDIUM -> 15;
          case HARD -> 20;
        };
    return framework == AnswerFramework.STAR ? freeform + 5 : freeform;
  }
}
