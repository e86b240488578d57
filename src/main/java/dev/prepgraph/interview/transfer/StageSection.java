package dev.prepgraph.interview.transfer;

import dev.prepgraph.account.schema.SkipReason;
import dev.prepgraph.account.transfer.Batch;
import dev.prepgraph.account.transfer.Section;
import dev.prepgraph.common.Text;
import dev.prepgraph.interview.StageRepository;
import dev.prepgraph.interview.StageService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/** The stages of the user's interviews. */
@ApplicationScoped
class StageSection implements Section<StageEntry> {

  private final StageRepository repository;
  private final StageService stages;

  StageSection(StageRepository repository, StageService stages) {
    this.repository = repository;
    this.stages = stages;
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
    return List.of(); // their service knows them
  }

  @Override
  public Stream<StageEntry> entries(StatelessSession session) {
    return repository.all(session).stream()
        .map(stage -> new StageEntry(stage.name(), stage.closed()));
  }

  @Override
  public void restore(StatelessSession session, Batch<StageEntry> batch) {
    Set<String> known = new HashSet<>();
    repository.all(session).forEach(stage -> known.add(Text.nameKey(stage.name())));
    for (var item : batch) {
      if (!known.add(Text.nameKey(item.entry().name()))) {
        item.skip(SkipReason.EXISTS);
      }
    }
    stages.addMissing(
        session,
        batch
            .entries()
            .map(stage -> new StageRepository.New(stage.name(), stage.closed()))
            .toList());
  }
}
