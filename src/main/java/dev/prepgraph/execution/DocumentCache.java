package dev.prepgraph.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.prepgraph.common.CleanText;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.execution.typesystem.PublicSchema;
import graphql.ParseAndValidate;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Parses and validates GraphQL documents; caches the valid ones, bounded by estimated bytes because
 * clients choose their size. All limits on a document's text apply before its validation, whose
 * work grows faster than the document.
 */
// The implementations that Caffeine chooses by name, for the native image.
@RegisterForReflection(
    classNames = {
      "com.github.benmanes.caffeine.cache.SSMW",
      "com.github.benmanes.caffeine.cache.PSMW"
    })
@ApplicationScoped
public class DocumentCache {

  /** The estimated size of a prepared document in bytes for each of its characters. */
  private static final int BYTES_PER_CHARACTER = 60;

  private final GraphQLSchema schema;
  private final ValidationMessages messages;
  private final LimitsConfig limits;
  private final ParserOptions parserOptions;
  private final Cache<String, PreparedDocument> cache;

  DocumentCache(GraphQLSchema schema, LimitsConfig limits, GraphQLConfig config) {
    this.schema = schema;
    this.messages = new ValidationMessages(schema);
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
            .weigher(
                (String text, PreparedDocument document) ->
                    1_000 + BYTES_PER_CHARACTER * text.length())
            .build();
  }

  /** Returns the executable document of a text. */
  public PreparedDocument prepare(String text) {
    if (text.length() > limits.document()) {
      throw tooLong();
    }
    PreparedDocument cached = cache.getIfPresent(text);
    if (cached != null) {
      return cached;
    }
    Document document = parse(text);
    checkLimits(document);
    document.getDefinitionsOfType(OperationDefinition.class).forEach(DocumentCache::checkRoot);
    List<ValidationError> errors = ParseAndValidate.validate(schema, document, Locale.ENGLISH);
    if (!errors.isEmpty()) {
      throw new InvalidDocumentException(
          errors.stream().map(messages::of).toList(), true); // the library stops at a hundred
    }
    PreparedDocument prepared = new PreparedDocument(document);
    cache.put(text, prepared);
    return prepared;
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
      throw new InvalidDocumentException(List.of(SyntaxErrors.of(text, e)), false);
    }
  }

  /** The validation of a subscription whose root field is skipped fails with an exception. */
  private static void checkRoot(OperationDefinition operation) {
    var roots = operation.getSelectionSet().getSelections();
    boolean isDirect =
        roots.size() == 1 && roots.get(0) instanceof Field field && field.getDirectives().isEmpty();
    if (operation.getOperation() == OperationDefinition.Operation.SUBSCRIPTION && !isDirect) {
      throw RequestException.badRequest(
          "A subscription must select its only field directly and without directives");
    }
  }

  private void checkLimits(Document document) {
    int aliases = 0;
    int directives = 0;
    Deque<Node<?>> nodes = new ArrayDeque<>(List.of(document));
    while (!nodes.isEmpty()) {
      Node<?> node = nodes.pop();
      if (node instanceof Field field && field.getAlias() != null) {
        aliases++;
      } else if (node instanceof Directive directive) {
        directives++;
        checkVisible(directive);
      } else if (node instanceof StringValue text) {
        CleanText.check(text.getValue());
      }
      node.getChildren().forEach(nodes::push);
    }
    if (aliases > limits.aliases()) {
      throw RequestException.tooComplex(
          "The document has more than " + limits.aliases() + " aliases");
    }
    if (directives > limits.directives()) {
      throw RequestException.tooComplex(
          "The document has more than " + limits.directives() + " directives");
    }
  }

  private static void checkVisible(Directive directive) {
    if (PublicSchema.isHidden(directive.getName())) {
      throw Variables.rejected(
          "The schema has no directive '%s'".formatted(directive.getName()),
          directive.getSourceLocation());
    }
  }

  private static RequestException tooLong() {
    return RequestException.tooComplex("The document is too long");
  }

  /** The estimated bytes of all cached documents. */
  public long weight() {
    cache.cleanUp();
    return cache.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }
}
