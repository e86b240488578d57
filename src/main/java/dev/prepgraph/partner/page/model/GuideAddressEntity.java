package dev.prepgraph.partner.page.model;

import dev.prepgraph.partner.page.schema.GuideAddress;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The address of a partner's pages of guides in a language. */
@Entity
@Immutable
@Table(schema = "partner", name = "guide_address")
public class GuideAddressEntity {

  /** The partner and the language. */
  @Embeddable
  public record Key(UUID partnerId, String locale) {}

  @EmbeddedId Key key;

  int position;
  String urlTemplate;
  String host;

  protected GuideAddressEntity() {}

  public GuideAddressEntity(UUID partnerId, GuideAddress address, int position, String host) {
    this.key = new Key(partnerId, address.locale());
    this.position = position;
    this.urlTemplate = address.urlTemplate();
    this.host = host;
  }
}
