package dev.prepgraph.interview.model;

import dev.prepgraph.account.AccountOwned;
import dev.prepgraph.account.change.AccountChange;
import dev.prepgraph.account.schema.ViewerChangeKind;
import dev.prepgraph.interview.schema.stage.InterviewStage;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A stage of interviews; positions order the stages and may have gaps. */
@Entity
@Table(schema = "interview", name = "stage")
public class StageEntity extends AccountOwned {

  @Id public UUID id;

  String name;

  public int position;

  boolean closed;

  @Override
  protected AccountChange change(boolean removed) {
    return AccountChange.saved(ViewerChangeKind.INTERVIEW, InterviewStage.KIND, id);
  }
}
