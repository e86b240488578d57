package dev.prepgraph.partner.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleNamesTest {

  private static final RoleNames NAMES =
      new RoleNames(
          List.of(
              new RoleNames.Titles("backend-developer", Map.of("en", "Backend Developer")),
              new RoleNames.Titles(
                  "backend-developer-intern",
                  Map.of("en", "Backend Developer Intern", "de", "Backend-Praktikum")),
              new RoleNames.Titles("nurse", Map.of("en", "Nurse", "de", "Krankenpfleger")),
              new RoleNames.Titles("cpp", Map.of("en", "C++ Developer"))));

  @ParameterizedTest
  @CsvSource({
    "Jobs for nurses, nurse",
    "Jobs for a NURSE!, nurse",
    "Krankenpfleger gesucht, nurse",
    "Backend Developer jobs, backend-developer",
    "Backend Developer Intern and nurse, nurse",
    "https://e.example/jobs?q=backend%20developer, backend-developer",
    "https://e.example/jobs/backend-developer/, backend-developer",
    "https://e.example/backendDeveloper, backend-developer",
    "https://e.example/{slug}/nurse, nurse",
    "A c++ developer, cpp"
  })
  void findsOtherRoles(String text, String slug) {
    assertThat(NAMES.other(text, "backend-developer-intern")).contains(slug);
  }

  @ParameterizedTest
  @CsvSource({
    "Backend Developer Intern jobs",
    "Backend Developer Interns wanted",
    "Dein Backend-Praktikum",
    "https://e.example/backend-developer-intern",
    "A nursery",
    "Jobs for {title}",
    "Develop your backend",
    "''"
  })
  void leavesTheOwnRole(String text) {
    assertThat(NAMES.other(text, "backend-developer-intern")).isEmpty();
  }

  @Test
  void textsForSeveralGuidesNameNone() {
    assertThat(NAMES.other("Backend Developer Intern jobs", null))
        .contains("backend-developer-intern");
    assertThat(NAMES.other("{title} jobs", null)).isEmpty();
  }
}
