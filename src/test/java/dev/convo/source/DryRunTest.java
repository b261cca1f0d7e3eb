package dev.convo.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.profile.Account;
import dev.convo.profile.Choice;
import dev.convo.profile.Profiles;
import dev.convo.profile.TestMachine;
import dev.convo.provider.Provider;
import dev.convo.provider.Query;
import dev.convo.provider.chatwoot.Chatwoot;
import dev.convo.provider.crm.Crm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunTest {
  @TempDir Path home;

  @Test
  void everySecretIsNamedByTheVariableThatHoldsIt() {
    TestMachine machine =
        new TestMachine(home).write("[default.crm]\ntoken = { env = 'MY_TOKEN' }\n");

    assertThat(commands(machine, new Crm(), "7"))
        .isEqualTo(
            """
            # conversation 7
            curl -sS \\
              -H "Authorization: Bearer $MY_TOKEN" \\
              'https://api.ohallo.eu/api/conversations/7'
            """);
  }

  @Test
  void aSecretThatNoVariableHoldsIsNamedByConvosOwn() {
    TestMachine machine = new TestMachine(home).write("[default.crm]\ntoken = 'test-token'\n");

    assertThat(commands(machine, new Crm(), "7"))
        .contains("$CONVO_CRM_TOKEN")
        .doesNotContain("test-token");
  }

  @Test
  void everyRequestThatCanBeSentAtOnceIsACommand() {
    TestMachine machine =
        new TestMachine(home)
            .write("[default.chatwoot]\naccount_id = 3\napi_access_token = 'test-token'\n");

    assertThat(commands(machine, new Chatwoot(), "42").lines().filter(line -> line.startsWith("#")))
        .containsExactly("# conversation 42", "# messages of conversation 42");
  }

  /** No id has a quote or a newline today; a form of ids that allows them must not become code. */
  @Test
  void noIdBecomesACommand() {
    TestMachine machine = new TestMachine(home).write("[default.crm]\ntoken = 'test-token'\n");

    assertThat(commands(machine, new Crm(), "7'\nrm -r '"))
        .isEqualTo(
            """
            # conversation 7' rm -r '
            curl -sS \\
              -H "Authorization: Bearer $CONVO_CRM_TOKEN" \\
              'https://api.ohallo.eu/api/conversations/7%27%0Arm%20-r%20%27'
            """);
  }

  private static String commands(TestMachine machine, Provider provider, String id) {
    Profiles profiles = Profiles.open(machine.environment(), List.of(provider.descriptor()));
    Account account = profiles.account(provider.descriptor(), Choice.NONE);
    return DryRun.of(provider, account, new Query(id, account.base(), account.values(), true));
  }
}
