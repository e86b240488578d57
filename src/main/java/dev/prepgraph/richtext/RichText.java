package dev.prepgraph.richtext;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A Markdown text in the forms that pages need.")
public record RichText(
    @NonNull @Description("The Markdown as it was written.") String markdown,
    @Description(
            "Language of the text, after fallback, as a BCP 47 tag; null for a user's own text, whose language is unknown.")
        String locale) {

  /** A text in a language, or null without a text. */
  public static RichText of(String markdown, String locale) {
    return markdown == null ? null : new RichText(markdown, locale);
  }

  /** The Markdown of a text, or null without a text. */
  public static String markdownOf(RichText text) {
    return text == null ? null : text.markdown();
  }

  /** A text of a user, or null without a text. */
  public static RichText ofUser(String markdown) {
    return of(markdown, null);
  }
}
