package dev.prepgraph.partner.usage.schema;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("PartnerUsage")
@Description(
    "What a partner's services and pages used, without anything about single users; up to date within seconds.")
public record PartnerUsage(
    @NonNull @Description("First day, in UTC.") LocalDate from,
    @NonNull @Description("Last day, in UTC.") LocalDate to,
    @Ignore UUID partnerKey) {}
