package dev.prepgraph.partner.overlay;

import dev.prepgraph.common.Text;
import dev.prepgraph.common.error.ListChecks;
import dev.prepgraph.common.error.TextChecks;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.partner.overlay.content.OverlayContent;
import dev.prepgraph.partner.overlay.content.OverlayImageContent;
import dev.prepgraph.partner.overlay.content.OverlayJobLinkContent;
import dev.prepgraph.partner.overlay.content.OverlayLinkContent;
import dev.prepgraph.partner.overlay.content.OverlayQuestionContent;
import dev.prepgraph.richtext.MarkdownRenderer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.regex.Pattern;

/** Checks the draft of an overlay, and collects its errors with their paths. */
final class OverlayChecks {

  private static final int MAX_CONTENTS = 20;
  private static final int MAX_CHARACTERS = 200_000;
  private static final int MAX_ERRORS = 200;
  private static final int MAX_QUESTIONS = 20;
  private static final int MAX_LINKS = 12;
  private static final int MAX_JOB_LINKS = 10;
  private static final int MAX_IMAGES = 3;
  private static final int MAX_JOBS = 10_000_000;
  private static final int MAX_URL = 1_000;

  /** The placeholders of texts and URLs. */
  static final Set<String> PLACEHOLDERS = Set.of("title", "slug", "occupationCode", "locale");

  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

  private final boolean ofGuide;
  private final String guide;
  private final RoleNames names;
  private final List<UserError> errors = new ArrayList<>();
  private final Set<String> locales = new HashSet<>();
  private int characters;

  /**
   * @param ofGuide whether the overlay is for one guide
   * @param guide slug of the guide; null for another scope
   */
  OverlayChecks(boolean ofGuide, String guide, RoleNames names) {
    this.ofGuide = ofGuide;
    this.guide = guide;
    this.names = names;
  }

  /** The errors of a draft, at most 200. */
  List<UserError> errors(List<OverlayContent> contents) {
    String[] path = {"input", "contents"};
    each(contents, MAX_CONTENTS, path, (content, i) -> content(content, at(path, i)));
    if (characters > MAX_CHARACTERS) {
      errors.add(
          UserError.of(
              UserErrorCode.TOO_LARGE,
              "contents must have at most " + MAX_CHARACTERS + " characters together",
              path));
    }
    return errors.stream().limit(MAX_ERRORS).toList();
  }

  private void content(OverlayContent content, String[] path) {
    TextChecks.locale(errors, content.locale(), at(path, "locale"));
    if (!locales.add(content.locale().toLowerCase(Locale.ROOT))) {
      duplicate("locale", at(path, "locale"));
    }
    if (!ofGuide) {
      empty(content.questions(), at(path, "questions"));
      empty(content.images(), at(path, "images"));
    }
    questions(content.questions(), at(path, "questions"));
    each(
        content.links(),
        MAX_LINKS,
        at(path, "links"),
        (link, n) -> link(link, at(path, "links", String.valueOf(n))));
    each(
        content.jobLinks(),
        MAX_JOB_LINKS,
        at(path, "jobLinks"),
        (link, n) -> jobLink(link, at(path, "jobLinks", String.valueOf(n))));
    markdown(content.brandingNotes(), 2_000, at(path, "brandingNotes"));
    images(content.images(), at(path, "images"));
  }

  private void questions(List<OverlayQuestionContent> questions, String[] path) {
    Set<String> slugs = new HashSet<>();
    each(
        questions,
        MAX_QUESTIONS,
        path,
        (question, i) -> {
          if (question.slug().length() > 100 || !SLUG.matcher(question.slug()).matches()) {
            invalid(
                "slug must be lower-case letters, digits and single hyphens, at most 100 characters",
                at(path, i, "slug"));
          }
          if (!slugs.add(question.slug())) {
            duplicate("slug", at(path, i, "slug"));
          }
          plain(question.prompt(), 500, at(path, i, "prompt"));
          markdown(question.advice(), 5_000, at(path, i, "advice"));
          markdown(question.answer(), 10_000, at(path, i, "answer"));
        });
  }

