package dev.prepgraph.partner.overlay.content;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A partner's own question, as the partner wrote it.")
@RegisterForReflection
public record OverlayQuestionContent(
    @NonNull
        @Description(
            "Anchor, unique in the language: lower-case letters, digits and hyphens, at most 100 characters.")
        String slug,
    @NonNull @Description("Wording of the question, at most 500 characters.") String prompt,
    @Description("Advice on the answer. Markdown without HTML, at most 5,000 characters.")
        String advice,
    @Description("Sample answer. Markdown without HTML, at most 10,000 characters.")
        String answer) {}
