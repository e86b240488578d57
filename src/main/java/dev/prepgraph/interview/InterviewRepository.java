package dev.prepgraph.interview;

import dev.prepgraph.common.error.OptimisticLock;
import dev.prepgraph.interview.model.InterviewDetails;
import dev.prepgraph.interview.model.InterviewEntity;
import dev.prepgraph.interview.model.StageChangeEntity;
import dev.prepgraph.interview.schema.StageChange;
import dev.prepgraph.interview.schema.listing.InterviewFilter;
import dev.prepgraph.interview.schema.listing.InterviewOrder;
import dev.prepgraph.interview.schema.stage.InterviewStage;
import dev.prepgraph.paging.KeysetPages;
import dev.prepgraph.paging.KeysetQuery;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Interviews with their histories, of the transaction's account. */
@ApplicationScoped
class InterviewRepository implements PanacheRepositoryBase<InterviewEntity, UUID> {

  @RegisterForReflection
  record StoredInterview(
      UUID id,
      InterviewDetails details,
      InterviewStage stage,
      int version,
      Instant createdAt,
      Instant changedAt) {}

  @RegisterForReflection
  record Move(UUID interview, InterviewStage stage, Instant enteredAt) {

    StageChange change() {
      return new StageChange(stage, enteredAt);
    }
  }

  private static final String COMPONENTS =
      "i.id, i.details, " + StageRepository.STAGE + ", i.version, i.createdAt, i.changedAt";

  private static final String FROM =
      "from InterviewEntity i join " + StageRepository.STAGES + " on s.id = i.stageId where ";

  private static final String SELECT = "select " + COMPONENTS + " " + FROM;

  /** A move with an earlier time than the moves before it overrides their times. */
  private static final String HISTORIES =
      "select c.key.interviewId, "
          + StageRepository.STAGE
          + """
          , min(c.enteredAt) over (partition by c.key.interviewId order by c.key.number
              rows between current row and unbounded following)
          from StageChangeEntity c join\s"""
          + StageRepository.STAGES
          + """
          on s.id = c.stageId where in_array(:interviews, c.key.interviewId)
          order by c.key.interviewId, c.key.number
          """;

  private static final String OF_GUIDES =
      """
      i.id in (select ranked.id from (
        select g.id as id, row_number() over (partition by g.details.guideId order by g.createdAt desc, g.id desc) as place
        from InterviewEntity g where in_array(:guides, g.details.guideId)) ranked
      where ranked.place <= :most)
      order by i.createdAt desc, i.id desc
      """;

  private final KeysetPages pages;

  InterviewRepository(KeysetPages pages) {
    this.pages = pages;
  }

  boolean guideIsPublished(UUID guide) {
    return !find("select g.id from PublishedGuideEntity g where g.id = :id", Map.of("id", guide))
        .project(UUID.class)
        .list()
        .isEmpty();
  }

  /** Flushes changes of interviews; rejects outdated versions as a CONFLICT. */
  void writeChanges() {
    try {
      flush();
    } catch (OptimisticLockException e) {
      throw OptimisticLock.conflict("input", "expectedVersion");
    }
  }

  List<StoredInterview> byIds(Collection<UUID> ids) {
    return find(SELECT + "in_array(:ids, i.id)", Map.of("ids", ids.toArray(UUID[]::new)))
        .project(StoredInterview.class)
        .list();
  }

  /** The newest interviews of each guide, the newest first. */
  List<StoredInterview> ofGuides(Collection<UUID> guides, int most) {
    return find(
            SELECT + OF_GUIDES, Map.of("guides", guides.toArray(UUID[]::new), "most", (long) most))
        .project(StoredInterview.class)
        .list();
  }

  /** The ids of the interviews that refer to a plan. */
  List<UUID> ofPlan(UUID plan) {
    return find("select i.id from InterviewEntity i where i.details.planId = ?1", plan)
        .project(UUID.class)
        .list();
  }

  /** Scheduled interviews, the earliest first. */
  List<StoredInterview> scheduled(Instant since) {
    return find(
            SELECT + "i.details.scheduledAt >= :since order by i.details.scheduledAt, i.id",
            Map.of("since", since))
        .project(StoredInterview.class)
        .list();
  }

  /**
   * A page of interviews.
   *
   * @param stages the stages of the filter, or null
   */
  Page<StoredInterview> page(
      String scope,
      InterviewFilter filter,
      List<UUID> stages,
      InterviewOrder order,
      PageRequest request) {
    return pages.read(
        scope,
        new KeysetQuery<>(
                StoredInterview.class, COMPONENTS, FROM + "true", InterviewKeyset.of(order))
            .where("i.stageId in :stages", "stages", stages)
            .where("s.closed = :closed", "closed", filter.closed())
            .where("i.scheduledOn >= :from", "from", filter.from())
            .where("i.scheduledOn <= :to", "to", filter.to())
            .where(
                "i.details.guideId in (select g.id from PublishedGuideEntity g where g.slug in :guides)",
                "guides",
                filter.guides()),
        request);
  }

  StageChangeEntity lastMove(UUID interview) {
    return getSession()
        .createSelectionQuery(
            "from StageChangeEntity where key.interviewId = :interview order by key.number desc limit 1",
            StageChangeEntity.class)
        .setParameter("interview", interview)
        .getSingleResult();
  }

  void persist(StageChangeEntity move) {
    getSession().persist(move);
  }

  /** The histories by interview, in order of the moves. */
  Map<UUID, List<StageChange>> histories(Collection<UUID> interviews) {
    return find(HISTORIES, Map.of("interviews", interviews.toArray(UUID[]::new)))
        .project(Move.class)
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Move::interview, Collectors.mapping(Move::change, Collectors.toList())));
  }
}
