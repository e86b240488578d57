package dev.prepgraph.account;

import java.util.Set;

/**
 * Who the token of a request says is asking. Only issuer and subject are ever stored.
 *
 * @param issuer the identity provider
 * @param subject the user, as the provider names them for ever
 * @param name what to call them, or null
 * @param email their address, or null
 * @param roles what the provider lets them do beside what every user may
 */
record Caller(String issuer, String subject, String name, String email, Set<String> roles) {}
