package dev.prepgraph.catalogue.store;

import com.github.benmanes.caffeine.cache.AsyncCache;
import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.model.PublishedGuide;
import dev.prepgraph.catalogue.model.PublishedQuestion;
import dev.prepgraph.catalogue.model.TaxonomyDocument;
import dev.prepgraph.catalogue.model.Weighted;
import dev.prepgraph.common.Hql;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads published documents, each method in one statement for any number of objects. */
@ApplicationScoped
public class PublicationRepository {

  /** The current publication. */
  @RegisterForReflection
  record Latest(
      int revision,
      Instant publishedAt,
      String[] locales,
      String[] formerLocales,
      TaxonomyDocument taxonomy,
      long guides,
      long questions) {}

  /** A question of a guide. */
  @RegisterForReflection
  record Placed(UUID guide, PublishedQuestion question) {}

  /** A slug with the key of its guide or question; null for an unknown slug. */
  @RegisterForReflection
  record Slug(String slug, UUID id) implements Weighted {
    @Override
    public int weight() {
      return 300;
    }
  }

  private static final Latest NONE =
      new Latest(
          0, null, new String[] {Languages.DEFAULT}, new String[0], TaxonomyDocument.EMPTY, 0, 0);

  private static final String LATEST =
      """
      select p.revision, p.publishedAt, p.locales, p.formerLocales, t.document,
        (select count(*) from PublishedGuideEntity), (select count(*) from PublishedQuestionEntity)
      from PublicationEntity p
      join TaxonomyRevisionEntity t on t.publication = (
        select max(l.publication) from TaxonomyRevisionEntity l where l.publication <= p.revision)
      where p.revision = (select max(n.revision) from PublicationEntity n)
      """;

  private static final String GUIDES =
      """
      select r.key.guideId, r.key.revision, p.publishedAt, r.document, %slength(cast(r.document as String))
      from GuideRevisionEntity r join PublicationEntity p on p.revision = r.publication\s""";

  private static final String CURRENT_GUIDES =
      GUIDES.formatted("g.localizations, ")
          + "join PublishedGuideEntity g on g.id = r.key.guideId and g.revision = r.key.revision where ";

  private static final String LAST_GUIDES =
      GUIDES.formatted("")
          + """
          where r.key.guideId in :ids and r.key.revision = (
            select max(n.key.revision) from GuideRevisionEntity n where n.key.guideId = r.key.guideId)
          """;

  private static final String QUESTION =
      """
      r.key.questionId, r.key.revision, p.publishedAt, r.document, %s
      (select array_agg(c.slug) within group (order by c.slug) from QuestionRevisionEntity x
        join lateral (
          select g.slug as slug from GuideQuestionEntity i join PublishedGuideEntity g on g.id = i.key.guideId
          where i.questionId = x.key.questionId order by g.slug limit 100) c on true
        where x.key = r.key),
      length(cast(r.document as String))
      """;

  private static final String CURRENT_QUESTION = QUESTION.formatted("q.localizations,");

  private static final String CURRENT_QUESTIONS =
      """
      from PublishedQuestionEntity q
      join QuestionRevisionEntity r on r.key.questionId = q.id and r.key.revision = q.revision
      join PublicationEntity p on p.revision = r.publication
      """;

  private static final String LAST_QUESTIONS =
      """
      from QuestionRevisionEntity r join PublicationEntity p on p.revision = r.publication
      where r.key.questionId in :ids and r.key.revision = (
        select max(n.key.revision) from QuestionRevisionEntity n where n.key.questionId = r.key.questionId)
      """;

  private static final String QUESTIONS_OF_GUIDES =
      "select gq.key.guideId, new "
          + PublishedQuestion.class.getName()
          + "("
          + CURRENT_QUESTION
          + ") "
          + CURRENT_QUESTIONS
          + """
          join GuideQuestionEntity gq on gq.questionId = q.id
          where gq.key.guideId in :ids order by gq.key.guideId, gq.key.position
          """;

  private static final String INDEX =
      "select g.id, g.slug, g.family, g.seniority, g.criteria from PublishedGuideEntity g order by g.slug";

  static {
    Hql.learn(
        LATEST,
        INDEX,
        CURRENT_GUIDES + "g.slug in :slugs",
        LAST_GUIDES,
        "select " + CURRENT_QUESTION + CURRENT_QUESTIONS + "where q.id in :ids",
        "select " + QUESTION.formatted("") + LAST_QUESTIONS,
        QUESTIONS_OF_GUIDES);
  }

  private final CatalogueDatabase database;

  public PublicationRepository(CatalogueDatabase database) {
    this.database = database;
  }

  /** Reads the newest publication, or an empty catalogue of revision 0 before the first. */
  public Snapshot snapshot(AsyncCache<Object, Weighted> cache) {
    Latest latest =
        database.newest(Latest.class, LATEST, Map.of()).stream().findFirst().orElse(NONE);
    return new Snapshot(
        latest.revision(),
        latest.publishedAt(),
        List.of(latest.locales()),
        List.of(latest.formerLocales()),
        new Taxonomy(latest.taxonomy()),
        Map.of(
            Kind.GUIDE, Math.toIntExact(latest.guides()),
            Kind.QUESTION, Math.toIntExact(latest.questions())),
        cache);
  }

  /** All published guides, in the order of their slugs. */
  GuideIndex index() {
    return new GuideIndex(database.list(GuideIndex.Entry.class, INDEX, Map.of()));
  }

  List<PublishedGuide> guides(Collection<UUID> ids) {
    return database.list(PublishedGuide.class, CURRENT_GUIDES + "g.id in :ids", Map.of("ids", ids));
  }

  List<PublishedGuide> guidesBySlug(Collection<String> slugs) {
    return database.list(
        PublishedGuide.class, CURRENT_GUIDES + "g.slug in :slugs", Map.of("slugs", slugs));
  }

  /** The last revisions of guides, from the primary: users may refer to retired ones. */
  List<PublishedGuide> lastGuides(Collection<UUID> ids) {
    return database.newest(PublishedGuide.class, LAST_GUIDES, Map.of("ids", ids));
  }

  List<PublishedQuestion> questions(Collection<UUID> ids) {
    return database.list(
        PublishedQuestion.class,
        "select " + CURRENT_QUESTION + CURRENT_QUESTIONS + "where q.id in :ids",
        Map.of("ids", ids));
  }

  /** The last revisions of questions, from the primary: users may refer to retired ones. */
  List<PublishedQuestion> lastQuestions(Collection<UUID> ids) {
    return database.newest(
        PublishedQuestion.class,
        "select " + QUESTION.formatted("") + LAST_QUESTIONS,
        Map.of("ids", ids));
  }

  /** The questions of guides, in the order of each guide. */
  List<Placed> questionsOfGuides(Collection<UUID> ids) {
    return database.list(Placed.class, QUESTIONS_OF_GUIDES, Map.of("ids", ids));
  }

  /** The published guides or questions with these slugs. */
  Map<String, Slug> slugs(Kind kind, Collection<String> slugs) {
    String entity = kind == Kind.GUIDE ? "PublishedGuideEntity" : "PublishedQuestionEntity";
    return database
        .list(
            Slug.class,
            "select o.slug, o.id from " + entity + " o where o.slug in :slugs",
            Map.of("slugs", slugs))
        .stream()
        .collect(Collectors.toMap(Slug::slug, Function.identity()));
  }
}
