package dev.prepgraph.richtext;

import static dev.prepgraph.richtext.MarkdownRenderer.html;
import static dev.prepgraph.richtext.MarkdownRenderer.plain;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class MarkdownRendererTest {

  @Test
  void rendersMarkdown() {
    assertThat(
            html(
                """
                Say *why*, then **how**; ~~not~~ `x < y`.

                3. one
                4. two

                > [a link](https://example.org/?a=1&b=2 "A title")

                ```java
                int x;
                ```

                | a | b |
                |---|--:|
                | 1 | 2 |
                """,
                2))
        .isEqualTo(
            """
            <p>Say <em>why</em>, then <strong>how</strong>; <del>not</del> <code>x &lt; y</code>.</p>
            <ol start="3"><li>one</li><li>two</li></ol>
            <blockquote>
            <p><a href="https://example.org/?a&#61;1&amp;b&#61;2" title="A title" rel="nofollow noopener">a link</a></p>
            </blockquote>
            <pre><code class="language-java">int x;
            </code></pre>
            <table><thead><tr><th>a</th><th class="align-right">b</th></tr></thead><tbody><tr><td>1</td><td class="align-right">2</td></tr></tbody></table>
            """);
  }

  @Test
  void shiftsHeadingsAndClosesGaps() {
    String text = "# a\n\n### b\n\n#### c\n\n## d\n\n# e";
    assertThat(headings(html(text, 2))).containsExactly("h2", "h3", "h4", "h3", "h2");
    assertThat(headings(html(text, 5))).containsExactly("h5", "h6", "h6", "h6", "h5");
    assertThat(headings(html("### a\n\n## b", 1))).containsExactly("h1", "h1");
  }

  private static List<String> headings(String html) {
    return Jsoup.parse(html).select("h1,h2,h3,h4,h5,h6").stream().map(Element::normalName).toList();
  }

  @Test
  void showsRawHtmlAsTextAndImagesAsTheirAlternative() {
    assertThat(html("<b>x</b> ![an *image*](https://example.org/x.png)", 2))
        .isEqualTo("<p>&lt;b&gt;x&lt;/b&gt; an <em>image</em></p>\n");
    assertThat(html("&auml; &hearts;", 2)).isEqualTo("<p>ä ♥</p>\n");
    assertThat(html("[x](/path) [y](#part)", 2)).isEqualTo("<p>x y</p>\n");
  }

  @Test
  void rendersPlainText() {
    assertThat(
            plain(
                "# A *title*\n\nwith  `code`\nand\n\n- [one](https://x.org)\n- two\n\n|a|b|\n|-|-|\n|c|d|"))
        .isEqualTo("A title with code and one two a b c d");
    assertThat(plain("x<br>y &amp; &lt;z")).isEqualTo("x<br>y & <z");
  }

  @Test
  void cutsPlainTextBehindAWord() {
    assertThat(PlainText.cut("one two three", 13)).isEqualTo("one two three");
    assertThat(PlainText.cut("one two three", 12)).isEqualTo("one two…");
    assertThat(PlainText.cut("one two, three", 9)).isEqualTo("one two…");
    assertThat(PlainText.cut("one two three", 5)).isEqualTo("one…");
    assertThat(PlainText.cut("one two three", 4)).isEqualTo("one…");
    assertThat(PlainText.cut("one two three", 3)).isEqualTo("on…");
    assertThat(PlainText.cut("one", 1)).isEqualTo("…");
    assertThat(PlainText.cut("\uD83D\uDE00".repeat(5), 3))
        .isEqualTo("\uD83D\uDE00".repeat(2) + "…");
  }

  @Test
  void findsRawHtmlOutsideCode() {
    assertThat(
            MarkdownRenderer.rawHtml(
                "a <b>c</b> `<d>`\n\n    <e>\n\n<div>\nf\n</div>\n\n<https://x.org>"))
        .containsExactly("<b>", "</b>", "<div>\nf\n</div>");
    assertThat(MarkdownRenderer.rawHtml("x < y and List&lt;T&gt;, a \\<b>")).isEmpty();
  }

  /** Every part is repeated to the longest text. */
  @Test
  void isBoundedForAnyText() {
    for (String part :
        List.of(
            ">",
            "> ",
            "- ",
            "1. ",
            "*",
            "**a ",
            "*a **a ",
            "_a ",
            "~~a ",
            "[",
            "![",
            "[a](",
            "]",
            "[a](<b",
            "[](",
            "`",
            "`a``",
            "<",
            "<a ",
            "<!--",
            "&",
            "\\",
            "|",
            "|a|\n|-|\n",
            "#\n",
            "[a]: b\n",
            "[a]:",
            "a\n",
            "\t",
            "<x@",
            "<http:",
            "a*",
            "**",
            "*_",
            "$<![CDATA[",
            "```\n",
            "~~~\n>",
            "  -\n",
            "* a\n *",
            "[^",
            "!",
            "\u0000",
            "a **b",
            "*a_ ",
            "![[]()")) {
      String text = part.repeat(20_000 / part.length());
      Assertions.assertTimeout(
          Duration.ofSeconds(3),
          () -> {
            assertThat(html(text, 2).length()).as(part).isLessThan(400_000);
            HostileTextsTest.check(part, html(text, 2));
            plain(text);
          },
          part);
    }
  }
}
