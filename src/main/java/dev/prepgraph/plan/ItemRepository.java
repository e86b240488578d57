package dev.prepgraph.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.prepgraph.account.Account;
import dev.prepgraph.common.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;

/**
 * Reads items alone and writes them, in the transaction of the user whose they are; one statement a
 * call.
 */
@ApplicationScoped
class ItemRepository {

  /** An item, with the guide of its plan. */
  record OfGuide(StoredItem item, UUID guide) {}

  private final ObjectMapper json;

  ItemRepository(ObjectMapper json) {
    this.json = json;
  }

  /** Items, whichever plans they are of. */
  Map<UUID, OfGuide> byIds(StatelessSession session, Account account, Collection<UUID> ids) {
    Map<UUID, OfGuide> found = new HashMap<>();
    for (Object[] row :
        Sql.rows(
            session,
            "select p.guide_id, cast("
                + PlanRepository.ITEM
                + """
                 as text) from plan.item i join plan.prep_plan p on p.id = i.plan_id
                where i.account_id = :account and i.id = any(:ids)
                """,
            Map.of("account", account.id(), "ids", ids.toArray(UUID[]::new)))) {
      StoredItem item = PlanRepository.item(parse((String) row[1]));
      found.put(item.id(), new OfGuide(item, (UUID) row[0]));
    }
    return found;
  }

  /**
   * Gives a plan other items. One that is of the same kind and question and has the same number as
   * one before stays the same item; when it was done is not changed.
   *
   * @param newVersion whether the plan's version grows
   */
  void write(
      StatelessSession session,
      UUID plan,
      List<StoredItem> items,
      int shortfallMinutes,
      boolean newVersion) {
    ArrayNode given = json.createArrayNode();
    for (int i = 0; i < items.size(); i++) {
      StoredItem item = items.get(i);
      given
          .addObject()
          .put("kind", item.kind().name())
          .put("question", item.question() == null ? null : item.question().toString())
          .put("number", item.number())
          .put("title", item.title())
          .put("day", item.date() == null ? null : item.date().toString())
          .put("position", i)
          .put("minutes", item.minutes())
          .put("done", item.isDone() ? item.doneAt().toString() : null);
    }
    Sql.execute(
        session,
        """
        with given as (
          select * from json_to_recordset(cast(:given as json)) as g (kind text, question uuid, number int,
            title text, day date, position int, minutes int, done timestamptz)),
        gone as (
          delete from plan.item i where i.plan_id = :plan and not exists (select from given g
            where g.kind = i.kind and g.question is not distinct from i.question_id and g.number = i.number)),
        kept as (
          insert into plan.item as i (plan_id, kind, question_id, number, title, on_day, position, minutes, done_at)
          select cast(:plan as uuid), kind, question, number, title, day, position, minutes, done from given
          on conflict (account_id, plan_id, kind, question_id, number)
          do update set on_day = excluded.on_day, position = excluded.position, minutes = excluded.minutes
          where (i.on_day, i.position, i.minutes) is distinct from (excluded.on_day, excluded.position, excluded.minutes))
        update plan.prep_plan set shortfall_minutes = :shortfall, version = version + :more, changed_at = catalogue.now()
        where account_id = viewer.account_id() and id = :plan
        """,
        Map.of(
            "given",
            given.toString(),
            "plan",
            plan,
            "shortfall",
            shortfallMinutes,
            "more",
            newVersion ? 1 : 0));
  }

  /** Adds an item of the user's own, as the last one of its day. */
  void insert(StatelessSession session, UUID plan, String title, LocalDate date, int minutes) {
    Sql.execute(
        session,
        """
        with added as (
          insert into plan.item (plan_id, kind, number, title, on_day, position, minutes)
          select :plan, 'CUSTOM', coalesce(max(number) filter (where kind = 'CUSTOM'), 0) + 1, :title, :day,
            coalesce(max(position), 0) + 1, :minutes
          from plan.item where plan_id = :plan)
        update plan.prep_plan set version = version + 1, changed_at = catalogue.now()
        where account_id = viewer.account_id() and id = :plan
        """,
        Map.of("plan", plan, "title", title, "day", date, "minutes", minutes));
  }

  /**
   * Says whether an item is done.
   *
   * @param doneAt null when it is not
   */
  void setDone(StatelessSession session, UUID item, Instant doneAt) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("item", item);
    parameters.put("doneAt", doneAt == null ? null : doneAt.toString());
    Sql.execute(
        session,
        """
        with item as (
          update plan.item set done_at = cast(:doneAt as timestamptz)
          where account_id = viewer.account_id() and id = :item returning plan_id)
        update plan.prep_plan set version = version + 1, changed_at = catalogue.now()
        where id in (select plan_id from item)
        """,
        parameters);
  }

  /** Deletes an item. */
  void delete(StatelessSession session, UUID item) {
    Sql.execute(
        session,
        """
        with item as (
          delete from plan.item where account_id = viewer.account_id() and id = :item returning plan_id)
        update plan.prep_plan set version = version + 1, changed_at = catalogue.now()
        where id in (select plan_id from item)
        """,
        Map.of("item", item));
  }

  private JsonNode parse(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
