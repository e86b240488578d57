package dev.prepgraph.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeZonesTest {

  @ParameterizedTest
  @CsvSource({
    "EST, -5",
    "MST, -7",
    "HST, -10",
    "ROC, 8",
    "GMT+0, 0",
    "GMT-0, 0",
    "GMT0, 0",
    "GMT, 0",
    "UTC, 0",
    "UCT, 0",
    "Zulu, 0",
    "EST5EDT, -5",
    "US/Pacific, -8",
    "Asia/Calcutta, 5",
    "Europe/Kiev, 2",
    "Europe/Kyiv, 2",
    "Etc/GMT+5, -5",
    "Etc/UTC, 0",
    "America/Argentina/Buenos_Aires, -3",
    "Antarctica/DumontDUrville, 10"
  })
  void areIanaTimeZones(String name, int hours) {
    assertThat(TimeZones.find(name))
        .hasValueSatisfying(
            zone ->
                assertThat(
                        zone.getRules()
                                .getOffset(Instant.parse("2027-01-15T00:00:00Z"))
                                .getTotalSeconds()
                            / 3600)
                    .isEqualTo(hours));
    assertThat(TimeZones.stored(name)).isEqualTo(TimeZones.find(name).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Z",
        "UT",
        "+02:00",
        "UTC+1",
        "GMT+5",
        "SystemV/EST5",
        "SystemV/EST5EDT",
        "CTT",
        "PST",
        "JST",
        "Europe/Atlantis",
        "europe/berlin",
        "EUROPE/BERLIN",
        " Europe/Berlin",
        "Factory"
      })
  void areNothingElse(String name) {
    assertThat(TimeZones.find(name)).isEmpty();
  }

  @Test
  void stayReadableOnceStored() {
    assertThat(TimeZones.stored("Mars/Olympus_Mons")).isEqualTo(ZoneOffset.UTC);
    assertThat(TimeZones.stored("SystemV/EST5").getId()).isEqualTo("SystemV/EST5");
  }

  @Test
  void determineTheEndOfADay() {
    LocalDate day = LocalDate.parse("2027-03-01");
    assertThat(TimeZones.endOf(day, TimeZones.stored("EST"))).isEqualTo("2027-03-02T05:00:00Z");
  }
}
