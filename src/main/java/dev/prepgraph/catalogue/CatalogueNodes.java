package dev.prepgraph.catalogue;

import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.schema.Faq;
import dev.prepgraph.catalogue.schema.QuestionToAsk;
import dev.prepgraph.catalogue.schema.QuestionType;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.catalogue.schema.part.RoleFamily;
import dev.prepgraph.node.Node;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.node.NodeLoader;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Loads published objects for {@code node} and {@code nodes}, in the language of the request. */
class CatalogueNodes {

  @Produces
  @Singleton
  NodeLoader guides(GuideService guides) {
    return new NodeLoader(Kind.GUIDE.letter, ids -> guides.byIds(ids, null));
  }

  @Produces
  @Singleton
  NodeLoader questions(QuestionService questions) {
    return new NodeLoader(Kind.QUESTION.letter, ids -> questions.byIds(ids, null));
  }

  @Produces
  @Singleton
  NodeLoader criteria(CriterionService criteria) {
    return new NodeLoader(Kind.CRITERION.letter, ids -> byKey(criteria.bySlug(null).values(), ids));
  }

  @Produces
  @Singleton
  NodeLoader families(TaxonomyService taxonomy) {
    return new NodeLoader(RoleFamily.KIND, ids -> byKey(taxonomy.families(null), ids));
  }

  @Produces
  @Singleton
  NodeLoader questionTypes(TaxonomyService taxonomy) {
    return new NodeLoader(QuestionType.KIND, ids -> byKey(taxonomy.questionTypes(null), ids));
  }

  @Produces
  @Singleton
  NodeLoader faqs(GuideService guides) {
    return parts(Faq.KIND, guides, RoleGuide::faqs, Faq::slug);
  }

  @Produces
  @Singleton
  NodeLoader questionsToAsk(GuideService guides) {
    return parts(QuestionToAsk.KIND, guides, RoleGuide::questionsToAsk, QuestionToAsk::slug);
  }

  private static <T extends Node> NodeLoader parts(
      char kind,
      GuideService guides,
      Function<RoleGuide, List<T>> parts,
      Function<T, String> slug) {
    return new NodeLoader(
        kind,
        ids -> guides.byIds(ids, null),
        (guide, part) ->
            parts.apply((RoleGuide) guide).stream()
                .filter(entry -> slug.apply(entry).equals(part))
                .findFirst()
                .orElse(null));
  }

  private static <T extends Node> Map<UUID, T> byKey(Collection<T> objects, Collection<UUID> ids) {
    Map<UUID, T> found = new HashMap<>();
    for (T object : objects) {
      UUID key = NodeId.parse(object.id()).orElseThrow().key();
      if (ids.contains(key)) {
        found.put(key, object);
      }
    }
    return found;
  }
}