  private void link(OverlayLinkContent link, String[] path) {
    template(link.headline(), 150, true, at(path, "headline"));
    template(link.text(), 500, false, at(path, "text"));
    template(link.label(), 100, true, at(path, "label"));
    url(link.urlTemplate(), PLACEHOLDERS, at(path, "urlTemplate"));
    otherRole(link.urlTemplate(), at(path, "urlTemplate"));
  }

  private void jobLink(OverlayJobLinkContent link, String[] path) {
    template(link.label(), 100, true, at(path, "label"));
    url(link.urlTemplate(), PLACEHOLDERS, at(path, "urlTemplate"));
    otherRole(link.urlTemplate(), at(path, "urlTemplate"));
    if (link.count() != null && (link.count() < 0 || link.count() > MAX_JOBS)) {
      invalid("count must be 0 to 10,000,000", at(path, "count"));
    }
  }

  private void images(List<OverlayImageContent> images, String[] path) {
    Set<Object> slots = new HashSet<>();
    each(
        images,
        MAX_IMAGES,
        path,
        (image, i) -> {
          if (!slots.add(image.slot())) {
            duplicate("slot", at(path, i, "slot"));
          }
          url(image.url(), Set.of(), at(path, i, "url"));
          plain(image.alt(), 300, at(path, i, "alt"));
        });
  }

  private void plain(String text, int most, String[] path) {
    count(text);
    TextChecks.required(errors, text, most, path);
  }

  /** A text with placeholders that must not name another role. */
  private void template(String text, int most, boolean required, String[] path) {
    if (required) {
      plain(text, most, path);
    } else {
      count(text);
      TextChecks.length(errors, text, most, path);
    }
    if (text != null && !UrlTemplate.hasOnly(text, PLACEHOLDERS)) {
      invalid(
          path[path.length - 1]
              + " may contain braces only in {title}, {slug}, {occupationCode} and {locale}",
          path);
    }
    otherRole(text, path);
  }

  private void otherRole(String text, String[] path) {
    if (text == null || Text.length(text) > MAX_URL) {
      return;
    }
    names
        .other(text, guide)
        .ifPresent(
            slug ->
                invalid(
                    path[path.length - 1]
                        + " must not name the role of another guide ("
                        + slug
                        + "); use {title} or {slug}",
                    path));
  }

  private void url(String url, Set<String> placeholders, String[] path) {
    count(url);
    TextChecks.length(errors, url, MAX_URL, path);
    if (!UrlTemplate.isValid(url, placeholders)) {
      invalid(
          path[path.length - 1] + " must be an https URL, for example https://example.com/jobs",
          path);
    }
  }

  private void markdown(String text, int most, String[] path) {
    count(text);
    int before = errors.size();
    TextChecks.length(errors, text, most, path);
    if (text == null || errors.size() > before) {
      return;
    }
    if (Text.isBlank(text)) {
      invalid(path[path.length - 1] + " must not be blank; leave it out", path);
    } else if (text.indexOf('<') >= 0 && !MarkdownRenderer.rawHtml(text).isEmpty()) {
      invalid(
          path[path.length - 1]
              + " must not contain HTML, which is shown as text; write it as code",
          path);
    }
  }

  private void count(String text) {
    characters += text == null ? 0 : text.length();
  }

  private void empty(List<?> list, String[] path) {
    if (!list.isEmpty()) {
      invalid(path[path.length - 1] + " are for the overlay of one guide only", path);
    }
  }

  /** Visits entries up to a maximum, beyond which the list is rejected. */
  private <T> void each(List<T> list, int most, String[] path, ObjIntConsumer<T> check) {
    ListChecks.length(errors, list, most, path);
    for (int i = 0; i < Math.min(most, list.size()); i++) {
      check.accept(list.get(i), i);
    }
  }

  private void duplicate(String field, String[] path) {
    errors.add(UserError.of(UserErrorCode.DUPLICATE, field + " must be unique in its list", path));
  }

  private void invalid(String message, String[] path) {
    errors.add(UserError.of(UserErrorCode.INVALID, message, path));
  }

  private static String[] at(String[] path, int i, String... more) {
    return at(at(path, String.valueOf(i)), more);
  }

  private static String[] at(String[] path, String... more) {
    String[] longer = Arrays.copyOf(path, path.length + more.length);
    System.arraycopy(more, 0, longer, path.length, more.length);
    return longer;
  }
}
