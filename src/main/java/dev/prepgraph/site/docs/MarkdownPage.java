package dev.prepgraph.site.docs;

import dev.prepgraph.site.docs.DocsPage.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Renders a page that is written in Markdown: its headings get anchors, its examples labels. */
final class MarkdownPage {

  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

  /** What a reader calls an example, by the first two words of its info string. */
  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("graphql", "GraphQL"),
          Map.entry("graphql schema", "GraphQL schema"),
          Map.entry("java", "Java"),
          Map.entry("js", "JavaScript"),
          Map.entry("ts", "TypeScript"),
          Map.entry("json", "JSON"),
          Map.entry("json variables", "Variables"),
          Map.entry("json response", "Response"),
          Map.entry("text response", "Output"),
          Map.entry("html", "HTML"),
          Map.entry("sh", "Shell"));

  private final Map<Node, String> anchors = new IdentityHashMap<>();
  private final Map<String, Integer> uses = new HashMap<>();
  private final List<Section> sections = new ArrayList<>();
  private String title = "";
  private String summary = "";

  private MarkdownPage() {}

  static DocsPage of(String name, String markdown) {
    Node document = PARSER.parse(markdown);
    MarkdownPage page = new MarkdownPage();
    document.accept(page.new Outline());
    HtmlRenderer renderer =
        HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .attributeProviderFactory(context -> page::addAttributes)
            .build();
    return new DocsPage(name, page.title, page.summary, page.sections, renderer.render(document));
  }

  /** The rendering of a text without headings, such as a description of the schema. */
  static String fragment(String markdown) {
    return of("", markdown).html();
  }

  private void addAttributes(Node node, String tag, Map<String, String> attributes) {
    if (anchors.containsKey(node)) {
      attributes.put("id", anchors.get(node));
    }
    if (tag.equals("pre")) {
      // Wide blocks scroll, also by keyboard.
      attributes.put("tabindex", "0");
      String label = node instanceof FencedCodeBlock block ? label(block.getInfo()) : null;
      if (label != null) {
        attributes.put("data-label", label);
      }
    }
  }

  private static String label(String info) {
    String[] words = info.split(" ");
    String two = words.length > 1 ? words[0] + " " + words[1] : "";
    return LABELS.getOrDefault(two, LABELS.get(words[0]));
  }

  private String anchor(String heading) {
    String anchor =
        heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    int use = uses.merge(anchor, 1, Integer::sum);
    return use == 1 ? anchor : anchor + "-" + use;
  }

  /** Collects headings and the first paragraph, and removes comments. */
  private final class Outline extends AbstractVisitor {

    @Override
    public void visit(Heading heading) {
      String text = plain(heading);
      if (heading.getLevel() == 1) {
        title = text;
        return;
      }
      String anchor = anchor(text);
      anchors.put(heading, anchor);
      if (heading.getLevel() == 2) {
        sections.add(new Section(anchor, text));
      }
    }

    @Override
    public void visit(Paragraph paragraph) {
      if (summary.isEmpty()) {
        summary = plain(paragraph);
      }
    }

    @Override
    public void visit(HtmlBlock html) {
      if (html.getLiteral().startsWith("<!--")) {
        html.unlink();
      }
    }
  }

  private static String plain(Node node) {
    StringBuilder plain = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            plain.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            plain.append(code.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak lineBreak) {
            plain.append(' ');
          }
        });
    return plain.toString();
  }
}
