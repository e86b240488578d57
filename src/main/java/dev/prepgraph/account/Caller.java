package dev.prepgraph.account;

import java.util.Set;

/**
 * The user of a token; only issuer and subject are ever stored.
 *
 * @param subject the provider's permanent name of the user
 * @param name display name, or null
 * @param email or null
 * @param roles those beyond every user's
 * @param clientId the OAuth client of the token, or null
 * @param tokenIssuer the issuer as the token says it
 */
record Caller(
    String issuer,
    String subject,
    String name,
    String email,
    Set<String> roles,
    String clientId,
    String tokenIssuer) {}
