package dev.prepgraph.content;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The rules of {@link Lint} for single texts. */
final class LintRules {

  /** Words that a field should have. */
  record Bounds(int least, int most) {}

  /**
   * By field, or by list and field where the list makes a difference; answers by kind. Other fields
   * hold slugs, codes and the like.
   */
  static final Map<String, Bounds> BOUNDS =
      Map.ofEntries(
          Map.entry("title", new Bounds(1, 12)),
          Map.entry("name", new Bounds(1, 12)),
          Map.entry("summary", new Bounds(10, 40)),
          Map.entry("overview", new Bounds(100, 450)),
          Map.entry("intro", new Bounds(20, 120)),
          Map.entry("whatToExpect", new Bounds(15, 110)),
          Map.entry("why", new Bounds(5, 60)),
          Map.entry("whyItMatters", new Bounds(10, 80)),
          Map.entry("prompt", new Bounds(2, 60)),
          Map.entry("exhibit", new Bounds(1, 150)),
          Map.entry("howToAnswer", new Bounds(5, 180)),
          Map.entry("questions/howToAnswer", new Bounds(40, 180)),
          Map.entry("SHORT", new Bounds(8, 60)),
          Map.entry("MODEL", new Bounds(30, 320)),
          Map.entry("EXAMPLE", new Bounds(30, 250)),
          Map.entry("body", new Bounds(3, 80)),
          Map.entry("rationale", new Bounds(6, 80)),
          Map.entry("question", new Bounds(3, 40)),
          Map.entry("answer", new Bounds(10, 160)),
          Map.entry("description", new Bounds(4, 60)),
          Map.entry("descriptor", new Bounds(4, 60)));

  private static final int LONGEST_SENTENCE = 40;

  /** Below this, readers with less than a college education struggle. */
  private static final int LEAST_READING_EASE = 30;

  private static final int RATED_WORDS = 60;

