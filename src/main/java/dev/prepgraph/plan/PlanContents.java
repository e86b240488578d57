package dev.prepgraph.plan;

import dev.prepgraph.catalogue.GuideService;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.common.ByLocale;
import dev.prepgraph.plan.schema.PlanItem;
import dev.prepgraph.plan.schema.PlanItemKind;
import dev.prepgraph.plan.schema.PrepPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

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
    return ByLocale.load(
        plans, plan -> plan.stored().guide(), PrepPlan::locale, guides::everPublished);
  }

  /** The question of each item; null where it is about none. */
  List<Question> questions(List<PlanItem> items) {
    return ByLocale.load(items, PlanItem::questionKey, PlanItem::locale, questions::everPublished);
  }

  List<String> titles(List<PlanItem> items) {
    List<Question> asked = questions(items);
    List<RoleGuide> read =
        ByLocale.load(
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
}
