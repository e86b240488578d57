package dev.prepgraph.catalogue.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.github.benmanes.caffeine.cache.AsyncCache;
import dev.prepgraph.catalogue.model.GuideBatch;
import dev.prepgraph.catalogue.model.GuideDocument;
import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.model.PublishedGuide;
import dev.prepgraph.catalogue.model.PublishedQuestion;
import dev.prepgraph.catalogue.model.QuestionDocument;
import dev.prepgraph.catalogue.model.TaxonomyDocument;
import dev.prepgraph.catalogue.model.Weighted;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reads what is published: always a fixed number of statements, however many objects are asked for
 * at once.
 */
@ApplicationScoped
public class PublicationRepository {

  private static final String QUESTION =
      """
      select q.id, q.revision, r.document,
        array(select g.id || ' ' || g.slug from catalogue.guide_question gq
          join catalogue.guide g on g.id = gq.guide_id
          where gq.question_id = q.id order by g.slug limit 100) as guides
      """;

  /**
   * What {@link #guide} reads, of a revision {@code r} of a guide and its publication {@code p}.
   */
  private static final String GUIDE =
      """
      select r.guide_id, r.revision, p.published_at, r.document,
        array(select o.id from json_array_elements_text(r.document -> 'relatedGuides')
          with ordinality as related (slug, position)
          join catalogue.guide o on o.slug = related.slug order by related.position) as related,
        (select count(*) from catalogue.guide_question gq where gq.guide_id = r.guide_id) as questions
      """;

  private static final String LATEST =
      """
      select p.revision, p.published_at, p.locales, t.document,
        (select count(*) from catalogue.guide) as guides, (select count(*) from catalogue.question) as questions
      from catalogue.publication p
      cross join lateral (
        select document from catalogue.taxonomy_revision where publication <= p.revision
        order by publication desc limit 1) t
      order by p.revision desc limit 1
      """;

  /** How long a question's texts are taken to be before they are read. */
  private static final int QUESTION_CHARACTERS = 4_000;

  private final CatalogueDatabase database;
  private final ObjectReader guides;
  private final ObjectReader questions;
  private final ObjectReader taxonomies;

  public PublicationRepository(CatalogueDatabase database, ObjectMapper mapper) {
    this.database = database;
    this.guides = mapper.readerFor(GuideDocument.class);
    this.questions = mapper.readerFor(QuestionDocument.class);
    this.taxonomies = mapper.readerFor(TaxonomyDocument.class);
  }

  /**
   * What the newest publication is about; revision 0 and no taxonomy before the first.
   *
   * @param cache is empty, and for what will be read of it
   */
  public Snapshot snapshot(AsyncCache<Object, Weighted> cache) {
    List<Object[]> rows = database.newest(LATEST, Map.of());
    if (rows.isEmpty()) {
      return new Snapshot(
          0,
          null,
          List.of(Languages.DEFAULT),
          new TaxonomyDocument(List.of(), List.of()),
          Map.of(Kind.GUIDE, 0, Kind.QUESTION, 0),
          cache);
    }
    Object[] row = rows.get(0);
    return new Snapshot(
        (int) row[0],
        (Instant) row[1],
        List.of((String[]) row[2]),
        parse(taxonomies, row[3]),
        Map.of(
            Kind.GUIDE, ((Number) row[4]).intValue(), Kind.QUESTION, ((Number) row[5]).intValue()),
        cache);
  }

  /** Loads guides, in one statement; their questions follow in one more for all of them. */
  Map<UUID, PublishedGuide> guides(Collection<UUID> ids) {
    GuideBatch batch = new GuideBatch(this::questionsOfGuides);
    Map<UUID, PublishedGuide> found = new HashMap<>();
    for (Object[] row :
        database.rows(
            GUIDE
                + """
                        from catalogue.guide g
                        join catalogue.guide_revision r on r.guide_id = g.id and r.revision = g.revision
                        join catalogue.publication p on p.revision = r.publication
                        where g.id = any(:ids)
                        """,
            Map.of("ids", ids.toArray(UUID[]::new)))) {
      PublishedGuide guide = guide(row, batch);
      batch.add(guide);
      found.put(guide.id(), guide);
    }
    return found;
  }

