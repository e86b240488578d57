package dev.prepgraph.catalogue.schema.part;

import dev.prepgraph.common.Cost;
import dev.prepgraph.richtext.RichText;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A skill or certification that a role asks for.")
public record Skill(
    @NonNull @Description("Display name.") String name,
    @NonNull @Description("Kind of the skill.") SkillKind kind,
    @Description("Reason that the role needs it. Markdown.") @Cost(weight = 16) String why,
    @Description("The `why` as HTML and plain text.") @Cost(weight = 16) RichText whyRich,
    @NonNull @Description("Locale of the name, after fallback.") String resolvedLocale) {}
