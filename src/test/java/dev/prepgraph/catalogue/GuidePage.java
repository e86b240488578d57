package dev.prepgraph.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Entities;

/**
 * A small template: the page of a guide as HTML5, from the response to {@code GuidePage.graphql}.
 */
final class GuidePage {

  private static final Map<String, String> ANCHORS =
      Map.of(
          "TYPES", "types",
          "QUESTIONS", "questions",
          "QUESTIONS_TO_ASK", "questions-to-ask",
          "CANDIDATE", "candidate",
          "FAQS", "faqs");

  private final JsonNode guide;
  private final String locale;
  private final StringBuilder html = new StringBuilder();

  private GuidePage(JsonNode guide) {
    this.guide = guide;
    this.locale = guide.path("resolvedLocale").asText();
  }

  static String render(JsonNode guide) {
    return new GuidePage(guide).page();
  }

  private String page() {
    line("<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">", locale);
    line("<title>%s</title>", escaped(guide, "title"));
    line(
        "<meta name=\"description\"%s content=\"%s\">",
        lang(guide, "summaryLocale"), escaped(guide, "summary"));
    for (JsonNode other : guide.path("localizations")) {
      if (other.path("complete").asBoolean()) {
        String language = other.path("locale").asText();
        line(
            "<link rel=\"alternate\" hreflang=\"%s\" href=\"/%s/guides/%s\">",
            language, language, escaped(guide, "slug"));
      }
    }
    line("</head>\n<body>\n<main>\n<h1>%s</h1>", escaped(guide, "title"));
    line("<p%s>%s</p>", lang(guide, "summaryLocale"), escaped(guide, "summary"));
    JsonNode family = guide.path("family");
    line("<p%s>%s</p>", mark(family), escaped(family, "name"));
    line("<p>%s</p>", list(guide.path("aliases")));
    rich(guide.path("overviewRich"));
    process();
    types();
    questions();
    questionsToAsk();
    candidate();
    faqs();
    related();
    line("</main>\n</body>\n</html>");
    return html.toString();
  }

  private void process() {
    line("<h2>%s</h2>\n<ol>", locale.startsWith("de") ? "Ablauf" : "Process");
    for (JsonNode step : guide.path("process").path("steps")) {
      line("<li><h3%s>%s</h3>", mark(step), escaped(step, "name"));
      rich(step.path("whatToExpectRich"));
      for (JsonNode question : step.path("questions")) {
        line(
            "<p%s><a href=\"#%s\">%s</a></p>",
            mark(question), escaped(question, "slug"), escaped(question, "prompt"));
      }
      line("</li>");
    }
    line("</ol>");
  }

  private void section(String kind) {
    for (JsonNode section : guide.path("sections")) {
      if (section.path("kind").asText().equals(kind)) {
        line(
            "<h2%s id=\"%s\">%s</h2>", mark(section), ANCHORS.get(kind), escaped(section, "title"));
        rich(section.path("introRich"));
      }
    }
  }

  private void types() {
    section("TYPES");
    for (JsonNode expected : guide.path("questionTypes")) {
      JsonNode type = expected.path("type");
      line(
          "<h3%s id=\"type-%s\">%s</h3>", mark(type), escaped(type, "slug"), escaped(type, "name"));
      rich(type.path("descriptionRich"));
      rich(expected.path("whatToExpectRich"));
    }
  }

  private void questions() {
    section("QUESTIONS");
    for (JsonNode edge : guide.path("questions").path("edges")) {
      JsonNode question = edge.path("node");
      line(
          "<article>\n<h3%s id=\"%s\">%s</h3>",
          mark(question), escaped(question, "slug"), escaped(question, "prompt"));
      rich(question.path("exhibitRich"));
      rich(question.path("howToAnswerRich"));
      question.path("hints").forEach(hint -> rich(hint.path("bodyRich")));
      for (JsonNode answer : question.path("answers")) {
        line("<h4>%s</h4>", escaped(answer, "kind"));
        rich(answer.path("bodyRich"));
      }
      for (JsonNode followUp : question.path("followUps")) {
        line("<h4%s>%s</h4>", mark(followUp), escaped(followUp, "prompt"));
        rich(followUp.path("howToAnswerRich"));
      }
      line("</article>");
    }
  }

  private void questionsToAsk() {
    section("QUESTIONS_TO_ASK");
    for (JsonNode ask : guide.path("questionsToAsk")) {
      line("<h3%s id=\"%s\">%s</h3>", mark(ask), escaped(ask, "slug"), escaped(ask, "prompt"));
      rich(ask.path("rationaleRich"));
    }
  }

  private void candidate() {
    section("CANDIDATE");
    for (JsonNode skill : guide.path("skills")) {
      line("<h3%s>%s</h3>", mark(skill), escaped(skill, "name"));
      rich(skill.path("whyRich"));
    }
    for (JsonNode quality : guide.path("roleCriteria")) {
      JsonNode criterion = quality.path("criterion");
      line("<h3%s>%s</h3>", mark(criterion), escaped(criterion, "name"));
      rich(criterion.path("descriptionRich"));
      rich(quality.path("whyItMattersRich"));
    }
  }

  private void faqs() {
    section("FAQS");
    for (JsonNode faq : guide.path("faqs")) {
      line("<h3%s id=\"%s\">%s</h3>", mark(faq), escaped(faq, "slug"), escaped(faq, "question"));
      rich(faq.path("answerRich"));
    }
  }

  private void related() {
    line("<nav aria-label=\"related\">\n<ul>");
    for (JsonNode related : guide.path("related")) {
      JsonNode other = related.path("guide");
      line(
          "<li><a%s href=\"/guides/%s\">%s</a> <span%s>%s</span></li>",
          mark(other),
          escaped(other, "slug"),
          escaped(other, "title"),
          lang(other, "summaryLocale"),
          escaped(other, "summary"));
    }
    line("</ul>\n</nav>");
  }

  private void rich(JsonNode text) {
    if (!text.isMissingNode() && !text.isNull()) {
      String language = text.path("locale").asText(locale);
      line(
          "<div%s>%s</div>",
          language.equals(locale) ? "" : " lang=\"" + language + "\"", text.path("html").asText());
    }
  }

  /** The language of an object that fell back to another one. */
  private String mark(JsonNode object) {
    return lang(object, "resolvedLocale");
  }

  private String lang(JsonNode object, String field) {
    String language = object.path(field).asText(locale);
    return language.equals(locale) ? "" : " lang=\"" + language + "\"";
  }

  private static String escaped(JsonNode object, String field) {
    return Entities.escape(object.path(field).asText());
  }

  private static String list(JsonNode texts) {
    return StreamSupport.stream(texts.spliterator(), false)
        .map(text -> Entities.escape(text.asText()))
        .collect(Collectors.joining(", "));
  }

  private void line(String format, Object... arguments) {
    html.append(format.formatted(arguments)).append('\n');
  }
}
