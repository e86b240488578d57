package dev.prepgraph.partner.overlay;

import dev.prepgraph.common.Sha256;
import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.common.secret.SecretToken;
import dev.prepgraph.partner.CurrentPartner;
import dev.prepgraph.partner.Partner;
import dev.prepgraph.partner.overlay.model.OverlayPreviewEntity;
import dev.prepgraph.partner.overlay.schema.CreateOverlayPreviewInput;
import dev.prepgraph.partner.overlay.schema.CreateOverlayPreviewPayload;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Preview tokens, which show a partner's drafts to the partner's own requests until they expire.
 */
@ApplicationScoped
class OverlayPreviews implements PanacheRepositoryBase<OverlayPreviewEntity, byte[]> {

  private static final int DEFAULT_MINUTES = 60;
  private static final int MAX_MINUTES = 10_080;

  private final CurrentPartner current;
  private final PartnerWrites writes;
  private final OverlayConfig config;
  private final Clock clock;

  OverlayPreviews(CurrentPartner current, PartnerWrites writes, OverlayConfig config, Clock clock) {
    this.current = current;
    this.writes = writes;
    this.config = config;
    this.clock = clock;
  }

  CreateOverlayPreviewPayload create(CreateOverlayPreviewInput input) {
    Partner partner = writes.requirePartner(input.partner());
    int minutes = input.expiresInMinutes() == null ? DEFAULT_MINUTES : input.expiresInMinutes();
    if (minutes < 1 || minutes > MAX_MINUTES) {
      throw new UserErrorException(
          UserErrorCode.INVALID,
          "expiresInMinutes must be 1 to 10,080",
          "input",
          "expiresInMinutes");
    }
    String token = SecretToken.create();
    Instant now = clock.instant();
    Instant expiresAt = now.plus(Duration.ofMinutes(minutes));
    writes.call(
        partner,
        () -> {
          delete("partnerId = ?1 and expiresAt <= ?2", partner.id(), now);
          if (count("partnerId", partner.id()) >= config.previews()) {
            throw new UserErrorException(
                UserErrorCode.LIMIT_REACHED,
                "A partner has at most " + config.previews() + " valid preview tokens");
          }
          persist(new OverlayPreviewEntity(Sha256.of(token), partner.id(), expiresAt));
          return null;
        });
    return new CreateOverlayPreviewPayload(token, expiresAt, List.of());
  }

  /**
   * Whether the request shows the partner's drafts, which no cache may keep.
   *
   * @param token null for that of the request's header
   * @throws RequestException for a token that is invalid, expired or another partner's
   */
  boolean isPreview(Partner partner, String token) {
    String given = token == null ? current.previewToken().orElse(null) : token;
    if (given == null) {
      return false;
    }
    current.preventCaching();
    long valid =
        writes.read(
            () ->
                count(
                    "digest = ?1 and partnerId = ?2 and expiresAt > ?3",
                    Sha256.of(given),
                    partner.id(),
                    clock.instant()));
    if (valid == 0) {
      throw new RequestException(
          ErrorCode.FORBIDDEN, "The preview token must be a valid one of the request's partner");
    }
    return true;
  }
}
