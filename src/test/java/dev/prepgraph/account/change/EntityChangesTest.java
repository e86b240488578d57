package dev.prepgraph.account.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import dev.prepgraph.account.AccountOwned;
import java.util.List;
import java.util.Set;

@AnalyzeClasses(packages = "dev.prepgraph", importOptions = ImportOption.DoNotIncludeTests.class)
class EntityChangesTest {

  /** Their services tell the changes, or the change of another row does. */
  private static final Set<String> WITHOUT_CHANGE =
      Set.of(
          "AccountClientEntity",
          "AnswerRevisionEntity",
          "BookmarkEntity",
          "CardEntity",
          "IdempotencyKeyEntity",
          "SavedAnswerEntity");

  @ArchTest
  static void eachEntityTellsItsChanges(JavaClasses classes) {
    List<String> silent =
        classes.stream()
            .filter(type -> type.isAssignableTo(AccountOwned.class))
            .filter(type -> !type.isEquivalentTo(AccountOwned.class))
            .filter(type -> type.tryGetMethod("change", boolean.class).isEmpty())
            .map(JavaClass::getSimpleName)
            .toList();
    assertThat(silent).containsExactlyInAnyOrderElementsOf(WITHOUT_CHANGE);
  }
}
