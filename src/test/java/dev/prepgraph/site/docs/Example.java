package dev.prepgraph.site.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A fenced block of a page. Its info string says how it is tested, for example {@code graphql
 * as=candidate}.
 *
 * @param kind the words of the info string without options, for example {@code json response}
 * @param options the words of the form {@code name=value}
 * @param line the first line of the block in the file
 */
record Example(String kind, Map<String, String> options, String text, int line) {

  private static final Parser PARSER =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

  /** All blocks of a page, in its order. */
  static List<Example> in(String markdown) {
    List<Example> examples = new ArrayList<>();
    PARSER
        .parse(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(FencedCodeBlock block) {
                examples.add(of(block));
              }
            });
    return examples;
  }

  private static Example of(FencedCodeBlock block) {
    Map<Boolean, List<String>> words =
        Arrays.stream(block.getInfo().split(" "))
            .collect(Collectors.partitioningBy(word -> word.contains("=")));
    Map<String, String> options =
        words.get(true).stream()
            .map(option -> option.split("=", 2))
            .collect(Collectors.toMap(option -> option[0], option -> option[1]));
    return new Example(
        String.join(" ", words.get(false)),
        options,
        block.getLiteral(),
        block.getSourceSpans().get(0).getLineIndex() + 1);
  }
}
