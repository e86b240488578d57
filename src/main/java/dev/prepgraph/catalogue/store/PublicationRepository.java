package dev.prepgraph.catalogue.store;

import com.github.benmanes.caffeine.cache.AsyncCache;
import dev.prepgraph.catalogue.model.GuideDocument;
import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.model.Localization;
import dev.prepgraph.catalogue.model.PublishedGuide;
import dev.prepgraph.catalogue.model.PublishedQuestion;
import dev.prepgraph.catalogue.model.TaxonomyDocument;
import dev.prepgraph.catalogue.model.Weighted;
import dev.prepgraph.catalogue.schema.Seniority;
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

  /** A guide that contains a question. */
  @RegisterForReflection
  record Placement(UUID question, String guide) {}

  /** The family and seniority of guides that contain a question. */
  @RegisterForReflection
  record PlacedAmong(UUID question, String family, String seniority) {}

  /** What is shown of a guide where its document is not needed. */
  @RegisterForReflection
  record Head(
      UUID id,
      int revision,
      Instant publishedAt,
      String slug,
      Map<String, String> titles,
      String family,
      String seniority,
      List<Localization> localizations) {

    PublishedGuide guide() {
      GuideDocument document =
          GuideDocument.head(slug, titles, family, Seniority.valueOf(seniority));
      return new PublishedGuide(id, revision, publishedAt, document, localizations);
    }
  }

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

  private static final String CURRENT_GUIDES =
      """
      select g.id, g.revision, g.publishedAt, r.document, g.localizations
      from PublishedGuideEntity g
      join GuideRevisionEntity r on r.key.guideId = g.id and r.key.revision = g.revision where\s""";

  private static final String GUIDES_BY_SLUG = CURRENT_GUIDES + "in_array(:slugs, g.slug)";

  private static final String HEADS =
      """
      select g.id, g.revision, g.publishedAt, g.slug, g.titles, g.family, g.seniority, g.localizations
      from PublishedGuideEntity g where in_array(:ids, g.id)
      """;

  private static final String LAST_GUIDES =
      """
      select r.key.guideId, r.key.revision, p.publishedAt, r.document
      from GuideRevisionEntity r join PublicationEntity p on p.revision = r.publication
      where in_array(:ids, r.key.guideId) and r.key.revision = (
        select max(n.key.revision) from GuideRevisionEntity n where n.key.guideId = r.key.guideId)
      """;

  private static final String QUESTION =
      "q.id, q.revision, q.publishedAt, r.document, q.localizations";

  private static final String CURRENT_QUESTIONS =
      """
      \sfrom PublishedQuestionEntity q
      join QuestionRevisionEntity r on r.key.questionId = q.id and r.key.revision = q.revision
      """;

  private static final String QUESTIONS =
      "select " + QUESTION + CURRENT_QUESTIONS + "where in_array(:ids, q.id)";

  private static final String LAST_QUESTIONS =
      """
      select r.key.questionId, r.key.revision, p.publishedAt, r.document
      from QuestionRevisionEntity r join PublicationEntity p on p.revision = r.publication
      where in_array(:ids, r.key.questionId) and r.key.revision = (
        select max(n.key.revision) from QuestionRevisionEntity n where n.key.questionId = r.key.questionId)
      """;

  private static final String QUESTIONS_OF_GUIDES =
      "select gq.key.guideId, new "
          + PublishedQuestion.class.getName()
          + "("
          + QUESTION
          + ")"
          + CURRENT_QUESTIONS
          + """
          join GuideQuestionEntity gq on gq.questionId = q.id
          where in_array(:ids, gq.key.guideId) order by gq.key.guideId, gq.key.position
          """;

  private static final String GUIDES_OF_QUESTIONS =
      """
      select q.id, c.slug
      from PublishedQuestionEntity q
      join lateral (
        select g.slug as slug from GuideQuestionEntity i join PublishedGuideEntity g on g.id = i.key.guideId
        where i.questionId = q.id order by g.slug limit 100) c on true
      where in_array(:ids, q.id) order by q.id, c.slug
      """;

  private static final String KINDS_OF_GUIDES_OF_QUESTIONS =
      """
      select distinct i.questionId, g.family, g.seniority
      from GuideQuestionEntity i join PublishedGuideEntity g on g.id = i.key.guideId
      where in_array(:ids, i.questionId) and (:all = true or in_array(:guides, g.slug))
      """;

  private static final String INDEX =
      "select g.id, g.slug, g.family, g.seniority, g.criteria from PublishedGuideEntity g order by g.slug";

  static {
    Hql.learn(
        LATEST,
        INDEX,
        GUIDES_BY_SLUG,
        HEADS,
        LAST_GUIDES,
        QUESTIONS,
        LAST_QUESTIONS,
        QUESTIONS_OF_GUIDES,
        GUIDES_OF_QUESTIONS,
        KINDS_OF_GUIDES_OF_QUESTIONS);
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

  private <T> List<T> among(Class<T> row, String hql, Collection<UUID> ids) {
    return database.list(row, hql, Map.of("ids", ids.toArray(UUID[]::new)));
  }

  /** All published guides, in the order of their slugs. */
  GuideIndex index() {
    return new GuideIndex(database.list(GuideIndex.Entry.class, INDEX, Map.of()));
  }

  List<PublishedGuide> guides(Collection<UUID> ids) {
    return among(PublishedGuide.class, CURRENT_GUIDES + "in_array(:ids, g.id)", ids);
  }

  /** Guides with {@linkplain GuideDocument#head heads} in place of their documents. */
  List<PublishedGuide> guideHeads(Collection<UUID> ids) {
    return among(Head.class, HEADS, ids).stream().map(Head::guide).toList();
  }

  List<PublishedGuide> guidesBySlug(Collection<String> slugs) {
    return database.list(
        PublishedGuide.class, GUIDES_BY_SLUG, Map.of("slugs", slugs.toArray(String[]::new)));
  }

  /** The last revisions of guides, from the primary: users may refer to retired ones. */
  List<PublishedGuide> lastGuides(Collection<UUID> ids) {
    return database.newest(
        PublishedGuide.class, LAST_GUIDES, Map.of("ids", ids.toArray(UUID[]::new)));
  }

  List<PublishedQuestion> questions(Collection<UUID> ids) {
    return among(PublishedQuestion.class, QUESTIONS, ids);
  }

  /** The last revisions of questions, from the primary: users may refer to retired ones. */
  List<PublishedQuestion> lastQuestions(Collection<UUID> ids) {
    return database.newest(
        PublishedQuestion.class, LAST_QUESTIONS, Map.of("ids", ids.toArray(UUID[]::new)));
  }

  /** The questions of guides, in the order of each guide. */
  List<Placed> questionsOfGuides(Collection<UUID> ids) {
    return among(Placed.class, QUESTIONS_OF_GUIDES, ids);
  }

  /** The guides that contain questions, sorted by slug, at most 100 a question. */
  List<Placement> guidesOfQuestions(Collection<UUID> ids) {
    return among(Placement.class, GUIDES_OF_QUESTIONS, ids);
  }

  /**
   * The families and seniorities of the guides that contain questions.
   *
   * @param guides slugs of the guides that count; null for all
   */
  List<PlacedAmong> kindsOfGuidesOfQuestions(Collection<UUID> ids, Collection<String> guides) {
    return database.list(
        PlacedAmong.class,
        KINDS_OF_GUIDES_OF_QUESTIONS,
        Map.of(
            "ids",
            ids.toArray(UUID[]::new),
            "all",
            guides == null,
            "guides",
            guides == null ? new String[0] : guides.toArray(String[]::new)));
  }

  /** The published guides or questions with these slugs. */
  Map<String, Slug> slugs(Kind kind, Collection<String> slugs) {
    String entity = kind == Kind.GUIDE ? "PublishedGuideEntity" : "PublishedQuestionEntity";
    return database
        .list(
            Slug.class,
            "select o.slug, o.id from " + entity + " o where in_array(:slugs, o.slug)",
            Map.of("slugs", slugs.toArray(String[]::new)))
        .stream()
        .collect(Collectors.toMap(Slug::slug, Function.identity()));
  }
}
