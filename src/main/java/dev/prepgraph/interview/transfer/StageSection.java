package dev.prepgraph.interview.transfer;

import dev.prepgraph.interview.InterviewConfig;
import dev.prepgraph.interview.StageRepository;
import dev.prepgraph.viewer.transfer.Batch;
import dev.prepgraph.viewer.transfer.Section;
import dev.prepgraph.viewer.transfer.SkipReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/** The stages of the user's interviews. */
@ApplicationScoped
class StageSection implements Section<StageEntry> {

  private final StageRepository repository;
  private final InterviewConfig config;

  StageSection(StageRepository repository, InterviewConfig config) {
    this.repository = repository;
    this.config = config;
  }

  @Override
  public String name() {
    return "interviewStages";
  }

  @Override
  public Class<StageEntry> type() {
    return StageEntry.class;
  }

  @Override
  public List<Limit> limits() {
    return List.of(limit(config));
  }

  static Limit limit(InterviewConfig config) {
    return new Limit(
        "select count(*) from interview.stage where account_id = viewer.account_id()",
        config.stagesPerUser(),
        "A user has at most " + config.stagesPerUser() + " stages");
  }

  @Override
  public Stream<StageEntry> entries(StatelessSession session) {
    return repository.all(session).stream()
        .map(stage -> new StageEntry(stage.name(), stage.closed()));
  }

  @Override
  public void restore(StatelessSession session, Batch<StageEntry> batch) {
    List<String> added =
        new ArrayList<>(
            repository.add(
                session,
                batch
                    .entries()
                    .map(stage -> new StageRepository.New(stage.name(), stage.closed()))
                    .toList()));
    for (var item : batch) {
      if (!added.remove(item.entry().name())) {
        item.skip(SkipReason.EXISTS);
      }
    }
  }
}