  /**
   * Loads the last revisions of guides that are no longer published, or not known here yet, in one
   * statement on the primary, which has whatever users may have kept. Which questions they had is
   * not kept.
   */
  Map<UUID, PublishedGuide> retiredGuides(Collection<UUID> ids) {
    Map<UUID, PublishedGuide> found = new HashMap<>();
    for (Object[] row :
        database.newest(
            GUIDE
                + """
                        from (select distinct on (guide_id) * from catalogue.guide_revision
                          where guide_id = any(:ids) order by guide_id, revision desc) r
                        join catalogue.publication p on p.revision = r.publication
                        """,
            Map.of("ids", ids.toArray(UUID[]::new)))) {
      PublishedGuide guide = guide(row, null);
      guide.found(List.of());
      found.put(guide.id(), guide);
    }
    return found;
  }

  private Map<UUID, List<PublishedQuestion>> questionsOfGuides(List<UUID> ids) {
    Map<UUID, List<PublishedQuestion>> questionsByGuide = new HashMap<>();
    for (Object[] row :
        database.rows(
            QUESTION
                + """
                        , of.guide_id from catalogue.guide_question of
                        join catalogue.question q on q.id = of.question_id
                        join catalogue.question_revision r on r.question_id = q.id and r.revision = q.revision
                        where of.guide_id = any(:ids) order by of.guide_id, of.position
                        """,
            Map.of("ids", ids.toArray(UUID[]::new)))) {
      questionsByGuide.computeIfAbsent((UUID) row[4], id -> new ArrayList<>()).add(question(row));
    }
    return questionsByGuide;
  }

  /** Loads questions, in one statement. */
  Map<UUID, PublishedQuestion> questions(Collection<UUID> ids) {
    Map<UUID, PublishedQuestion> found = new HashMap<>();
    for (Object[] row :
        database.rows(
            QUESTION
                + """
                        from catalogue.question q
                        join catalogue.question_revision r on r.question_id = q.id and r.revision = q.revision
                        where q.id = any(:ids)
                        """,
            Map.of("ids", ids.toArray(UUID[]::new)))) {
      PublishedQuestion question = question(row);
      found.put(question.id(), question);
    }
    return found;
  }

  /**
   * Loads the last revisions of questions that are no longer published, or not known here yet, in
   * one statement on the primary.
   */
  Map<UUID, PublishedQuestion> retiredQuestions(Collection<UUID> ids) {
    Map<UUID, PublishedQuestion> found = new HashMap<>();
    for (Object[] row :
        database.newest(
            """
                    select distinct on (question_id) question_id, revision, document, cast('{}' as text[])
                    from catalogue.question_revision where question_id = any(:ids)
                    order by question_id, revision desc
                    """,
            Map.of("ids", ids.toArray(UUID[]::new)))) {
      PublishedQuestion question = question(row);
      found.put(question.id(), question);
    }
    return found;
  }

  /** The ids of published guides or questions by slug, in one statement. */
  Map<String, UUID> ids(Kind kind, Collection<String> slugs) {
    Map<String, UUID> found = new LinkedHashMap<>();
    for (Object[] row :
        database.rows(
            "select slug, id from " + kind.table + " where slug = any(:slugs)",
            Map.of("slugs", slugs.toArray(String[]::new)))) {
      found.put((String) row[0], (UUID) row[1]);
    }
    return found;
  }

  private PublishedGuide guide(Object[] row, GuideBatch batch) {
    String document = (String) row[3];
    int questions = ((Number) row[5]).intValue();
    return new PublishedGuide(
        (UUID) row[0],
        (int) row[1],
        (Instant) row[2],
        parse(guides, document),
        List.of((UUID[]) row[4]),
        document.length() + questions * QUESTION_CHARACTERS,
        batch);
  }

  private PublishedQuestion question(Object[] row) {
    List<PublishedQuestion.GuideRef> in = new ArrayList<>();
    for (String guide : (String[]) row[3]) {
      int space = guide.indexOf(' ');
      in.add(
          new PublishedQuestion.GuideRef(
              UUID.fromString(guide.substring(0, space)), guide.substring(space + 1)));
    }
    String document = (String) row[2];
    return new PublishedQuestion(
        (UUID) row[0],
        (int) row[1],
        parse(questions, document),
        List.copyOf(in),
        document.length());
  }

  private static <T> T parse(ObjectReader reader, Object document) {
    try {
      return reader.readValue((String) document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A published document cannot be read", e);
    }
  }
}
