package dev.prepgraph.catalogue;

import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.catalogue.schema.RoleGuide;
import java.util.List;

/** Counts the words of a guide's page. */
final class PageWords {

  private int count;

  int count() {
    return count;
  }

  /** Adds all texts of a guide but those of its questions. */
  PageWords guide(RoleGuide guide) {
    add(guide.title(), guide.summary(), guide.overview());
    guide.sections().forEach(section -> add(section.title(), section.intro()));
    guide.skills().forEach(skill -> add(skill.name(), skill.why()));
    if (guide.process() != null) {
      guide.process().steps().forEach(step -> add(step.name(), step.whatToExpect()));
    }
    guide.questionTypes().forEach(type -> add(type.type().name(), type.whatToExpect()));
    guide
        .roleCriteria()
        .forEach(
            role ->
                add(role.criterion().name(), role.criterion().description(), role.whyItMatters()));
    guide.questionsToAsk().forEach(ask -> add(ask.prompt(), ask.rationale()));
    guide.faqs().forEach(faq -> add(faq.question(), faq.answer()));
    return this;
  }

  /** Adds questions with their exhibits, advice, hints, follow-up questions and sample answers. */
  PageWords questions(List<Question> questions) {
    for (Question question : questions) {
      add(question.prompt(), question.exhibit(), question.howToAnswer());
      question.hints().forEach(hint -> add(hint.body()));
      question.followUps().forEach(next -> add(next.prompt(), next.howToAnswer()));
      question.answers().forEach(answer -> add(answer.body()));
    }
    return this;
  }

  private void add(String... texts) {
    for (String text : texts) {
      count += text == null ? 0 : words(text);
    }
  }

  private static int words(String text) {
    int words = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      boolean space = Character.isWhitespace(text.charAt(i));
      words += inWord || space ? 0 : 1;
      inWord = !space;
    }
    return words;
  }
}
