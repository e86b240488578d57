package dev.prepgraph.richtext;

import dev.prepgraph.common.ContentVersion;
import dev.prepgraph.common.Cost;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.common.limits.Cancellation;
import dev.prepgraph.common.limits.MemoryBudget;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;

/** Renders texts, when a request selects the form. */
@GraphQLApi
@RegisterForReflection
public class RichTextApi {

  private static final int DEFAULT_LEVEL = 2;
  private static final int MAX_LENGTH = 100_000;

  /**
   * The cache key of a rendering.
   *
   * @param headingLevel 0 for plain text
   */
  private record Rendering(String markdown, int headingLevel) {}

  private final ContentVersion content;

  RichTextApi(ContentVersion content) {
    this.content = content;
  }

  @Description(
      "Sanitised HTML: a well-formed fragment of paragraphs, headings, lists, quotes, code, tables, emphasis, and links to http, https and mailto. Raw HTML is shown as text, an image as its alternative text.")
  @Cost(weight = 100) // parses, renders and sanitises
  public String html(
      @Source RichText text,
      @Name("headingLevel")
          @Description(
              "Level of the text's top heading, 1 to 6, default 2; those below follow without a gap.")
          Integer headingLevel) {
    Cancellation.check();
    int level = headingLevel == null ? DEFAULT_LEVEL : headingLevel;
    checkRange("headingLevel", level, 6);
    return charged(rendered(text, level, () -> MarkdownRenderer.html(text.markdown(), level)));
  }

  @Description("Plain text without Markdown's marks, in one line.")
  @Cost(weight = 50)
  public String plain(
      @Source RichText text,
      @Name("maxLength")
          @Description(
              "Maximal number of characters, 1 to 100,000; a longer text ends with … behind a word.")
          Integer maxLength) {
    Cancellation.check();
    if (maxLength != null) {
      checkRange("maxLength", maxLength, MAX_LENGTH);
    }
    String plain = rendered(text, 0, () -> MarkdownRenderer.plain(text.markdown()));
    return charged(maxLength == null ? plain : PlainText.cut(plain, maxLength));
  }

  private static void checkRange(String argument, int value, int max) {
    if (value < 1 || value > max) {
      throw RequestException.badRequest("%s must be 1 to %,d".formatted(argument, max));
    }
  }

  /** Users' own texts, which have no locale, are not cached. */
  private String rendered(RichText text, int headingLevel, Supplier<String> renderer) {
    return text.locale() == null
        ? renderer.get()
        : content.cached(new Rendering(text.markdown(), headingLevel), renderer);
  }

  private static String charged(String rendered) {
    MemoryBudget.charge(2L * rendered.length());
    return rendered;
  }
}
