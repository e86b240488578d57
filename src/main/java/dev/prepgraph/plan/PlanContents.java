package dev.prepgraph.plan;

import dev.prepgraph.catalogue.GuideService;
import dev.prepgraph.catalogue.Question;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.catalogue.RoleGuide;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What plans and their items are about, loaded at once. */
@ApplicationScoped
class PlanContents {

  private final GuideService guides;
  private final QuestionService questions;

  PlanContents(GuideService guides, QuestionService questions) {
    this.guides = guides;
    this.questions = questions;
  }

  List<RoleGuide> guides(List<PrepPlan> plans) {
    return load(plans, plan -> plan.stored().guide(), PrepPlan::locale, guides::everPublished);
  }

  /** The question of each item; null where it is about none. */
  List<Question> questions(List<PlanItem> items) {
    return load(items, PlanItem::questionKey, PlanItem::locale, questions::everPublished);
  }

  List<String> titles(List<PlanItem> items) {
    List<Question> asked = questions(items);
    List<RoleGuide> read =
        load(
            items,
            item -> item.kind() == PlanItemKind.READ ? item.guideKey() : null,
            PlanItem::locale,
            guides::everPublished);
    List<String> titles = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      titles.add(
          switch (items.get(i).kind()) {
            case LEARN, REVIEW -> asked.get(i).prompt();
            case READ -> read.get(i).title();
            case CUSTOM -> items.get(i).ownTitle();
          });
    }
    return titles;
  }

  /** What each source is about, in one call for each language. */
  private static <S, T> List<T> load(
      List<S> sources,
      Function<S, UUID> key,
      Function<S, String> localeOrNull,
      BiFunction<Set<UUID>, String, Map<UUID, T>> loader) {
    Function<S, String> locale = source -> String.valueOf(localeOrNull.apply(source));
    Map<String, Map<UUID, T>> found = new HashMap<>();
    sources.stream()
        .collect(Collectors.groupingBy(locale))
        .forEach(
            (name, group) -> {
              Set<UUID> keys =
                  group.stream().map(key).filter(Objects::nonNull).collect(Collectors.toSet());
              found.put(name, loader.apply(keys, localeOrNull.apply(group.get(0))));
            });
    List<T> loaded = new ArrayList<>(sources.size());
    sources.forEach(source -> loaded.add(found.get(locale.apply(source)).get(key.apply(source))));
    return loaded;
  }
}
