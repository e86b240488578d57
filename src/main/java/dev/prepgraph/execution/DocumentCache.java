package dev.prepgraph.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.prepgraph.common.error.RequestException;
import graphql.ParseAndValidate;
import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/**
 * Parses and validates GraphQL documents; caches the valid ones, bounded by estimated bytes because
 * clients choose their size. (The framework's own cache holds 2,048 documents of any size.)
 */
// The implementations that Caffeine chooses by name, for a native image.
@RegisterForReflection(
    classNames = {
      "com.github.benmanes.caffeine.cache.SSMW",
      "com.github.benmanes.caffeine.cache.PSMW"
    })
@ApplicationScoped
public class DocumentCache {

  /** A parsed document takes about this many bytes for each of its characters. */
  private static final int BYTES_A_CHARACTER = 40;

  private final GraphQLSchema schema;
  private final LimitsConfig limits;
  private final ParserOptions parserOptions;
  private final Cache<String, Document> cache;

  DocumentCache(GraphQLSchema schema, LimitsConfig limits, GraphQLConfig config) {
    this.schema = schema;
    this.limits = limits;
    this.parserOptions =
        ParserOptions.newParserOptions()
            .maxTokens(limits.tokens())
            .maxWhitespaceTokens(limits.document())
            .maxRuleDepth(200)
            .captureIgnoredChars(false)
            .captureLineComments(false)
            .build();
    this.cache =
        Caffeine.newBuilder()
            .maximumWeight(config.documentCache().asLongValue())
            .weigher((String text, Document document) -> 1_000 + BYTES_A_CHARACTER * text.length())
            .build();
  }

  /**
   * The document of a text that can be executed.
   *
   * @throws RequestException when it is over a limit
   * @throws InvalidDocumentException when it is not in order
   */
  public Document prepare(String text) {
    if (text.length() > limits.document()) {
      throw tooLong();
    }
    Document known = cache.getIfPresent(text);
    if (known != null) {
      return known;
    }
    Document document = parse(text);
    DocumentLimits.check(document, limits);
    List<ValidationError> errors = ParseAndValidate.validate(schema, document, Locale.ENGLISH);
    if (!errors.isEmpty()) {
      throw new InvalidDocumentException(errors);
    }
    cache.put(text, document);
    return document;
  }

  private Document parse(String text) {
    try {
      return Parser.parse(
          ParserEnvironment.newParserEnvironment()
              .document(text)
              .parserOptions(parserOptions)
              .build());
    } catch (ParseCancelledException e) {
      throw tooLong();
    } catch (InvalidSyntaxException e) {
      throw new InvalidDocumentException(List.of(e.toInvalidSyntaxError()));
    }
  }

  private static RequestException tooLong() {
    return DocumentLimits.tooComplex("The document is too long");
  }

  /** The estimated bytes of all cached documents. */
  public long weight() {
    cache.cleanUp();
    return cache.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }
}
