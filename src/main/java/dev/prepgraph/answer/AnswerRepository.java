package dev.prepgraph.answer;

import dev.prepgraph.answer.model.AnswerContent;
import dev.prepgraph.answer.model.AnswerRevisionEntity;
import dev.prepgraph.answer.model.SavedAnswerEntity;
import dev.prepgraph.answer.schema.SavedAnswerFilter;
import dev.prepgraph.answer.schema.SavedAnswerOrder;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.common.Hql;
import dev.prepgraph.paging.FilterList;
import dev.prepgraph.paging.Keyset;
import dev.prepgraph.paging.Keyset.Key;
import dev.prepgraph.paging.KeysetPages;
import dev.prepgraph.paging.KeysetQuery;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The saved answers of the account that the transaction acts for. */
@ApplicationScoped
class AnswerRepository implements PanacheRepositoryBase<SavedAnswerEntity, UUID> {

  /**
   * A saved answer with the content of its newest revision.
   *
   * @param stale whether the question changed since the last save
   */
  @RegisterForReflection
  record StoredAnswer(
      UUID id,
      UUID question,
      int version,
      AnswerContent content,
      boolean stale,
      Instant createdAt,
      Instant savedAt) {}

  /**
   * A revision of a saved answer.
   *
   * @param total the number of the answer's revisions
   * @param version null, like all that follows, where the page of the answer is empty
   */
  @RegisterForReflection
  record StoredRevision(
      UUID answer, long total, Integer version, AnswerContent content, Instant savedAt) {}

  /**
   * The state that a save of an answer depends on.
   *
   * @param questionRevision null for an unpublished question
   * @param answers the number of the user's answers
   * @param id of the saved answer; null before the first save, as all later components
   */
  @RegisterForReflection
  record Target(
      UUID question,
      Integer questionRevision,
      long answers,
      UUID id,
      Integer version,
      AnswerContent content,
      Instant createdAt,
      Instant savedAt) {

    /** Null before the first save. */
    StoredAnswer answer() {
      if (id == null) {
        return null;
      }
      boolean stale = questionRevision != null && questionRevision > content.questionRevision();
      return new StoredAnswer(id, question, version, content, stale, createdAt, savedAt);
    }
  }

  private static final String COMPONENTS =
      "a.id, a.questionId, a.version, r.content, coalesce(q.revision > r.content.questionRevision, false), a.createdAt, r.savedAt";

  private static final String FROM =
      """
      from SavedAnswerEntity a
      join AnswerRevisionEntity r on r.key.answerId = a.id and r.key.version = a.version
      left join PublishedQuestionEntity q on q.id = a.questionId
      where\s""";

  private static final String OF_GUIDE =
      """
      a.questionId in (select gq.questionId from GuideQuestionEntity gq
        join PublishedGuideEntity g on g.id = gq.key.guideId where\s""";

  private static final String TARGET =
      """
      select :question, q.revision,
        case when a.id is null then (select count(*) from SavedAnswerEntity) else 0L end, a.id, a.version, r.content, a.createdAt, r.savedAt
      from AccountEntity account
      left join PublishedQuestionEntity q on q.id = :question
      left join SavedAnswerEntity a on a.questionId = :question
      left join AnswerRevisionEntity r on r.key.answerId = a.id and r.key.version = a.version
      """;

  private static final String REVISIONS =
      """
      select a.id, (select count(*) from AnswerRevisionEntity c where c.key.answerId = a.id), r.version, r.content, r.savedAt
      from SavedAnswerEntity a
      left join lateral (
        select r.key.version as version, r.content as content, r.savedAt as savedAt
        from AnswerRevisionEntity r where r.key.answerId = a.id%s%s limit :limit) r on true
      where in_array(:answers, a.id)
      order by a.id, r.version %s
      """;

  private static final Keyset<StoredRevision> NEWEST_REVISION_FIRST =
      new Keyset<>(List.of(Key.number("r.key.version")), revision -> List.of(revision.version()));

  /** Upserts an answer and drops old revisions in one round trip, safe against concurrent saves. */
  private static final String SAVE =
      """
      with saved as (
        insert into answer.saved_answer as a (question_id, version) values (:question, 1)
        on conflict (account_id, question_id) do update set version = a.version + 1 where a.version = :expected
        returning id, version, created_at),
      revision as (
        insert into answer.answer_revision
          (answer_id, version, question_revision, status, body, situation, task, action, result)
        select id, version, :questionRevision, :status, :body, :situation, :task, :action, :result from saved
        returning saved_at),
      thinned as (
        delete from answer.answer_revision r using saved s
        where r.account_id = viewer.account_id() and r.answer_id = s.id and r.version <= s.version - :newest
          and (r.saved_at < catalogue.now() - make_interval(days => :days)
            or exists (select from answer.answer_revision n
              where n.account_id = r.account_id and n.answer_id = r.answer_id and n.version > r.version
                and date_trunc('day', n.saved_at, 'UTC') = date_trunc('day', r.saved_at, 'UTC'))))
      select s.id, s.version, s.created_at, r.saved_at,
        coalesce((select revision from catalogue.question where id = :question) > :questionRevision, false) as stale
      from saved s, revision r
      """;

