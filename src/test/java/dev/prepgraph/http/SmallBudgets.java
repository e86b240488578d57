package dev.prepgraph.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * Small budgets, a site of another origin, and a trusted proxy at another address of this machine.
 */
public final class SmallBudgets implements QuarkusTestProfile {

  public static final int USER_POINTS = 100_000;
  static final int ADDRESS_POINTS = 50_000;
  static final String SITE = "https://spa.example";

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "prepgraph.budget.user-points", String.valueOf(USER_POINTS),
        "prepgraph.budget.user-restore-rate", "100",
        "prepgraph.budget.anonymous-points", String.valueOf(ADDRESS_POINTS),
        "prepgraph.budget.anonymous-restore-rate", "50",
        "prepgraph.limits.mutations", "30",
        "quarkus.http.cors.origins", SITE,
        "quarkus.http.proxy.proxy-address-forwarding", "true",
        "quarkus.http.proxy.trusted-proxies", "127.0.0.2");
  }
}
