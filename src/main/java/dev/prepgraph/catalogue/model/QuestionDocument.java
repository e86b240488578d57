package dev.prepgraph.catalogue.model;

import dev.prepgraph.catalogue.schema.AnswerFramework;
import dev.prepgraph.catalogue.schema.Difficulty;
import dev.prepgraph.catalogue.schema.SampleAnswerKind;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;

/** The stored JSON of a question's revision; empty translations may be absent. */
@RegisterForReflection(registerFullHierarchy = true)
public record QuestionDocument(
    String slug,
    String prompt,
    String type,
    Difficulty difficulty,
    AnswerFramework framework,
    List<String> tags,
    String howToAnswer,
    List<Answer> answers,
    List<String> criteria,
    Map<String, Map<String, String>> translations) {

  public record Answer(
      SampleAnswerKind kind, String body, Map<String, Map<String, String>> translations) {}
}