  static {
    Hql.learn(TARGET, "select " + COMPONENTS + " " + FROM + "in_array(:keys, a.questionId)");
  }

  private final AnswerConfig config;
  private final KeysetPages pages;

  AnswerRepository(AnswerConfig config, KeysetPages pages) {
    this.config = config;
    this.pages = pages;
  }

  Target target(UUID question) {
    // Panache would search the text of the query with regular expressions at every save.
    return getSession()
        .createSelectionQuery(TARGET, Target.class)
        .setParameter("question", question)
        .getSingleResult();
  }

  /**
   * Adds a revision and drops the oldest ones.
   *
   * @param expected the current version; 0 before the first save
   * @return empty when the version is outdated
   */
  Optional<StoredAnswer> save(UUID question, int expected, AnswerContent content) {
    return getSession()
        .createNativeQuery(SAVE, Tuple.class)
        .addScalar("id", UUID.class)
        .addScalar("version", Integer.class)
        .addScalar("created_at", Instant.class)
        .addScalar("saved_at", Instant.class)
        .addScalar("stale", Boolean.class)
        .setParameter("question", question)
        .setParameter("expected", expected)
        .setParameter("newest", config.newestRevisions())
        .setParameter("days", config.dailyRevisions())
        .setParameter("questionRevision", content.questionRevision())
        .setParameter("status", content.status().name())
        .setParameter("body", content.body())
        .setParameter("situation", content.situation())
        .setParameter("task", content.task())
        .setParameter("action", content.action())
        .setParameter("result", content.result())
        .uniqueResultOptional()
        .map(
            row ->
                new StoredAnswer(
                    row.get("id", UUID.class),
                    question,
                    row.get("version", Integer.class),
                    content,
                    row.get("stale", Boolean.class),
                    row.get("created_at", Instant.class),
                    row.get("saved_at", Instant.class)));
  }

  List<StoredAnswer> byIds(Collection<UUID> ids) {
    return answers("in_array(:keys, a.id)", ids);
  }

  List<StoredAnswer> byQuestions(Collection<UUID> questions) {
    return answers("in_array(:keys, a.questionId)", questions);
  }

  private List<StoredAnswer> answers(String condition, Collection<UUID> keys) {
    return getSession()
        .createSelectionQuery("select " + COMPONENTS + " " + FROM + condition, StoredAnswer.class)
        .setParameter("keys", keys.toArray(UUID[]::new))
        .getResultList();
  }

  private static List<UUID> keys(List<String> questionIds) {
    return questionIds == null
        ? null
        : questionIds.stream().map(QuestionService::key).flatMap(Optional::stream).toList();
  }

  private static Keyset<StoredAnswer> keyset(SavedAnswerOrder order) {
    return switch (order.field()) {
      case CREATED_AT ->
          new Keyset<>(
              order.direction(),
              List.of(Key.time("a.createdAt"), Key.id("a.id")),
              answer -> List.of(answer.createdAt(), answer.id()));
      case UPDATED_AT ->
          new Keyset<>(
              order.direction(),
              List.of(Key.time("r.savedAt"), Key.id("a.id")),
              answer -> List.of(answer.savedAt(), answer.id()));
    };
  }

  Page<StoredAnswer> page(
      String scope, SavedAnswerFilter filter, SavedAnswerOrder order, PageRequest request) {
    return pages.read(
        scope,
        new KeysetQuery<>(StoredAnswer.class, COMPONENTS, FROM + "true", keyset(order))
            .where(OF_GUIDE + "g.slug = :guide)", "guide", filter.guide())
            .where(OF_GUIDE + "g.slug in :guides)", "guides", filter.guides())
            .where("a.questionId in :questions", "questions", keys(filter.questionIds()))
            .where(
                "r.content.status in :statuses",
                "statuses",
                FilterList.and(filter.status(), filter.statuses()))
            .where(
                "coalesce(q.revision > r.content.questionRevision, false) = :stale",
                "stale",
                filter.stale()),
        request);
  }

  /**
   * The same page of the revisions of several answers, the newest first, and one more of each.
   *
   * @param page with versions instead of cursors
   */
  List<StoredRevision> revisions(Collection<UUID> answers, PageRequest page) {
    Map<String, Object> parameters = new HashMap<>();
    String hql =
        REVISIONS.formatted(
            NEWEST_REVISION_FIRST.bounds(page, parameters),
            NEWEST_REVISION_FIRST.order(page),
            page.backward() ? "asc" : "desc");
    parameters.put("answers", answers.toArray(UUID[]::new));
    parameters.put("limit", page.size() + 1);
    return find(hql, parameters).project(StoredRevision.class).list();
  }

  /** Empty when the revision was dropped. */
  Optional<AnswerContent> content(UUID answer, int version) {
    return find(
            "select r.content from AnswerRevisionEntity r where r.key = :key",
            Map.of("key", new AnswerRevisionEntity.Key(answer, version)))
        .project(AnswerContent.class)
        .singleResultOptional();
  }
}
