package dev.prepgraph.richtext;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The elements and attributes that rendered Markdown may have. */
// Classes that the sanitizer chooses by name, for the native image.
@RegisterForReflection(classNames = {"org.owasp.shim.ForJava8", "org.owasp.shim.ForJava9AndLater"})
final class HtmlPolicy {

  private static final Pattern URL = Pattern.compile("(?i)(?:https?://|mailto:)[^\\s\\p{Cntrl}]+");
  private static final Pattern LANGUAGE = Pattern.compile("language-[A-Za-z0-9+#._-]{1,40}");
  private static final Pattern ALIGNMENT = Pattern.compile("align-(?:left|center|right)");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private static final PolicyFactory POLICY =
      new HtmlPolicyBuilder()
          .allowElements("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr", "br")
          .allowElements("ul", "ol", "li", "pre", "code", "em", "strong", "del")
          .allowElements("table", "thead", "tbody", "tr", "th", "td")
          .allowElements(HtmlPolicy::link, "a")
          .allowStandardUrlProtocols()
          .allowAttributes("href")
          .matching(URL)
          .onElements("a")
          .allowAttributes("title")
          .onElements("a")
          .allowAttributes("class")
          .matching(LANGUAGE)
          .onElements("code")
          .allowAttributes("class")
          .matching(ALIGNMENT)
          .onElements("th", "td")
          .allowAttributes("start")
          .matching(NUMBER)
          .onElements("ol")
          .toFactory();

  private HtmlPolicy() {}

  /** A link without an allowed URL is its text alone. */
  // The sanitizer's own rels have another order in each process, and every replica answers the
  // same.
  private static String link(String element, List<String> attributes) {
    for (int name = 0; name < attributes.size(); name += 2) {
      if (attributes.get(name).equals("href")) {
        attributes.addAll(List.of("rel", "nofollow noopener"));
        return element;
      }
    }
    return null;
  }

  static String sanitize(String html) {
    return POLICY.sanitize(html);
  }
}
