package dev.convo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code profile list} and {@code profile show} say about files of every kind. */
class ProfileListTest {
  @TempDir Path home;

  @Test
  void sectionsThatSayNothingAreListedApart() {
    try (TestHost host = new TestHost(home)) {
      host.profiles("[default.chatwoot]\naccount_id = 3\n[default.asapp]\n[new.crm]\n");

      assertThat(host.run("profile", "list"))
          .isEqualTo(
              new TestHost.Result(
                  0,
                  """
                  * default  chatwoot; nothing set for asapp
                    new      nothing set for crm
                    demo     sample conversations, built in
                  """,
                  ""));
    }
  }

  @Test
  void withoutAFileTheListSaysHowToWriteOne() {
    try (TestHost host = new TestHost(home)) {
      assertThat(host.run("profile", "list"))
          .isEqualTo(
              new TestHost.Result(
                  0,
                  """
                    demo  sample conversations, built in

                  There is no profile file yet. To write one: convo profile add PROVIDER
                  """,
                  ""));
    }
  }

  @Test
  void theDemoHasNothingToShow() {
    try (TestHost host = new TestHost(home)) {
      String shown =
          """
          demo is built in and serves sample conversations. There is nothing to set.
          Try: convo chatwoot 42 --profile demo
          """;

      assertThat(host.run("profile", "show", "demo")).isEqualTo(new TestHost.Result(0, shown, ""));
      host.profiles("[default.crm]\n");
      assertThat(host.run("profile", "show", "demo")).isEqualTo(new TestHost.Result(0, shown, ""));
    }
  }

  @Test
  void keysThatAreNotSetSayWhatThatMeans() {
    try (TestHost host = new TestHost(home)) {
      host.profiles(
          "[default.salescaptain]\n[default.crm]\n[default.workspace]\nworkspace_id = \"w\"\n");

      assertThat(host.run("profile", "show"))
          .isEqualTo(
              new TestHost.Result(
                  0,
                  """
                  [default.salescaptain]
                    base_url      https://api.salescaptain.com  built-in
                    company_id                                  not set: Company id; without it convo cannot fetch messages.
                    token                                       not set: needed

                  [default.crm]
                    base_url      https://api.ohallo.eu         built-in
                    token                                       not set: requests are sent without it

                  [default.workspace]
                    base_url      https://api.trillet.ai        built-in
                    workspace_id  w                             profiles.toml:4
                    api_key                                     not set: requests are sent without it
                  """,
                  ""));
    }
  }
}
