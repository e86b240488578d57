package dev.prepgraph.common.language;

import java.util.List;
import java.util.function.Supplier;

/**
 * The language of everything that a request reads without a {@code locale} argument. It is chosen
 * once, so that a publication in between does not mix languages. Only one thread at a time uses it.
 */
public final class RequestLanguage {

  /** For the descriptions of {@code locale} arguments. */
  public static final String BY_DEFAULT =
      "; by default that of the request, as Accept-Language asks for it.";

  private static final ThreadLocal<RequestLanguage> CURRENT = new ThreadLocal<>();

  private final AcceptLanguage accepted;

  /** Null where the client asks for none that is published. */
  private String requested;

  /** Null until it is chosen. */
  private String chosen;

  private boolean used;

  public RequestLanguage(AcceptLanguage accepted) {
    this.accepted = accepted;
  }

  /** Runs work of the request on this thread, in its language. */
  public <T> T call(Supplier<T> work) {
    CURRENT.set(this);
    try {
      return work.get();
    } finally {
      CURRENT.remove();
    }
  }

  /**
   * The locale that the request of this thread asks for; null where it asks for none that is
   * published, or where there is no request.
   *
   * @param published the default first
   */
  public static String requested(List<String> published) {
    RequestLanguage current = CURRENT.get();
    if (current == null) {
      return null;
    }
    current.used = true;
    current.choose(published);
    return current.requested;
  }

  /**
   * Chooses the language, unless it is chosen.
   *
   * @param published the default first
   */
  public String choose(List<String> published) {
    if (chosen == null) {
      requested = accepted.lookup(published);
      chosen = requested == null ? published.get(0) : requested;
    }
    return chosen;
  }

  /** The language that the response depends on; null where it depends on none. */
  public String used() {
    return used ? chosen : null;
  }
}
