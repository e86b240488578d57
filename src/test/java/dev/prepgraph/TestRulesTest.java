package dev.prepgraph;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

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
}
