package dev.prepgraph.execution;

import io.quarkus.oidc.OIDCException;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;

/** The errors of requests whose token is rejected or cannot be verified. */
public final class AuthenticationErrors {

  public static final String REFUSAL =
      "The Authorization header must hold one valid bearer token; leave it out to read what is public";

  public static final String PROVIDER_DOWN = "Tokens cannot be checked for the moment; try again";

  private AuthenticationErrors() {}

  /** Whether a token could not be checked, rather than was found wanting. */
  public static boolean isProviderDown(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(cause -> cause instanceof OIDCException || cause instanceof IOException);
  }
}
