package dev.prepgraph;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.prepgraph.account.Account;
import dev.prepgraph.common.limits.CancellationInspector;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.hibernate.StatelessSession;
import org.hibernate.resource.jdbc.spi.StatementInspector;

@AnalyzeClasses(packages = "dev.prepgraph", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule FEATURES_HAVE_NO_CYCLES =
      slices().matching("dev.prepgraph.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_CATALOGUE_KNOWS_NO_FEATURE_ABOVE_IT =
      noClasses()
          .that()
          .resideInAPackage("..catalogue..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..content..",
              "..account..",
              "..answer..",
              "..plan..",
              "..interview..",
              "..practice..",
              "..bookmark..",
              "..partner..",
              "..preference..");

  /** Of partners it knows who they are and what they use. */
  @ArchTest
  static final ArchRule THE_EDGE_KNOWS_NO_FEATURE =
      noClasses()
          .that()
          .resideInAnyPackage("..http..", "..execution..", "..paging..", "..node..", "..common..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..catalogue..",
              "..content..",
              "..account..",
              "..answer..",
              "..plan..",
              "..interview..",
              "..practice..",
              "..bookmark..",
              "dev.prepgraph.partner.admin..",
              "dev.prepgraph.partner.event..",
              "dev.prepgraph.partner.overlay..",
              "dev.prepgraph.partner.page..",
              "..preference..");

  @ArchTest
  static final ArchRule APIS_KNOW_NO_REPOSITORY_OR_ENTITY =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Api")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(".*(Repository|Entity)");

  @ArchTest
  static final ArchRule APIS_ARE_NAMED_SO =
      classes().that().areAnnotatedWith(GraphQLApi.class).should().haveSimpleNameEndingWith("Api");

  /** Quarkus registers the classes of queries and mutations, but not those of fields alone. */
  @ArchTest
  static final ArchRule APIS_OF_FIELDS_ARE_REGISTERED_FOR_THE_NATIVE_IMAGE =
      classes()
          .that()
          .areAnnotatedWith(GraphQLApi.class)
          .and(
              DescribedPredicate.describe(
                  "have no operation",
                  api ->
                      api.getMethods().stream()
                          .noneMatch(
                              method ->
                                  method.isAnnotatedWith(Query.class)
                                      || method.isAnnotatedWith(Mutation.class))))
          .should()
          .beAnnotatedWith(RegisterForReflection.class);

  @ArchTest
  static final ArchRule ENTITIES_ARE_NAMED_SO =
      classes().that().areAnnotatedWith(Entity.class).should().haveSimpleNameEndingWith("Entity");

  /** The types; HQL of the features also joins the catalogue's entities and the account. */
  @ArchTest
  static final ArchRule ENTITIES_STAY_IN_THEIR_FEATURE =
      classes().that().areAnnotatedWith(Entity.class).should(beUsedByTheirFeatureAlone());

  private static ArchCondition<JavaClass> beUsedByTheirFeatureAlone() {
    return new ArchCondition<>("be used by their own feature alone") {
      @Override
      public void check(JavaClass entity, ConditionEvents events) {
        entity
            .getDirectDependenciesToSelf()
            .forEach(
                use ->
                    events.add(
                        new SimpleConditionEvent(
                            entity,
                            feature(use.getOriginClass()).equals(feature(entity)),
                            use.getDescription())));
      }
    };
  }

  private static String feature(JavaClass type) {
    return type.getPackageName().split("\\.")[2];
  }

  /** The transaction carries the session and the account. */
  @ArchTest
  static final ArchRule NO_METHOD_TAKES_A_SESSION_OR_AN_ACCOUNT =
      noMethods()
          .should()
          .haveRawParameterTypes(
              DescribedPredicate.anyElementThat(
                  assignableTo(EntityManager.class)
                      .or(assignableTo(StatelessSession.class))
                      .or(equivalentTo(Account.class))));

  /**
   * The calls that run native SQL through Hibernate, by method: what HQL cannot express, or not in
   * one round trip.
   */
  private static final Map<String, Long> NATIVE_CALLS =
      Map.ofEntries(
          // The account of a transaction, its isolation and its timeout.
          Map.entry("AccountTransaction.enter", 2L),
          Map.entry("CalendarRepository.enter", 1L),
          Map.entry("ViewerService.erase", 1L),
          // Upserts.
          Map.entry("AnswerRepository.save", 1L),
          Map.entry("IdempotencyKeys.remember", 1L),
          Map.entry("StageRepository.add", 1L),
          // Unions with what other features contribute.
          Map.entry("PracticeRepository.candidates", 1L),
          Map.entry("PracticeRepository.preparations", 1L),
          // The statements of the callers of nativeList.
          Map.entry("Read.on", 1L),
          // A script of each section.
          Map.entry("SectionStatements.entries", 1L),
          Map.entry("SectionStatements.restore", 1L));

  /** The calls that run full-text search through {@code CatalogueDatabase}. */
  private static final Map<String, Long> SEARCHES =
      Map.of(
          // Of everything, and of the questions of guides.
          "SearchRepository.search", 2L,
          "SearchRepository.readFacets", 1L,
          "ListingRepository.select", 1L,
          "FacetRepository.read", 1L);

  /** The methods that use JDBC: the import of content, and infrastructure beside the pool. */
  private static final Set<String> JDBC =
      Set.of(
          "CatalogueWatcher.watch",
          "ChangeListener.connect",
          "ChangeNotifier.send",
          "Cursors.loadKey",
          "Database.begin",
          "Database.run",
          "DeliveryQueue.finish",
          "DeliveryQueue.lease",
          "DeliveryQueue.run",
          "Importer.known",
          "JdbcTransactions.begin",
          "PartnerWatcher.fingerprint",
          "Stage.<init>",
          "Migrations.version",
          "ProductionChecks.isSuperuser",
          // Counts of partners, which are no rows of anyone.
          "UsageStore.add",
          "UsageStore.purge");

  @ArchTest
  static void nativeSqlIsListed(JavaClasses classes) throws IOException {
    Map<String, Long> calls = calls(classes, name -> name.startsWith("createNative"));
    Map<String, Long> searches = calls(classes, "nativeList"::equals);
    assertThat(calls).isEqualTo(NATIVE_CALLS);
    assertThat(searches).isEqualTo(SEARCHES);
    assertThat(calls(classes, Set.of("prepareStatement", "createStatement")::contains))
        .containsOnlyKeys(JDBC);
    try (Stream<Path> scripts = Files.list(Path.of("src/main/resources/transfer"))) {
      // Three calls run one of several statements.
      long statements = sum(calls) - 3 + sum(searches) + scripts.count();
      assertThat(statements).isLessThanOrEqualTo(32);
    }
  }

  private static long sum(Map<String, Long> calls) {
    return calls.values().stream().mapToLong(n -> n).sum();
  }

  /** The number of calls of methods with a name, by calling method. */
  private static Map<String, Long> calls(JavaClasses classes, Predicate<String> name) {
    return classes.stream()
        .flatMap(type -> type.getMethodCallsFromSelf().stream())
        .filter(call -> name.test(call.getName()))
        .collect(
            Collectors.groupingBy(
                call -> call.getOriginOwner().getSimpleName() + "." + call.getOrigin().getName(),
                Collectors.counting()));
  }

  /** Tests replace the bean by one that counts. */
  @ArchTest
  static final ArchRule HIBERNATE_CHECKS_CANCELLATION =
      classes()
          .that()
          .areAssignableTo(StatementInspector.class)
          .should()
          .be(CancellationInspector.class)
          .andShould()
          .beAnnotatedWith(PersistenceUnitExtension.class);

  @ArchTest
  static final ArchRule CONFIGURATION_IS_NAMED_SO =
      classes()
          .that()
          .areAnnotatedWith(ConfigMapping.class)
          .should()
          .haveSimpleNameEndingWith("Config");

  /** Tests set the clock, and the database uses it for timestamps. */
  @ArchTest
  static final ArchRule THERE_IS_ONE_CLOCK =
      noClasses()
          .that()
          .doNotHaveSimpleName("SystemClock")
          .should()
          .callMethodWhere(readsAnotherClock())
          .orShould()
          .callConstructor(Date.class);

  private static DescribedPredicate<JavaMethodCall> readsAnotherClock() {
    return DescribedPredicate.describe(
        "it reads another clock than the service's",
        call ->
            call.getTarget().getOwner().getPackageName().equals("java.time")
                    && (call.getName().equals("now")
                            && call.getTarget().getParameterTypes().isEmpty()
                        || call.getTarget().getOwner().isEquivalentTo(Clock.class)
                            && call.getName().startsWith("system"))
                || call.getName().equals("currentTimeMillis"));
  }

  /** The JDK's methods treat many invisible characters as visible. */
  @ArchTest
  static final ArchRule THERE_IS_ONE_NOTION_OF_BLANK =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..answer..",
              "..plan..",
              "..practice..",
              "..interview..",
              "..bookmark..",
              "..preference..",
              "..account..")
          .should()
          .callMethod(String.class, "isBlank");

  /** SmallRye confuses the sources of a batch with equal hashes. */
  @ArchTest
  static final ArchRule BATCH_FIELDS_TAKE_A_LIST_OF_RECORDS =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(GraphQLApi.class)
          .should(takeRecords());

  private static ArchCondition<JavaMethod> takeRecords() {
    return new ArchCondition<>("have a batch source of records") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        List<JavaParameter> batches =
            method.getParameters().stream()
                .filter(
                    p ->
                        p.isAnnotatedWith(Source.class)
                            && p.getRawType().isAssignableTo(List.class))
                .toList();
        for (JavaParameter batch : batches) {
          boolean records =
              batch.getType() instanceof JavaParameterizedType list
                  && list.getActualTypeArguments().get(0).toErasure().isRecord();
          events.add(new SimpleConditionEvent(method, records, method.getFullName()));
        }
      }
    };
  }
}
