package dev.prepgraph.partner.page;

import dev.prepgraph.common.Cost;
import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.Payload;
import dev.prepgraph.partner.page.schema.GuideAddress;
import dev.prepgraph.partner.page.schema.SetGuideAddressesInput;
import dev.prepgraph.partner.page.schema.SetGuideAddressesPayload;
import dev.prepgraph.partner.schema.PartnerProfile;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The GraphQL API of the addresses of partners' pages. */
@GraphQLApi
public class AddressApi {

  private final AddressService addresses;

  AddressApi(AddressService addresses) {
    this.addresses = addresses;
  }

  @Name("guideAddresses")
  @Description(
      "The addresses of the partner's pages of guides, the default first; null for a revoked partner. For the partner's service with the scope OVERLAY, and admins.")
  @ListSize(assumedSize = 20)
  @Cost(weight = 80)
  public List<@Nullable List<@NonNull GuideAddress>> addressesOfPartners(
      @Source List<PartnerProfile> partners) {
    return addresses.list(partners);
  }

  @Mutation("setGuideAddresses") // SmallRye removes "set"
  @NonNull
  @Description(
      "Sets the addresses of a partner's pages of guides, for sitemaps, structured data, oEmbed and embedded cards. For the partner's service with the scope OVERLAY, and admins.")
  public SetGuideAddressesPayload setGuideAddresses(
      @NonNull @Name("input") @Description("The addresses.") SetGuideAddressesInput input) {
    return Payload.of(
        () -> new SetGuideAddressesPayload(addresses.set(input), List.of()),
        errors -> new SetGuideAddressesPayload(List.of(), errors));
  }
}
