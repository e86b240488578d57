package dev.prepgraph.catalogue.schema.part;

import dev.prepgraph.catalogue.schema.Criterion;
import dev.prepgraph.common.Cost;
import dev.prepgraph.richtext.RichText;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A criterion of a good candidate for a role.")
public record RoleCriterion(
    @NonNull @Description("The criterion.") Criterion criterion,
    @Description("Reason that it matters for the role. Markdown.") @Cost(weight = 16)
        String whyItMatters,
    @Description("The `whyItMatters` as HTML and plain text.") @Cost(weight = 16)
        RichText whyItMattersRich,
    @Description("Locale of the `whyItMatters`, after fallback; null without one.")
        String resolvedLocale) {}
