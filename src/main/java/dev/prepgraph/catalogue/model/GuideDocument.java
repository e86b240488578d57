package dev.prepgraph.catalogue.model;

import dev.prepgraph.catalogue.schema.Seniority;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;

/** The stored JSON of a guide's revision; empty lists and translations may be absent. */
@RegisterForReflection(registerFullHierarchy = true)
public record GuideDocument(
    String slug,
    String title,
    String family,
    Seniority seniority,
    String overview,
    List<ExpectedType> questionTypes,
    List<String> criteria,
    List<ToAsk> questionsToAsk,
    List<FaqText> faqs,
    List<String> relatedGuides,
    Map<String, Map<String, String>> translations) {

  public record ExpectedType(
      String type, String whatToExpect, Map<String, Map<String, String>> translations) {}

  public record ToAsk(
      String prompt, String rationale, Map<String, Map<String, String>> translations) {}

  public record FaqText(
      String question, String answer, Map<String, Map<String, String>> translations) {}
}
