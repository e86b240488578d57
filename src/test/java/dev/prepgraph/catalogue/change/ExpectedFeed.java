package dev.prepgraph.catalogue.change;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The changes that the feed should report, from what each publication shows. */
final class ExpectedFeed {

  /**
   * A localization.
   *
   * @param shown what readers see; null when it is withdrawn
   * @param first the revision that showed it first
   * @param published the revision that showed it first since its last withdrawal
   * @param changed the revision of its last change
   */
  private record Entry(Object shown, int first, int published, int changed) {}

  private final Map<String, Entry> entries = new TreeMap<>();

  /** Records a publication, by slug and locale. */
  void publish(int revision, Map<String, Object> shown) {
    TreeSet<String> pages = new TreeSet<>(entries.keySet());
    pages.addAll(shown.keySet());
    for (String page : pages) {
      Entry before = entries.getOrDefault(page, new Entry(null, revision, revision, revision));
      Object now = shown.get(page);
      if (now == null && before.shown() != null) {
        entries.put(page, new Entry(null, before.first(), before.published(), revision));
      } else if (now != null && !now.equals(before.shown())) {
        int published = before.shown() == null ? revision : before.published();
        entries.put(page, new Entry(now, before.first(), published, revision));
      }
    }
  }

  /** The changes since a revision, by slug and locale: kind, kind of object and revision. */
  Map<String, String> since(int revision) {
    Map<String, String> changes = new TreeMap<>();
    entries.forEach(
        (page, entry) -> {
          boolean known = entry.shown() != null || entry.first() <= revision;
          if (entry.changed() > revision && known) {
            changes.put(
                page, kind(entry, revision) + " " + objectKind(page) + " " + entry.changed());
          }
        });
    return changes;
  }

  private static String kind(Entry entry, int since) {
    if (entry.shown() == null) {
      return "UNPUBLISHED";
    }
    return entry.published() > since ? "PUBLISHED" : "CHANGED";
  }

  private static String objectKind(String page) {
    if (page.startsWith("c-guide-")) {
      return "GUIDE";
    }
    return page.startsWith("c-question-") ? "QUESTION" : "CRITERION";
  }
}
