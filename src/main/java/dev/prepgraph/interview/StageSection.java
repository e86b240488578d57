package dev.prepgraph.interview;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.prepgraph.viewer.AccountSection;
import dev.prepgraph.viewer.ImportReport;
import dev.prepgraph.viewer.SkipReason;
import dev.prepgraph.viewer.SkippedEntry;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.StatelessSession;

/** The stages of a user's interviews, in the export of an account; before the interviews. */
@ApplicationScoped
@Priority(-10)
class StageSection implements AccountSection {

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
  public void write(StatelessSession session, JsonGenerator out) throws IOException {
    for (InterviewStage stage : repository.all(session)) {
      out.writeStartObject();
      out.writeStringField("name", stage.name());
      out.writeBooleanField("closed", stage.closed());
      out.writeEndObject();
    }
  }

  @Override
  public ImportReport read(StatelessSession session, JsonNode entries) {
    List<StageRepository.New> given = new ArrayList<>();
    entries.forEach(
        entry ->
            given.add(
                new StageRepository.New(
                    entry.get("name").textValue(), entry.get("closed").booleanValue())));
    List<String> added = new ArrayList<>(repository.add(session, given));
    if (!added.isEmpty()) {
      stages.checkLimit(repository.all(session).size());
    }
    List<SkippedEntry> skipped = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      if (!added.remove(given.get(i).name())) {
        skipped.add(new SkippedEntry("/" + name() + "/" + i, SkipReason.EXISTS));
      }
    }
    return new ImportReport(given.size() - skipped.size(), skipped);
  }
}
