package dev.prepgraph.partner.page.schema;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("The address of a partner's pages of guides in a language.")
@RegisterForReflection
public record GuideAddress(
    @NonNull @Description("Language of the pages, as a BCP 47 tag.") String locale,
    @NonNull
        @Description(
            "URL template with {slug}, and {locale} if wanted: https, in ASCII, at most 1,000 characters, for example https://example.com/interviews/{slug}. The host is saved in lower case, without port 443.")
        String urlTemplate) {}
