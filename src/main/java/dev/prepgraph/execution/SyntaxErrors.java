package dev.prepgraph.execution;

import graphql.org.antlr.v4.runtime.ANTLRErrorListener;
import graphql.org.antlr.v4.runtime.BailErrorStrategy;
import graphql.org.antlr.v4.runtime.BaseErrorListener;
import graphql.org.antlr.v4.runtime.CharStreams;
import graphql.org.antlr.v4.runtime.CommonTokenStream;
import graphql.org.antlr.v4.runtime.RecognitionException;
import graphql.org.antlr.v4.runtime.Recognizer;
import graphql.org.antlr.v4.runtime.Token;
import graphql.org.antlr.v4.runtime.misc.ParseCancellationException;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.antlr.GraphqlLexer;
import graphql.parser.antlr.GraphqlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Describes syntax errors by what was found and what was expected there, without the text of names
 * and values. graphql-java says where only.
 */
final class SyntaxErrors {

  /** Stops where the first parser has stopped: beyond, no limit of depth holds. */
  private static final ANTLRErrorListener STOP =
      new BaseErrorListener() {
        @Override
        public void syntaxError(
            Recognizer<?, ?> recognizer,
            Object symbol,
            int line,
            int column,
            String message,
            RecognitionException cause) {
          throw new ParseCancellationException();
        }
      };

  private SyntaxErrors() {}

  /**
   * The error of a document whose parsing failed before any limit, so that parsing it again up to
   * the error is bounded as well.
   */
  static ResponseError of(String document, InvalidSyntaxException failure) {
    var position = failure.getLocation();
    String where =
        position == null
            ? ""
            : " at line %d, column %d".formatted(position.getLine(), position.getColumn());
    return ResponseError.badRequest("Syntax error" + where + mistake(document))
        .at(position == null ? null : List.of(position), null);
  }

  private static String mistake(String document) {
    var lexer = new GraphqlLexer(CharStreams.fromString(document));
    lexer.removeErrorListeners();
    lexer.addErrorListener(STOP);
    var parser = new GraphqlParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    try {
      parser.document();
      Token next = parser.getCurrentToken();
      return next.getType() == Token.EOF
          ? ""
          : ": found %s, expected an operation or a fragment".formatted(name(next.getType()));
    } catch (ParseCancellationException e) {
      if (!(e.getCause() instanceof RecognitionException mismatch)) {
        return ": a string is not closed, or a character is not allowed";
      }
      return ": found %s, expected %s"
          .formatted(name(mismatch.getOffendingToken().getType()), expected(mismatch));
    }
  }

  private static String expected(RecognitionException mismatch) {
    var types = mismatch.getExpectedTokens();
    if (types.contains(GraphqlParser.SCHEMA) && !types.contains(GraphqlParser.NAME)) {
      return "an operation or a fragment";
    }
    Set<String> names = new TreeSet<>();
    for (int type : types.toList()) {
      names.add(name(type));
    }
    List<String> choices = new ArrayList<>(names);
    int last = choices.size() - 1;
    return last < 1
        ? String.join("", choices)
        : String.join(", ", choices.subList(0, last)) + " or " + choices.get(last);
  }

  private static String name(int type) {
    return switch (type) {
      case Token.EOF -> "the end of the document";
      case GraphqlParser.IntValue, GraphqlParser.FloatValue -> "a number";
      case GraphqlParser.StringValue -> "a string";
      default -> {
        String literal = GraphqlParser.VOCABULARY.getLiteralName(type);
        boolean punctuator = literal != null && !Character.isLetter(literal.charAt(1));
        yield punctuator ? literal : "a name"; // keywords are names, too
      }
    };
  }
}
