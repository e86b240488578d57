package dev.prepgraph.richtext;

import dev.prepgraph.common.Cost;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.common.limits.Cancellation;
import dev.prepgraph.common.limits.MemoryBudget;
import io.quarkus.runtime.annotations.RegisterForReflection;
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

  @Description(
      "Sanitised HTML: a well-formed fragment of paragraphs, headings, lists, quotes, code, tables, emphasis, and links to http, https and mailto. Raw HTML is shown as text, an image as its alternative text.")
  @Cost(weight = 32)
  public String html(
      @Source RichText text,
      @Name("headingLevel")
          @Description(
              "Level of the text's top heading, 1 to 6, default 2; those below follow without a gap.")
          Integer headingLevel) {
    int level = headingLevel == null ? DEFAULT_LEVEL : headingLevel;
    checkRange("headingLevel", level, 6);
    return charged(MarkdownRenderer.html(text.markdown(), level));
  }

  @Description("Plain text without Markdown's marks, in one line.")
  @Cost(weight = 16)
  public String plain(
      @Source RichText text,
      @Name("maxLength")
          @Description(
              "Maximal number of characters, 1 to 100,000; a longer text ends with … behind a word.")
          Integer maxLength) {
    if (maxLength != null) {
      checkRange("maxLength", maxLength, MAX_LENGTH);
    }
    String plain = MarkdownRenderer.plain(text.markdown());
    return charged(maxLength == null ? plain : PlainText.cut(plain, maxLength));
  }

  private static void checkRange(String argument, int value, int max) {
    if (value < 1 || value > max) {
      throw RequestException.badRequest("%s must be 1 to %,d".formatted(argument, max));
    }
    Cancellation.check();
  }

  private static String charged(String rendered) {
    MemoryBudget.charge(2L * rendered.length());
    return rendered;
  }
}
