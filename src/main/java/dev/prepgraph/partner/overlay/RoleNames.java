package dev.prepgraph.partner.overlay;

import dev.prepgraph.catalogue.model.Weighted;
import dev.prepgraph.common.Text;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The titles and slugs of all published guides, to find the role of another guide that a copied
 * text or URL still names.
 */
final class RoleNames implements Weighted {

  /** The slug of a guide, and its titles by locale. */
  @RegisterForReflection
  record Titles(String slug, Map<String, String> titles) {}

  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
  private static final Pattern ENCODED = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

  /** The slugs of the guides that a name stands for, by the words of the name. */
  private final Map<String, Set<String>> guides = new HashMap<>();

  private int longest = 1;

  RoleNames(List<Titles> all) {
    for (Titles guide : all) {
      add(guide.slug(), guide.slug());
      guide.titles().values().forEach(title -> add(title, guide.slug()));
    }
  }

  private void add(String name, String slug) {
    String[] words = words(name);
    if (words.length > 0) {
      longest = Math.max(longest, words.length);
      put(String.join(" ", words), slug);
      put(String.join("", words), slug); // as in fullStackDeveloper
    }
  }

  private void put(String name, String slug) {
    guides.merge(
        name,
        Set.of(slug),
        (some, more) -> {
          Set<String> both = new HashSet<>(some);
          both.addAll(more);
          return both;
        });
  }

  @Override
  public int weight() {
    return 1_000 + 400 * guides.size();
  }

  /**
   * The slug of another guide whose title or slug is in a text; the longest name at a place counts.
   *
   * @param own the slug of the guide that the text is for; null for several guides
   */
  Optional<String> other(String text, String own) {
    String[] words = words(decoded(UrlTemplate.literal(text)));
    int next = 0;
    while (next < words.length) {
      int end = next + 1;
      for (int length = Math.min(longest, words.length - next); length > 0; length--) {
        String name = String.join(" ", Arrays.copyOfRange(words, next, next + length));
        Set<String> named = guides.getOrDefault(name, Set.of());
        if (!named.isEmpty()) {
          if (own == null || !named.contains(own)) {
            return named.stream().sorted().findFirst();
          }
          end = next + length;
          break;
        }
      }
      next = end;
    }
    return Optional.empty();
  }

  /** A plural counts as its singular. */
  private static String[] words(String text) {
    return SEPARATORS
        .splitAsStream(Text.nameKey(text))
        .filter(word -> !word.isEmpty())
        .map(
            word ->
                word.length() > 3 && word.endsWith("s")
                    ? word.substring(0, word.length() - 1)
                    : word)
        .toArray(String[]::new);
  }

  private static String decoded(String text) {
    return ENCODED
        .matcher(text)
        .replaceAll(
            encoded ->
                Matcher.quoteReplacement(
                    URLDecoder.decode(encoded.group(), StandardCharsets.UTF_8)));
  }
}
