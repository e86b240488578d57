package dev.prepgraph.account.transfer;

import dev.prepgraph.catalogue.GuideService;
import dev.prepgraph.catalogue.QuestionService;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * A question or a guide of the catalogue.
 *
 * @param id its node id, or null
 * @param slug for installations that do not know the id
 */
@RegisterForReflection
public record Reference(String id, String slug) {

  /** A reference to a question; null where there is no key. */
  public static Reference question(UUID key, String slug) {
    return key == null ? null : new Reference(QuestionService.id(key), slug);
  }

  /** A reference to a guide; null where there is no key. */
  public static Reference guide(UUID key, String slug) {
    return key == null ? null : new Reference(GuideService.id(key), slug);
  }
}
