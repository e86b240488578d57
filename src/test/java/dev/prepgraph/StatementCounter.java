package dev.prepgraph;

import dev.prepgraph.common.limits.CancellationInspector;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** Records all SQL statements of the service, and can rewrite them. */
@Alternative
@Priority(1)
@PersistenceUnitExtension
public class StatementCounter extends CancellationInspector {

  private static final long serialVersionUID = 1L;

  private static final List<String> SENT = Collections.synchronizedList(new ArrayList<>());

  private static volatile UnaryOperator<String> rewriting = UnaryOperator.identity();

  @Override
  public String inspect(String sql) {
    SENT.add(sql);
    return super.inspect(rewriting.apply(sql));
  }

  /** Changes every statement from now on. */
  public static void rewrite(UnaryOperator<String> change) {
    rewriting = change;
  }

  /** The statements that something takes. */
  public static List<String> during(Runnable action) {
    SENT.clear();
    action.run();
    return List.copyOf(SENT);
  }
}
