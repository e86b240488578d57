package dev.prepgraph.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledIf("dev.prepgraph.Chromium#isInstalled")
class GuidePagesIT {

  @RegisterExtension static final SitePages SITE = new SitePages();

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  @ParameterizedTest
  @ValueSource(ints = {SitePages.WIDE, SitePages.NARROW})
  void leadsFromTheListToAGuide(int width) {
    Page page = SITE.open("/", width);
    page.getByText("16 guides").waitFor();
    SitePages.assertAccessible(page);

    page.getByRole(AriaRole.LINK, named("Backend Developer Intern")).click();
    page.getByRole(AriaRole.HEADING, named("Backend Developer Intern")).waitFor();

    assertThat(page.url()).isEqualTo(SITE.url("/guides/backend-developer-intern"));
    assertThat(page.title()).isEqualTo("Backend Developer Intern – Prepgraph");
    SitePages.assertAccessible(page);
  }

  @Test
  void logsInAndStaysLoggedInAfterAReload() {
    String user = SITE.newUser();
    Page page = SITE.openAs(user, "/guides/backend-developer-intern", SitePages.WIDE);
    assertThat(page.url()).isEqualTo(SITE.url("/guides/backend-developer-intern"));
    page.getByText("A Candidate").waitFor();

    page.reload();
    page.getByText("A Candidate").waitFor();
    assertThat(page.url()).isEqualTo(SITE.url("/guides/backend-developer-intern"));
  }
}
