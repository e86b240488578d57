package dev.prepgraph.common;

import io.quarkus.runtime.ImageMode;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;
import org.hibernate.grammars.hql.HqlLexer;
import org.hibernate.grammars.hql.HqlParser;
import org.hibernate.type.BasicType;
import org.hibernate.type.StandardBasicTypes;

/** What Hibernate lacks to run HQL fast. */
public final class Hql {

  /**
   * {@code in_array(:array, x)} is {@code x in :list} by one parameter. Hibernate translates a
   * query to SQL each time it runs if it has a list, or a parameter as the last argument of a
   * function. PostgreSQL replans it each time it runs if it finds that plan cheaper for the few
   * entries at hand than for any number; it cannot tell these of a subquery, and keeps one plan.
   */
  public static final class Functions implements FunctionContributor {

    @Override
    public void contributeFunctions(FunctionContributions functions) {
      BasicType<Boolean> predicate =
          functions
              .getTypeConfiguration()
              .getBasicTypeRegistry()
              .resolve(StandardBasicTypes.BOOLEAN);
      functions
          .getFunctionRegistry()
          .patternDescriptorBuilder("in_array", "(?2=any(array(select unnest(?1))))")
          .setExactArgumentCount(2)
          .setInvariantType(predicate)
          .register();
    }
  }

  private Hql() {}

  /**
   * Parses queries while a native image is built: what ANTLR learns of the grammar is then part of
   * the image, and the first queries of the executable do not wait for it. To be called by static
   * initializers.
   */
  public static void learn(String... queries) {
    if (ImageMode.current() != ImageMode.NATIVE_BUILD) {
      return;
    }
    for (String query : queries) {
      var parser =
          new HqlParser(new CommonTokenStream(new HqlLexer(CharStreams.fromString(query))));
      // As Hibernate's first attempt does.
      parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
      parser.setErrorHandler(new BailErrorStrategy());
      parser.statement();
    }
  }
}
