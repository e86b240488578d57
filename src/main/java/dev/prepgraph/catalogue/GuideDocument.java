package dev.prepgraph.catalogue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;

/**
 * What a published revision of a guide holds, as it is stored. Lists and translations that are
 * empty may be absent.
 */
@RegisterForReflection(registerFullHierarchy = true)
record GuideDocument(
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

  record ExpectedType(
      String type, String whatToExpect, Map<String, Map<String, String>> translations) {}

  record ToAsk(String prompt, String rationale, Map<String, Map<String, String>> translations) {}

  record FaqText(String question, String answer, Map<String, Map<String, String>> translations) {}
}
