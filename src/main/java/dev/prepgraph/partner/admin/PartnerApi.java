package dev.prepgraph.partner.admin;

import dev.prepgraph.common.error.FieldUpdate;
import dev.prepgraph.common.error.Payload;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.paging.PageRequest;
import dev.prepgraph.partner.CurrentPartner;
import dev.prepgraph.partner.Partner;
import dev.prepgraph.partner.PartnerAccess;
import dev.prepgraph.partner.model.PartnerSettings;
import dev.prepgraph.partner.schema.CreatePartnerInput;
import dev.prepgraph.partner.schema.PartnerBudget;
import dev.prepgraph.partner.schema.PartnerBudgetInput;
import dev.prepgraph.partner.schema.PartnerConnection;
import dev.prepgraph.partner.schema.PartnerField;
import dev.prepgraph.partner.schema.PartnerPayload;
import dev.prepgraph.partner.schema.PartnerProfile;
import dev.prepgraph.partner.schema.RestorePartnerInput;
import dev.prepgraph.partner.schema.RevokePartnerInput;
import dev.prepgraph.partner.schema.UpdatePartnerInput;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The GraphQL API of partners. */
@GraphQLApi
public class PartnerApi {

  private final PartnerService partners;
  private final PartnerAccess admins;
  private final CurrentPartner current;

  PartnerApi(PartnerService partners, PartnerAccess admins, CurrentPartner current) {
    this.partners = partners;
    this.admins = admins;
    this.current = current;
  }

  @Query
  @Description(
      "The partner whose service asks; for an admin, the one with the slug. Null for others.")
  public PartnerProfile partner(
      @Name("slug") @Description("Slug of the partner; by default the caller's own.") String slug) {
    Optional<Partner> found =
        slug != null && admins.isAdmin()
            ? partners.bySlug(slug)
            : current.machine().filter(own -> slug == null || own.slug().equals(slug));
    return found.map(PartnerProfile::of).orElse(null);
  }

  @Query
  @Description("All partners by slug, also revoked ones. For admins.")
  public PartnerConnection partners(
      @Name("first") @Description(PageRequest.FIRST) Integer first,
      @Name("after") @Description(PageRequest.AFTER) String after,
      @Name("last") @Description(PageRequest.LAST) Integer last,
      @Name("before") @Description(PageRequest.BEFORE) String before) {
    admins.require();
    return PartnerConnection.of(
        partners.page(PageRequest.of(first, after, last, before), PartnerProfile::of));
  }

  @Mutation
  @NonNull
  @Description("Creates a partner. For admins.")
  public PartnerPayload createPartner(
      @NonNull @Name("input") @Description("The partner.") CreatePartnerInput input) {
    UUID admin = admins.requireAccount();
    PartnerSettings settings =
        new PartnerSettings(
            input.name(),
            input.clientId(),
            input.loginClientId(),
            Set.copyOf(input.scopes()),
            input.origins() == null ? Set.of() : Set.copyOf(input.origins()),
            PartnerBudgetInput.toBudget(input.budget()));
    return payload(() -> partners.create(input.slug(), settings, admin));
  }

  @Mutation
  @NonNull
  @Description("Changes a partner. Equal fields make no new version. For admins.")
  public PartnerPayload updatePartner(
      @NonNull @Name("input") @Description("The changes.") UpdatePartnerInput input) {
    UUID admin = admins.requireAccount();
    return payload(
        () ->
            partners.update(
                key(input.id()), input.expectedVersion(), now -> updated(now, input), admin));
  }

  private static PartnerSettings updated(PartnerSettings now, UpdatePartnerInput input) {
    List<PartnerField> clear = input.clear();
    PartnerBudget budget = PartnerBudgetInput.toBudget(input.budget());
    return new PartnerSettings(
        input.name() == null ? now.name() : input.name(),
        input.clientId() == null ? now.clientId() : input.clientId(),
        FieldUpdate.of(
            now.loginClientId(), input.loginClientId(), clear, PartnerField.LOGIN_CLIENT),
        input.scopes() == null ? now.scopes() : Set.copyOf(input.scopes()),
        input.origins() == null ? now.origins() : Set.copyOf(input.origins()),
        FieldUpdate.of(now.budget(), budget, clear, PartnerField.BUDGET));
  }

  @Mutation
  @NonNull
  @Description(
      "Revokes a partner: within seconds, all servers reject its services and pages. For admins.")
  public PartnerPayload revokePartner(
      @NonNull @Name("input") @Description("The partner.") RevokePartnerInput input) {
    UUID admin = admins.requireAccount();
    return payload(
        () -> partners.setRevoked(key(input.id()), input.expectedVersion(), true, admin));
  }

  @Mutation
  @NonNull
  @Description("Restores a revoked partner. For admins.")
  public PartnerPayload restorePartner(
      @NonNull @Name("input") @Description("The partner.") RestorePartnerInput input) {
    UUID admin = admins.requireAccount();
    return payload(
        () -> partners.setRevoked(key(input.id()), input.expectedVersion(), false, admin));
  }

  private static UUID key(String id) {
    return NodeId.parse(PartnerProfile.KIND, id).orElse(null);
  }

  private static PartnerPayload payload(Supplier<Partner> change) {
    return Payload.of(PartnerPayload::new, () -> PartnerProfile.of(change.get()));
  }
}
