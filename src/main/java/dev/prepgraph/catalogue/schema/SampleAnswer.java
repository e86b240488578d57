package dev.prepgraph.catalogue.schema;

import dev.prepgraph.common.Cost;
import dev.prepgraph.richtext.RichText;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A sample answer.")
public record SampleAnswer(
    @NonNull @Description("Purpose of the sample.") SampleAnswerKind kind,
    @NonNull @Description("Markdown.") @Cost(weight = 16) String body,
    @NonNull @Description("The `body` as HTML and plain text.") @Cost(weight = 16)
        RichText bodyRich,
    @NonNull @Description("Locale of the `body`, after fallback.") String resolvedLocale) {}
