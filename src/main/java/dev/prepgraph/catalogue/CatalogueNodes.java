package dev.prepgraph.catalogue;

import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.schema.Criterion;
import dev.prepgraph.catalogue.schema.Faq;
import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.catalogue.schema.QuestionToAsk;
import dev.prepgraph.catalogue.schema.QuestionType;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.catalogue.schema.part.RoleFamily;
import dev.prepgraph.catalogue.store.PublishedCatalogue;
import dev.prepgraph.node.EntityKind;
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
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Loads published objects by id and finds them by slug, in the language of the request. */
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

  @Produces
  @Singleton
  EntityKind guideEntities(PublishedCatalogue catalogue) {
    return published(RoleGuide.class, Kind.GUIDE, catalogue);
  }

  @Produces
  @Singleton
  EntityKind questionEntities(PublishedCatalogue catalogue) {
    return published(Question.class, Kind.QUESTION, catalogue);
  }

  @Produces
  @Singleton
  EntityKind criterionEntities(CriterionService criteria) {
    return shared(
        Criterion.class,
        Kind.CRITERION.letter,
        () -> criteria.bySlug(null).values(),
        Criterion::slug);
  }

  @Produces
  @Singleton
  EntityKind familyEntities(TaxonomyService taxonomy) {
    return shared(
        RoleFamily.class, RoleFamily.KIND, () -> taxonomy.families(null), RoleFamily::slug);
  }

  @Produces
  @Singleton
  EntityKind questionTypeEntities(TaxonomyService taxonomy) {
    return shared(
        QuestionType.class,
        QuestionType.KIND,
        () -> taxonomy.questionTypes(null),
        QuestionType::slug);
  }

  private static EntityKind published(Class<?> type, Kind kind, PublishedCatalogue catalogue) {
    return new EntityKind(type.getSimpleName(), kind.letter, slugs -> catalogue.ids(kind, slugs));
  }

  private static <T extends Node> EntityKind shared(
      Class<T> type, char kind, Supplier<Collection<T>> all, Function<T, String> slug) {
    return new EntityKind(
        type.getSimpleName(),
        kind,
        slugs ->
            all.get().stream()
                .filter(object -> slugs.contains(slug.apply(object)))
                .collect(Collectors.toMap(slug, CatalogueNodes::key)));
  }

  private static UUID key(Node object) {
    return NodeId.parse(object.id()).orElseThrow().key();
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
      UUID key = key(object);
      if (ids.contains(key)) {
        found.put(key, object);
      }
    }
    return found;
  }
}
