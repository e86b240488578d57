package dev.prepgraph.partner.overlay.schema;

import dev.prepgraph.common.Cost;
import dev.prepgraph.richtext.RichText;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "A partner's own question on a guide. It is no part of the catalogue: neither a node nor found.")
public record OverlayQuestion(
    @NonNull @Description("Anchor, unique in the overlay.") String slug,
    @NonNull @Description("Wording of the question.") @Cost(weight = 1) String prompt,
    @Description("Advice on the answer. Markdown.") @Cost(weight = 20) String advice,
    @Description("The `advice` as HTML and plain text.") @Cost(weight = 20) RichText adviceRich,
    @Description("Sample answer. Markdown.") @Cost(weight = 40) String answer,
    @Description("The `answer` as HTML and plain text.") @Cost(weight = 40) RichText answerRich,
    @NonNull @Description("Locale of the question, after fallback.") String resolvedLocale) {}
