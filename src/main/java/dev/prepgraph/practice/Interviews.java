package dev.prepgraph.practice;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/** The interviews that lie ahead of a user, whichever feature keeps them. */
@ApplicationScoped
class Interviews {

  /** How many of the nearest ones are looked at. */
  private static final int NEAREST = 20;

  private static final String NONE =
      "select cast(null as timestamptz) as at, cast(null as uuid) as guide_id where false";

  private final String sql;

  Interviews(@All List<InterviewDays> days) {
    String all =
        days.isEmpty()
            ? NONE
            : days.stream()
                .map(d -> "select at, guide_id from (" + d.query() + ") d")
                .collect(Collectors.joining(" union all "));
    this.sql =
        "interview as (select at, guide_id from ("
            + all
            + ") i where at > catalogue.now() order by at limit "
            + NEAREST
            + ")";
  }

  /** A common table expression {@code interview} with {@code at} and {@code guide_id}. */
  String sql() {
    return sql;
  }
}
