package dev.prepgraph.interview;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.prepgraph.common.Text;
import dev.prepgraph.graphql.UserErrorCode;
import dev.prepgraph.graphql.UserErrorException;
import dev.prepgraph.viewer.AccountSection;
import dev.prepgraph.viewer.ImportReport;
import dev.prepgraph.viewer.SkipReason;
import dev.prepgraph.viewer.SkippedEntry;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    Set<String> known = new HashSet<>();
    repository.all(session).forEach(stage -> known.add(Text.nameKey(stage.name())));
    List<StageRepository.New> given = new ArrayList<>();
    List<SkippedEntry> skipped = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      String name = entries.get(i).get("name").textValue();
      String path = "/" + name() + "/" + i;
      if (Text.isBlank(name)) {
        throw new UserErrorException(
            UserErrorCode.INVALID, path + ": name must not be blank", "input", "data");
      }
      given.add(new StageRepository.New(name, entries.get(i).get("closed").booleanValue()));
      if (!known.add(Text.nameKey(name))) {
        skipped.add(new SkippedEntry(path, SkipReason.EXISTS));
      }
    }
    stages.addMissing(session, given);
    return new ImportReport(given.size() - skipped.size(), skipped);
  }
}
