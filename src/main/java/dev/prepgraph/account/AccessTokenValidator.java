package dev.prepgraph.account;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;

/**
 * Rejects signed tokens that are not access tokens (ID, refresh and logout tokens), which Quarkus
 * does not distinguish. Also rejects subjects that OpenID Connect does not allow (Core 1.0, 2) and
 * tokens with a long lifetime.
 */
@ApplicationScoped
@Unremovable
class AccessTokenValidator implements Validator {

  /** Values of the header {@code typ} of access tokens (RFC 7519, 5.1 and RFC 9068, 2.1). */
  private static final Set<String> HEADER_TYPES = Set.of("jwt", "at+jwt");

  /** Claims with the purpose of a token: Keycloak's, Cognito's and a common third one. */
  private static final List<String> USES = List.of("typ", "token_use", "token_type");

  private static final Set<String> ACCESS = Set.of("bearer", "access", "access_token");

  /** Claims of logout tokens (Back-Channel Logout 1.0, 2.4) and of other security events. */
  private static final List<String> EVENTS = List.of("events");

  /** Claims only of ID tokens (OpenID Connect Core 1.0, 2 and 3.3.2.11; FAPI 1.0, 5.1). */
  private static final List<String> IDENTITY = List.of("nonce", "at_hash", "c_hash", "s_hash");

  private static final Pattern SUBJECT = Pattern.compile("[ -~]{1,255}");

  private final AccountConfig config;

  AccessTokenValidator(AccountConfig config) {
    this.config = config;
  }

  @Override
  public String validate(JwtContext context) throws MalformedClaimException {
    JwtClaims claims = context.getJwtClaims();
    if (claims.hasClaim("sub") && !SUBJECT.matcher(claims.getSubject()).matches()) {
      return "The subject is not valid";
    }
    NumericDate expiry = claims.getExpirationTime();
    if (expiry == null) {
      return "The token has no expiry";
    }
    if (expiry.getValue() - NumericDate.now().getValue() > config.maxTokenLifetime().toSeconds()) {
      return "The token's lifetime is too long";
    }
    return isAccessToken(context, claims) ? null : "The token is not an access token";
  }

  private static boolean isAccessToken(JwtContext context, JwtClaims claims) {
    boolean typed =
        context.getJoseObjects().stream()
            .map(jose -> jose.getHeader("typ"))
            .allMatch(type -> type == null || HEADER_TYPES.contains(mediaType(type)));
    boolean used =
        USES.stream().filter(claims::hasClaim).allMatch(use -> isAccess(claims.getClaimValue(use)));
    // Older access tokens of Keycloak have a nonce, and their purpose in typ.
    Stream<String> foreign =
        claims.hasClaim("typ")
            ? EVENTS.stream()
            : Stream.of(EVENTS, IDENTITY).flatMap(List::stream);
    return typed && used && foreign.noneMatch(claims::hasClaim);
  }

  private static String mediaType(String type) {
    return type.toLowerCase(Locale.ROOT).replaceFirst("^application/", "");
  }

  private static boolean isAccess(Object use) {
    return use instanceof String text && ACCESS.contains(text.toLowerCase(Locale.ROOT));
  }
}
