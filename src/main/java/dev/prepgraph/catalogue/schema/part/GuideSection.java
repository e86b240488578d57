package dev.prepgraph.catalogue.schema.part;

import dev.prepgraph.common.Cost;
import dev.prepgraph.richtext.RichText;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Title and introduction of a section of a guide's page.")
public record GuideSection(
    @NonNull @Description("The section.") GuideSectionKind kind,
    @NonNull @Description("Heading.") String title,
    @NonNull @Description("Introduction. Markdown.") @Cost(weight = 16) String intro,
    @NonNull @Description("The `intro` as HTML and plain text.") @Cost(weight = 16)
        RichText introRich,
    @NonNull @Description("Locale of the title, after fallback.") String resolvedLocale) {}
