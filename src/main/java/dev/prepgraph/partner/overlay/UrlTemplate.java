package dev.prepgraph.partner.overlay;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts and HTTPS URLs with placeholders such as {slug}, whose host is literal. */
public final class UrlTemplate {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

  /** ASCII with the literal host of the first group, then a path, query or fragment. */
  private static final Pattern FORM =
      Pattern.compile("https://([A-Za-z0-9.:-]+)((?:[/?#][\\x21-\\x7E]*)?)");

  private static final Pattern ORIGIN =
      Pattern.compile("^(https://[^/?#]*?)(?::(?:443)?)?(?=[/?#]|$)", Pattern.CASE_INSENSITIVE);

  private UrlTemplate() {}

  /** Whether a URL is an absolute one with https, and has no other placeholders than these. */
  public static boolean isValid(String template, Set<String> placeholders) {
    return hasOnly(template, placeholders)
        && FORM.matcher(template).matches()
        && uri(PLACEHOLDER.matcher(template).replaceAll("x"))
            .filter(uri -> uri.getHost() != null && uri.getUserInfo() == null)
            .isPresent();
  }

  /** Whether a text has no other placeholders than these, and no other braces. */
  public static boolean hasOnly(String template, Set<String> placeholders) {
    Matcher found = PLACEHOLDER.matcher(template);
    String rest = found.replaceAll("");
    return rest.indexOf('{') < 0
        && rest.indexOf('}') < 0
        && found.reset().results().map(used -> used.group(1)).allMatch(placeholders::contains);
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** A URL with its scheme and host as browsers send them: in lower case, without port 443. */
  public static String normalized(String url) {
    return ORIGIN
        .matcher(url)
        .replaceFirst(origin -> Matcher.quoteReplacement(origin.group(1).toLowerCase(Locale.ROOT)));
  }

  /** The host of a valid URL, with its port if it names one. */
  public static String host(String url) {
    return URI.create(PLACEHOLDER.matcher(url).replaceAll("x")).getAuthority();
  }

  /** The text without its placeholders. */
  public static String literal(String template) {
    return PLACEHOLDER.matcher(template).replaceAll(" ");
  }

  /** A pattern of the URLs that a template expands to, with a group for each placeholder's name. */
  public static Pattern pattern(String template) {
    StringBuilder pattern = new StringBuilder();
    Matcher found = PLACEHOLDER.matcher(template);
    int end = 0;
    while (found.find()) {
      pattern.append(Pattern.quote(template.substring(end, found.start())));
      boolean repeated = pattern.indexOf("(?<" + found.group(1) + ">") >= 0;
      pattern.append(
          repeated ? "\\k<" + found.group(1) + ">" : "(?<" + found.group(1) + ">[^/?#&]+)");
      end = found.end();
    }
    return Pattern.compile(pattern.append(Pattern.quote(template.substring(end))).toString());
  }

  /** The URL with percent-encoded values; empty where a value is missing. */
  public static Optional<String> url(String template, Map<String, String> values) {
    return expand(template, values, UrlTemplate::encode);
  }

  /** The text with its values; empty where one is missing. */
  static Optional<String> text(String template, Map<String, String> values) {
    return expand(template, values, UnaryOperator.identity());
  }

  private static Optional<String> expand(
      String template, Map<String, String> values, UnaryOperator<String> encoding) {
    Matcher found = PLACEHOLDER.matcher(template);
    if (!found.results().map(used -> used.group(1)).allMatch(values::containsKey)) {
      return Optional.empty();
    }
    return Optional.of(
        found.replaceAll(
            (MatchResult used) ->
                Matcher.quoteReplacement(encoding.apply(values.get(used.group(1))))));
  }

  /** Percent-encoding in UTF-8 of all but unreserved characters (RFC 3986, 2.3). */
  static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