  private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```\\s*$");
  private static final Pattern CODE = Pattern.compile("`[^`\n]+`");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\(([^)]*)\\)");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’\\-][\\p{L}\\p{N}]+)*");
  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<=[.!?:;…][\"”“’)*_]{0,3})\\s+|\\n\\s*\\n|\\n\\s*(?:[-*|]|\\d+\\.)\\s");
  private static final Pattern VOWELS = Pattern.compile("(?i)[aeiouyäöü]+");
  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(TODO|TBD|FIXME|XXX)\\b|(?i)\\blorem ipsum\\b");
  private static final Pattern LABEL = Pattern.compile("(?m)^\\s*\\*\\*[^*\\n]{1,30}\\*\\*[.:]?");
  private static final Pattern MISTAKE =
      Pattern.compile("(?i)\\b(mistakes?|pitfalls?|traps?|Fehler)\\b|\\*\\*(Avoid|Vermeide)\\W");
  private static final Pattern RESULT =
      Pattern.compile(
          "(?i)\\d|\\b(one|two|three|four|five|six|seven|eight|nine|ten|half|twice|none|nobody|no one|never again"
              + "|since then|from then on|afterwards?|in the end|as a result|the result|result|finally|today|still"
              + "|now|next time|fell|rose|dropped|grew|shipped|passed|merged|won|accepted|agreed|adopted|stopped)\\b");

  private static final Pattern BRITISH =
      Pattern.compile(
          "(?i)\\b("
              + "(behavio|colo|favo|hono|labo|neighbo|rumo|endeavo|flavo|harbo|humo)ur\\w*"
              + "|(organ|real|optim|minim|maxim|normal|serial|initial|summar|priorit|recogn|categor|emphas|apolog|author"
              + "|general|special|standard|synchron|visual|util|custom|final|local|token|material|parameter|character"
              + "|critic|memor|harmon|equal|stabil|central|modern|popular|public|capital|automat|familiar|scrutin|jeopard)"
              + "is(e|ed|es|er|ers|ing|ation|ations)"
              + "|(analy|paraly|cataly)s(e|ed|es|ing)|centres?|centred|metres?|litres?|fibres?|theatres?|defence|offence"
              + "|licence[sd]?|programmes?|cheques?|tyres?|greys?|grey-\\w+|artefacts?|judgement|acknowledgement|ageing"
              + "|(travel|cancel|model|label|signal|level|total|channel|fuel|counsel|quarrel)l(ed|ing|er|ers)"
              + "|fulfil|fulfils|enrol|enrols|skilful|whilst|amongst|learnt|spelt|burnt|dreamt|practis(e|ed|es|ing)"
              + "|catalogues?|dialogues|sceptic\\w*|maths|mum|aluminium|manoeuvre\\w*|plough\\w*|mould\\w*|storeys?"
              + ")\\b");

  private LintRules() {}

  /** The text without code and marks. */
  static String prose(String markdown) {
    String text = FENCE.matcher(markdown).replaceAll("\n\n");
    text = CODE.matcher(text).replaceAll("code");
    return LINK.matcher(text).replaceAll("$1").replaceAll("[*_#>]+", "");
  }

  static List<String> words(String prose) {
    return WORD.matcher(prose).results().map(MatchResult::group).toList();
  }

  /** Messages about the prose of one text. */
  static List<String> check(String prose, String locale) {
    List<String> messages = new ArrayList<>();
    List<String> sentences =
        Arrays.stream(SENTENCE_END.split(prose)).filter(s -> !words(s).isEmpty()).toList();
    sentences.stream()
        .map(sentence -> words(sentence).size())
        .filter(length -> length > LONGEST_SENTENCE)
        .forEach(
            length ->
                messages.add(
                    "a sentence has %d words, not at most %d".formatted(length, LONGEST_SENTENCE)));
    List<String> words = words(prose);
    if (words.size() >= RATED_WORDS) {
      long ease = readingEase(words, sentences.size(), locale);
      if (ease < LEAST_READING_EASE) {
        messages.add("the reading ease is %d, not at least %d".formatted(ease, LEAST_READING_EASE));
      }
    }
    if (UNFINISHED.matcher(prose).find()) {
      messages.add("the text is marked as unfinished");
    }
    if (locale.equals("en")) {
      BRITISH
          .matcher(prose)
          .results()
          .map(word -> "\"" + word.group() + "\" is not spelled the American way")
          .forEach(messages::add);
    }
    return messages;
  }

  /**
   * Flesch reading ease; for German with Amstad's factors. See Rudolf Flesch, "A new readability
   * yardstick", 1948; Toni Amstad, "Wie verständlich sind unsere Zeitungen?", 1978.
   */
  static long readingEase(List<String> words, int sentences, String locale) {
    double length = (double) words.size() / sentences;
    double syllables =
        words.stream().mapToInt(word -> syllables(word, locale)).sum() / (double) words.size();
    return Math.round(
        locale.startsWith("de")
            ? 180 - length - 58.5 * syllables
            : 206.835 - 1.015 * length - 84.6 * syllables);
  }

  /** Groups of vowels, in English without a silent e. */
  private static int syllables(String word, String locale) {
    String spoken =
        locale.startsWith("de")
            ? word
            : word.toLowerCase(Locale.ROOT).replaceFirst("(?<![l])e[sd]?$", "");
    return Math.max(1, (int) VOWELS.matcher(spoken).results().count());
  }

  /** Messages about the links of a text; what they lead to is not fetched. */
  static List<String> links(String markdown) {
    return LINK.matcher(FENCE.matcher(markdown).replaceAll(""))
        .results()
        .filter(link -> link.group(1).isBlank() || !isWebAddress(link.group(2)))
        .map(link -> "a link needs a text and an address that begins with https://")
        .distinct()
        .toList();
  }

  private static boolean isWebAddress(String address) {
    try {
      URI uri = URI.create(address.strip());
      return "https".equals(uri.getScheme()) && uri.getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The text without the bold labels of its paragraphs, which texts have in common. */
  static String withoutLabels(String text) {
    return LABEL.matcher(text).replaceAll("");
  }

  static boolean namesMistake(String advice) {
    return MISTAKE.matcher(advice).find();
  }

  /** Whether the last third of a story tells what came of it. */
  static boolean hasResult(String story) {
    String prose = prose(story);
    return RESULT.matcher(prose.substring(prose.length() * 2 / 3)).find();
  }
}
