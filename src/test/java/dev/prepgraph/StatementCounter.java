package dev.prepgraph;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Records all SQL statements of the service, and can rewrite them. */
@PersistenceUnitExtension
public class StatementCounter implements StatementInspector {

  private static final long serialVersionUID = 1L;

  private static final List<String> SENT = Collections.synchronizedList(new ArrayList<>());

  private static volatile UnaryOperator<String> rewriting = UnaryOperator.identity();

  @Override
  public String inspect(String sql) {
    SENT.add(sql);
    return rewriting.apply(sql);
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
