package dev.prepgraph.site.docs;

import java.util.List;

/**
 * A page without the site's frame.
 *
 * @param name the last part of its path; empty for the first page
 * @param summary plain text of one paragraph
 * @param sections the headings of the second level
 * @param html the body
 */
record DocsPage(String name, String title, String summary, List<Section> sections, String html) {

  record Section(String anchor, String title) {}
}
