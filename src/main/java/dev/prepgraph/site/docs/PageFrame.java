package dev.prepgraph.site.docs;

import dev.prepgraph.site.docs.DocsPage.Section;
import java.util.List;
import java.util.stream.Collectors;

/** The head, the navigation and the table of contents around a page. */
final class PageFrame {

  /** Shorter pages are read without a table of contents. */
  private static final int MIN_SECTIONS = 4;

  private static final String FRAME =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="description" content="%s">
      <title>%s - Prepgraph</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="/docs/docs.css">
      </head>
      <body>
      <a class="skip" href="#main">Skip to the content</a>
      <header>
      <a class="name" href="/">Prepgraph</a>
      <nav aria-label="Documentation">
      <ul>
      %s
      </ul>
      </nav>
      </header>
      <main id="main">
      %s
      </main>
      </body>
      </html>
      """;

  private PageFrame() {}

  static String html(DocsPage page, List<DocsPage> all) {
    String links = all.stream().map(other -> link(other, page)).collect(Collectors.joining("\n"));
    return FRAME.formatted(
        escape(page.summary()),
        escape(page.title()),
        links,
        withContents(page.html(), page.sections()));
  }

  private static String link(DocsPage target, DocsPage from) {
    return "<li><a href=\"%s%s\"%s>%s</a></li>"
        .formatted(
            DocsRoute.PATH,
            target.name(),
            target == from ? " aria-current=\"page\"" : "",
            escape(target.title()));
  }

  /** Puts the table of contents behind the title. */
  private static String withContents(String html, List<Section> sections) {
    if (sections.size() < MIN_SECTIONS) {
      return html;
    }
    String contents =
        sections.stream()
            .map(
                section ->
                    "<li><a href=\"#%s\">%s</a></li>"
                        .formatted(section.anchor(), escape(section.title())))
            .collect(
                Collectors.joining(
                    "\n",
                    "<nav class=\"contents\" aria-label=\"On this page\"><ul>\n",
                    "\n</ul></nav>"));
    int end = html.indexOf("</h1>") + "</h1>".length();
    return html.substring(0, end) + "\n" + contents + html.substring(end);
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
