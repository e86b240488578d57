package dev.prepgraph;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Keeps tests independent of how busy the machine is. */
@AnalyzeClasses(packages = "dev.prepgraph", importOptions = ImportOption.OnlyIncludeTests.class)
class TestRulesTest {

  @ArchTest
  static final ArchRule TESTS_DO_NOT_SLEEP =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(TimeUnit.class, "sleep", long.class);

  @ArchTest
  static final ArchRule EVENTS_HAVE_THE_DEADLINE_OF_ALL =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Awaiting.class)
          .should()
          .callMethod(Awaitility.class, "await");

  /** Integration tests run beside each other, and a JVM has one provider. */
  @ArchTest
  static final ArchRule THE_IDENTITY_PROVIDER_IS_LOCKED =
      codeUnits()
          .that()
          .areDeclaredInClassesThat()
          .haveSimpleNameEndingWith("IT")
          .and(describe("start or stop the provider", TestRulesTest::startsOrStopsTheProvider))
          .should()
          .beAnnotatedWith(ResourceLock.class)
          .orShould()
          .beDeclaredInClassesThat()
          .areAnnotatedWith(ResourceLock.class);

  private static boolean startsOrStopsTheProvider(JavaCodeUnit unit) {
    return unit.getMethodCallsFromSelf().stream()
        .anyMatch(
            call ->
                call.getTargetOwner().isEquivalentTo(IdentityProvider.class)
                    && Set.of("up", "down").contains(call.getName()));
  }
}
