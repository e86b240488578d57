package dev.prepgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs each {@link RowSecurityTest} with and without the conditions on the account. */
class RowSecurityExtension implements TestTemplateInvocationContextProvider {

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    return Stream.of(
        invocation("with conditions on the account"),
        invocation("by row-level security alone", new WithoutConditions()));
  }

  private static TestTemplateInvocationContext invocation(String name, Extension... extensions) {
    return new TestTemplateInvocationContext() {

      @Override
      public String getDisplayName(int index) {
        return name;
      }

      @Override
      public List<Extension> getAdditionalExtensions() {
        return List.of(extensions);
      }
    };
  }

  /** Removes the conditions from all statements of a test; fails when there were none. */
  private static final class WithoutConditions
      implements BeforeTestExecutionCallback, AfterTestExecutionCallback {

    /** Also matches what {@code AccountOwned} adds to the queries, updates and deletes of HQL. */
    private static final Pattern CONDITION =
        Pattern.compile(
            "(\\w+\\.)?\\b((account_)?id *= *viewer\\.account_id\\(\\)|account_id *= *(\\?))");

    /** Conditions in another form would stay, and hide that row-level security does not hold. */
    private static final Pattern OTHER_FORM =
        Pattern.compile("viewer\\.account_id\\(\\)|account_id *in\\b");

    private final AtomicInteger removed = new AtomicInteger();
    private final Set<String> left = ConcurrentHashMap.newKeySet();

    @Override
    public void beforeTestExecution(ExtensionContext context) {
      StatementCounter.rewrite(
          sql -> {
            String rest =
                CONDITION
                    .matcher(sql)
                    .replaceAll(
                        condition -> {
                          removed.incrementAndGet();
                          return condition.group(4) == null
                              ? "true"
                              : "cast(? as uuid) is not null";
                        });
            if (OTHER_FORM.matcher(rest).find()) {
              left.add(sql);
            }
            return rest;
          });
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
      StatementCounter.rewrite(UnaryOperator.identity());
      assertThat(removed).as("removed conditions").hasPositiveValue();
      assertThat(left).as("statements with other conditions").isEmpty();
    }
  }
}
