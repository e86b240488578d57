package dev.prepgraph.catalogue.model;

import dev.prepgraph.catalogue.schema.Seniority;
import dev.prepgraph.catalogue.schema.part.GuideSectionKind;
import dev.prepgraph.catalogue.schema.part.InterviewAudience;
import dev.prepgraph.catalogue.schema.part.Licence;
import dev.prepgraph.catalogue.schema.part.Occupation;
import dev.prepgraph.catalogue.schema.part.RelatedGuideKind;
import dev.prepgraph.catalogue.schema.part.SkillKind;
import dev.prepgraph.common.json.ParsedOnUse;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The stored JSON of a guide's revision. Lists and translations may be absent, and slugs of entries
 * where editors gave none; {@code roleCriteria} and {@code related} are absent from documents of
 * version 13 and before.
 */
@RegisterForReflection(registerFullHierarchy = true)
public record GuideDocument(
    String slug,
    String title,
    String family,
    Seniority seniority,
    String summary,
    String overview,
    List<String> aliases,
    Map<String, List<String>> aliasTranslations,
    List<Occupation> occupations,
    Licence licence,
    List<String> authors,
    String reviewedAt,
    List<Section> sections,
    List<SkillText> skills,
    List<Step> process,
    List<ExpectedType> questionTypes,
    List<String> criteria,
    List<Reason> roleCriteria,
    List<ToAsk> questionsToAsk,
    List<FaqText> faqs,
    List<String> relatedGuides,
    List<Related> related,
    Map<String, Map<String, String>> translations) {

  @ParsedOnUse
  public record Section(
      GuideSectionKind kind,
      String title,
      String intro,
      Map<String, Map<String, String>> translations) {}

  @ParsedOnUse
  public record SkillText(
      String name, SkillKind kind, String why, Map<String, Map<String, String>> translations) {}

  public record Step(
      String name,
      InterviewAudience audience,
      Integer durationMinutes,
      String whatToExpect,
      List<String> questions,
      Map<String, Map<String, String>> translations) {

    public Step {
      questions = given(questions);
    }
  }

  public record ExpectedType(
      String type, String whatToExpect, Map<String, Map<String, String>> translations) {}

  @ParsedOnUse
  public record Reason(
      String criterion, String whyItMatters, Map<String, Map<String, String>> translations) {}

  public record ToAsk(
      String slug,
      String prompt,
      String rationale,
      Map<String, Map<String, String>> translations) {}

  public record FaqText(
      String slug, String question, String answer, Map<String, Map<String, String>> translations) {}

  public record Related(String guide, RelatedGuideKind kind) {}

  public GuideDocument {
    aliases = given(aliases);
    aliasTranslations = aliasTranslations == null ? Map.of() : aliasTranslations;
    occupations = given(occupations);
    authors = given(authors);
    sections = given(sections);
    skills = given(skills);
    process = given(process);
    questionTypes = given(questionTypes);
    criteria = given(criteria);
    relatedGuides = given(relatedGuides);
    if (roleCriteria == null) {
      roleCriteria = criteria.stream().map(criterion -> new Reason(criterion, null, null)).toList();
    }
    if (related == null) {
      related =
          relatedGuides.stream()
              .map(guide -> new Related(guide, RelatedGuideKind.EDITORS_CHOICE))
              .toList();
    }
    Anchors anchors = new Anchors(slugs(given(questionsToAsk), given(faqs)));
    questionsToAsk =
        given(questionsToAsk).stream()
            .map(
                ask ->
                    new ToAsk(
                        anchors.slug(ask.slug, ask.prompt),
                        ask.prompt,
                        ask.rationale,
                        ask.translations))
            .toList();
    faqs =
        given(faqs).stream()
            .map(
                faq ->
                    new FaqText(
                        anchors.slug(faq.slug, faq.question),
                        faq.question,
                        faq.answer,
                        faq.translations))
            .toList();
  }

  /** What is known of a document without reading it; {@code titles} are by locale. */
  public static GuideDocument head(
      String slug, Map<String, String> titles, String family, Seniority seniority) {
    Map<String, Map<String, String>> translations = new HashMap<>();
    titles.forEach((locale, title) -> translations.put(locale, Map.of("title", title)));
    return new GuideDocument(
        slug,
        titles.get("en"),
        family,
        seniority,
        null,
        "",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        translations);
  }

  private static <T> List<T> given(List<T> list) {
    return list == null ? List.of() : list;
  }

  private static Set<String> slugs(List<ToAsk> questionsToAsk, List<FaqText> faqs) {
    Set<String> slugs = new HashSet<>();
    Stream.concat(questionsToAsk.stream().map(ToAsk::slug), faqs.stream().map(FaqText::slug))
        .filter(Objects::nonNull)
        .forEach(slugs::add);
    return slugs;
  }
}
