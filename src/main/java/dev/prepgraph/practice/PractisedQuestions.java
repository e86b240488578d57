package dev.prepgraph.practice;

import dev.prepgraph.catalogue.Question;
import dev.prepgraph.catalogue.QuestionService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The questions that objects of this feature are about. */
@ApplicationScoped
class PractisedQuestions {

  private final QuestionService questions;

  PractisedQuestions(QuestionService questions) {
    this.questions = questions;
  }

  /** The question of each, loaded at once for each language. */
  <T> List<Question> of(List<T> sources, Function<T, UUID> key, Function<T, String> localeOrNull) {
    Function<T, String> locale = source -> String.valueOf(localeOrNull.apply(source));
    Map<String, Map<UUID, Question>> found = new HashMap<>();
    sources.stream()
        .collect(Collectors.groupingBy(locale))
        .forEach(
            (name, group) -> {
              Set<UUID> keys = group.stream().map(key).collect(Collectors.toSet());
              found.put(name, questions.everPublished(keys, localeOrNull.apply(group.get(0))));
            });
    return sources.stream()
        .map(source -> found.get(locale.apply(source)).get(key.apply(source)))
        .toList();
  }
}
