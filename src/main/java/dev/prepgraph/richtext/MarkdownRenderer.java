package dev.prepgraph.richtext;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Renders CommonMark with tables and strikethrough; without state, and bounded for any text. */
public final class MarkdownRenderer {

  /** Renderers recurse, so that a text that nests deeper is shown as it was written. */
  private static final int MAX_DEPTH = 60;

  private static final int MAX_OPEN_BLOCKS = 40;

  private static final Set<Extension> EXTENSIONS =
      Set.of(TablesExtension.create(), StrikethroughExtension.create());

  private static final Parser PARSER =
      Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(MAX_OPEN_BLOCKS).build();

  private static final HtmlRenderer HTML =
      HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .escapeHtml(true)
          .percentEncodeUrls(true)
          .attributeProviderFactory(context -> MarkdownRenderer::alignByClass)
          .build();

  private MarkdownRenderer() {}

  /**
   * Renders sanitised HTML.
   *
   * @param headingLevel the level of the text's top heading
   */
  public static String html(String markdown, int headingLevel) {
    Node document = parse(markdown);
    List<Node> nodes = nodes(document).orElseThrow();
    levelHeadings(nodes, headingLevel);
    nodes.forEach(MarkdownRenderer::unwrapImage);
    return HtmlPolicy.sanitize(HTML.render(document));
  }

  /** Renders the text without marks, in one line. */
  public static String plain(String markdown) {
    PlainText plain = new PlainText();
    for (Node node : nodes(parse(markdown)).orElseThrow()) {
      if (separates(node)) {
        plain.append(" ");
      }
      plain.append(literal(node));
    }
    return plain.toString();
  }

  /** The raw HTML in a text, in its order; without any in code. */
  public static List<String> rawHtml(String markdown) {
    return nodes(parse(markdown)).orElseThrow().stream()
        .filter(node -> node instanceof HtmlBlock || node instanceof HtmlInline)
        .map(MarkdownRenderer::literal)
        .toList();
  }

  private static Node parse(String markdown) {
    Node document = PARSER.parse(markdown);
    return nodes(document).isPresent() ? document : asWritten(markdown);
  }

  private static Node asWritten(String markdown) {
    Node document = new Document();
    Node paragraph = new Paragraph();
    paragraph.appendChild(new Text(markdown));
    document.appendChild(paragraph);
    return document;
  }

  /** The nodes of a tree in the order of the text; empty if it nests too deeply. */
  private static Optional<List<Node>> nodes(Node root) {
    List<Node> nodes = new ArrayList<>();
    int depth = 0;
    Node node = root;
    while (node != null) {
      nodes.add(node);
      if (node.getFirstChild() != null) {
        node = node.getFirstChild();
        if (++depth > MAX_DEPTH) {
          return Optional.empty();
        }
        continue;
      }
      while (node != root && node.getNext() == null) {
        node = node.getParent();
        depth--;
      }
      node = node == root ? null : node.getNext();
    }
    return Optional.of(nodes);
  }

  /** Begins at a level and closes gaps, so that the headings of a page stay in order. */
  private static void levelHeadings(List<Node> nodes, int top) {
    Deque<Integer> above = new ArrayDeque<>();
    for (Node node : nodes) {
      if (node instanceof Heading heading) {
        while (!above.isEmpty() && above.peek() >= heading.getLevel()) {
          above.pop();
        }
        above.push(heading.getLevel());
        heading.setLevel(Math.min(6, top + above.size() - 1));
      }
    }
  }

  private static void unwrapImage(Node node) {
    if (node instanceof Image) {
      while (node.getFirstChild() != null) {
        node.insertBefore(node.getFirstChild());
      }
      node.unlink();
    }
  }

  /** HTML5 has no attribute for the alignment of cells. */
  private static void alignByClass(Node node, String tag, Map<String, String> attributes) {
    String alignment = node instanceof TableCell ? attributes.remove("align") : null;
    if (alignment != null) {
      attributes.put("class", "align-" + alignment);
    }
  }

  private static boolean separates(Node node) {
    return node instanceof Block
        || node instanceof TableCell
        || node instanceof SoftLineBreak
        || node instanceof HardLineBreak;
  }

  private static String literal(Node node) {
    if (node instanceof Text text) {
      return text.getLiteral();
    }
    if (node instanceof Code code) {
      return code.getLiteral();
    }
    if (node instanceof FencedCodeBlock block) {
      return block.getLiteral();
    }
    if (node instanceof IndentedCodeBlock block) {
      return block.getLiteral();
    }
    if (node instanceof HtmlInline html) {
      return html.getLiteral();
    }
    return node instanceof HtmlBlock block ? block.getLiteral() : "";
  }
}
