package dev.prepgraph.viewer;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;

/**
 * What the framework does not check. Refuses users whom OpenID Connect does not allow (Core 1.0, 2:
 * a subject has at most 255 ASCII characters), and ID tokens, which tell a client who has logged in
 * and are no permission to call anybody. Where the audience is the client's, nothing else would.
 * Keycloak marks its tokens in the claim {@code typ}; the other claims are defined for ID tokens
 * alone (OpenID Connect Core 1.0, 2 and 3.3.2.11).
 */
@ApplicationScoped
@Unremovable
class AccessTokenRule implements Validator {

  private static final String BEARER = "Bearer";
  private static final Pattern SUBJECT = Pattern.compile("[ -~]{1,255}");

  @Override
  public String validate(JwtContext context) throws MalformedClaimException {
    JwtClaims claims = context.getJwtClaims();
    if (claims.hasClaim("sub") && !SUBJECT.matcher(claims.getSubject()).matches()) {
      return "The subject is not one";
    }
    boolean accessToken =
        claims.hasClaim("typ")
            ? BEARER.equalsIgnoreCase(claims.getStringClaimValue("typ"))
            : Stream.of("nonce", "at_hash", "c_hash").noneMatch(claims::hasClaim);
    return accessToken ? null : "This is no access token";
  }
}
