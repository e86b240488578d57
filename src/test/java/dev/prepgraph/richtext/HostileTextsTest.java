package dev.prepgraph.richtext;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** Nothing in rendered HTML can run, whatever somebody wrote. */
public class HostileTextsTest {

  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("a", Set.of("href", "title", "rel")),
          Map.entry("code", Set.of("class")),
          Map.entry("ol", Set.of("start")),
          Map.entry("th", Set.of("class")),
          Map.entry("td", Set.of("class")),
          Map.entry("p", Set.of()),
          Map.entry("h1", Set.of()),
          Map.entry("h2", Set.of()),
          Map.entry("h3", Set.of()),
          Map.entry("h4", Set.of()),
          Map.entry("h5", Set.of()),
          Map.entry("h6", Set.of()),
          Map.entry("blockquote", Set.of()),
          Map.entry("hr", Set.of()),
          Map.entry("br", Set.of()),
          Map.entry("ul", Set.of()),
          Map.entry("li", Set.of()),
          Map.entry("pre", Set.of()),
          Map.entry("em", Set.of()),
          Map.entry("strong", Set.of()),
          Map.entry("del", Set.of()),
          Map.entry("table", Set.of()),
          Map.entry("thead", Set.of()),
          Map.entry("tbody", Set.of()),
          Map.entry("tr", Set.of()));

  private static final Pattern URL = Pattern.compile("(https?://|mailto:)[^\\s\"<>]+");
  private static final Pattern CLASS =
      Pattern.compile("language-[A-Za-z0-9+#._-]+|align-(left|center|right)");

  /** Markdown around a text, where %s is the text. */
  private static final List<String> AROUND =
      List.of("%s", "# %s", "> - %s", "**%s**", "[%s](https://good.example)", "|a|\n|---|\n|%s|");

  public static List<String> texts() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/hostile-texts.txt")).stream()
        .map(HostileTextsTest::unescape)
        .toList();
  }

  private static String unescape(String line) {
    return Pattern.compile("\\\\u([0-9a-f]{4})")
        .matcher(line.replace("\\n", "\n").replace("\\t", "\t"))
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
  }

  @Test
  void rendersAllowedElementsAlone() throws IOException {
    assertThat(texts()).hasSizeGreaterThan(200).doesNotHaveDuplicates();
    for (String text : texts()) {
      for (String around : AROUND) {
        String markdown = around.replace("%s", text);
        check(markdown, MarkdownRenderer.html(markdown, 2));
      }
    }
  }

  public static void check(String markdown, String html) {
    // As browsers do where a page inserts the fragment.
    for (Document page : List.of(Jsoup.parseBodyFragment(html), Jsoup.parse(html))) {
      assertThat(page.head().childNodes()).as(markdown).isEmpty();
      for (Element element : page.body().getAllElements()) {
        if (element != page.body()) {
          checkElement(markdown, element);
        }
      }
    }
    // Well-formed: what an HTML parser accepts without an error.
    Parser strict = Parser.htmlParser().setTrackErrors(10);
    strict.parseInput("<!doctype html><title>x</title><body>" + html, "");
    assertThat(strict.getErrors()).as(markdown + "\n" + html).isEmpty();
  }

  private static void checkElement(String markdown, Element element) {
    String as = markdown + "\n" + element.outerHtml();
    assertThat(ALLOWED).as(as).containsKey(element.normalName());
    for (Attribute attribute : element.attributes()) {
      assertThat(ALLOWED.get(element.normalName())).as(as).contains(attribute.getKey());
      switch (attribute.getKey()) {
        case "href" -> assertThat(attribute.getValue()).as(as).matches(URL);
        case "class" -> assertThat(attribute.getValue()).as(as).matches(CLASS);
        case "rel" -> assertThat(attribute.getValue()).as(as).isEqualTo("nofollow noopener");
        default -> assertThat(attribute.getValue()).as(as).doesNotContain("<script");
      }
    }
    if (element.hasAttr("href")) {
      assertThat(element.attr("rel")).as(as).isEqualTo("nofollow noopener");
    }
    for (Node child : element.childNodes()) {
      if (child instanceof Comment comment) {
        assertThat(comment.getData()).as(as).isBlank();
      }
    }
  }
}
