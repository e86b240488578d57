package dev.prepgraph.common;

import io.quarkus.runtime.ImageMode;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.hibernate.grammars.hql.HqlLexer;
import org.hibernate.grammars.hql.HqlParser;

/**
 * Teaches ANTLR the grammar of HQL while a native image is built: what it learns from parsing is
 * then part of the image, and the first queries of the executable do not wait for it.
 */
public final class Hql {

  private Hql() {}

  /** Parses queries when an image is being built; to be called by static initializers. */
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
