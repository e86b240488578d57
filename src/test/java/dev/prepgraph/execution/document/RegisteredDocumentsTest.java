package dev.prepgraph.execution.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prepgraph.common.Sha256;
import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.execution.GraphQLRequest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegisteredDocumentsTest {

  private static final int MAX = 100_000;

  private record Config(Set<CallerKind> kinds, long bytes) implements DocumentsConfig {
    @Override
    public Optional<List<Path>> manifest() {
      return Optional.empty();
    }

    @Override
    public Optional<Set<CallerKind>> trustedOnly() {
      return Optional.of(kinds);
    }

    @Override
    public MemorySize registered() {
      return new MemorySize(BigInteger.valueOf(bytes));
    }
  }

  private static RegisteredDocuments documents(long max) {
    return new RegisteredDocuments(max, new SimpleMeterRegistry());
  }

  private static String hash(String text) {
    return HexFormat.of().formatHex(Sha256.of(text));
  }

  @Test
  void oneCallerCannotDisplaceTheDocumentsOfOthers() {
    RegisteredDocuments documents = documents(MAX);
    for (int i = 0; i < 50; i++) {
      documents.add("honest" + i, "x", "caller " + i % 10);
    }
    for (int i = 0; i < 10_000; i++) {
      documents.add("flood" + i, "x".repeat(100), "flood");
    }
    for (int i = 0; i < 50; i++) {
      assertThat(documents.find("honest" + i)).isEqualTo("x");
    }
    assertThat(documents.size()).isBetween(60L, 50L + MAX / 4 / 700);
    assertThat(documents.find("flood9999")).isEqualTo("x".repeat(100));
    assertThat(documents.find("flood0")).isNull();
  }

  @Test
  void replacesTheDocumentsThatACallerNoLongerUses() {
    RegisteredDocuments documents = documents(MAX);
    documents.add("used", "x", "caller");
    for (int i = 0; i < 1_000; i++) {
      documents.add("release " + i, "x".repeat(100), "caller");
      assertThat(documents.find("used")).isEqualTo("x");
    }
    assertThat(documents.find("release 999")).isNotNull();
  }

  @Test
  void doesNotTakeADocumentBeyondAWholeShare() {
    RegisteredDocuments documents = documents(MAX);
    documents.add("kept", "x", "caller");
    documents.add("large", "x".repeat(MAX / 8), "caller");
    assertThat(documents.find("kept")).isEqualTo("x");
    assertThat(documents.find("large")).isNull();
  }

  @Property(tries = 200)
  void isBoundedAndForgetsCallersWithoutDocuments(
      @ForAll @Size(min = 1, max = 300) List<@IntRange(max = 5_000) Integer> lengths,
      @ForAll @IntRange(min = 1, max = 40) int callers) {
    RegisteredDocuments documents = documents(MAX);
    for (int i = 0; i < lengths.size(); i++) {
      documents.add("hash" + i, "x".repeat(lengths.get(i)), "caller" + i % callers);
    }
    assertThat(documents.size()).isLessThanOrEqualTo(MAX / 500);
    assertThat((long) documents.callers()).isLessThanOrEqualTo(documents.size());
  }

  @Test
  void cannotBeUsedWhenDisabled() {
    PersistedDocuments documents =
        new PersistedDocuments(new DocumentManifest(), documents(0), new Config(Set.of(), 0));
    var reference = new GraphQLRequest.Reference(true, hash("{ a }"));
    var sent = new GraphQLRequest("{ a }", null, Map.of(), reference);
    assertThat(documents.resolve(sent, CallerKind.USER)).isSameAs(sent);
    documents.register(sent, () -> "caller");
    var named = new GraphQLRequest(null, null, Map.of(), reference);
    assertThatThrownBy(() -> documents.resolve(named, CallerKind.USER))
        .hasMessage("PersistedQueryNotSupported");
  }

  @ParameterizedTest
  @EnumSource(CallerKind.class)
  void rejectsUntrustedDocumentsOfTheConfiguredCallersOnly(CallerKind trusted) {
    DocumentManifest manifest = new DocumentManifest();
    manifest.set(Map.of("id", "{ trusted }"));
    PersistedDocuments documents =
        new PersistedDocuments(manifest, documents(MAX), new Config(Set.of(trusted), MAX));
    for (CallerKind caller : CallerKind.values()) {
      for (boolean isAutomatic : new boolean[] {true, false}) {
        var named =
            new GraphQLRequest(
                null, null, Map.of(), new GraphQLRequest.Reference(isAutomatic, "id"));
        assertThat(documents.resolve(named, caller).query()).isEqualTo("{ trusted }");
      }
      var other = new GraphQLRequest("{ __schema { description } }", null, Map.of(), null);
      if (caller == trusted) {
        assertThatThrownBy(() -> documents.resolve(other, caller))
            .isInstanceOfSatisfying(
                RequestException.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.DOCUMENT_NOT_TRUSTED));
      } else {
        assertThat(documents.resolve(other, caller)).isSameAs(other);
      }
    }
  }
}
