package dev.prepgraph.plan.model;

import dev.prepgraph.account.AccountOwned;
import dev.prepgraph.account.change.AccountChange;
import dev.prepgraph.account.schema.ViewerChangeKind;
import dev.prepgraph.plan.schema.PrepPlan;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** An item of a plan. */
@Entity
@Table(schema = "plan", name = "item")
public class ItemEntity extends AccountOwned {

  @Id
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  public UUID id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(updatable = false)
  PlanEntity plan;

  @Embedded public PlannedItem planned;

  /** The order within a day. */
  int position;

  protected ItemEntity() {}

  ItemEntity(PlanEntity plan) {
    this.plan = plan;
  }

  void place(PlannedItem item, int place) {
    planned = item;
    position = place;
  }

  @Override
  protected AccountChange change(boolean removed) {
    return AccountChange.saved(ViewerChangeKind.PLAN, PrepPlan.KIND, plan.id);
  }
}
