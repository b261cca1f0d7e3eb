package dev.convo.profile;

import dev.convo.provider.Credential;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Setting;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Providers with every trait that profiles care about; no real platform is described. */
public final class TestProviders {
  /** One host, one needed number, a header that is spelt in two ways. */
  public static final Descriptor CHATWOOT =
      descriptor(
          "chatwoot",
          List.of(),
          Map.of("", URI.create("https://app.chatwoot.com")),
          List.of(
              new Credential(
                  "api_access_token",
                  true,
                  List.of("api_access_token", "Api-Access-Token"),
                  "",
                  "On your profile page.")),
          List.of(
              Setting.text("account_id", "3", "The account's number.")
                  .positive()
                  .need()
                  .option("--account", "N"),
              Setting.choice(
                  "token_header",
                  List.of("api_access_token", "Api-Access-Token"),
                  "How the header is spelt.")),
          "/app",
          "/api/v1");

  /** Two hosts, two secrets. */
  public static final Descriptor ASAPP =
      descriptor(
          "asapp",
          List.of(),
          Map.of(
              "production", URI.create("https://api.asapp.com"),
              "sandbox", URI.create("https://api.sandbox.asapp.com")),
          List.of(
              new Credential("api_id", true, List.of("asapp-api-id"), "", "From the portal."),
              new Credential(
                  "api_secret", true, List.of("asapp-api-secret"), "", "Shown there once.")),
          List.of(
              Setting.choice(
                      "environment",
                      List.of("production", "sandbox"),
                      "Each has credentials of its own.")
                  .option("--environment", "NAME")));

  /** A secret that may be left out; known by another name too. */
  public static final Descriptor CRM =
      descriptor(
          "crm",
          List.of("ohallo"),
          Map.of("", URI.create("https://api.ohallo.eu")),
          List.of(
              new Credential("token", false, List.of("Authorization"), "Bearer ", "In settings.")),
          List.of());

  public static final List<Descriptor> ALL = List.of(CHATWOOT, ASAPP, CRM);

  private TestProviders() {}

  private static Descriptor descriptor(
      String name,
      List<String> aliases,
      Map<String, URI> hosts,
      List<Credential> credentials,
      List<Setting> settings,
      String... baseTails) {
    return new Descriptor(
        name,
        aliases,
        "Platform " + name,
        "shows a conversation",
        hosts,
        credentials,
        settings,
        Pattern.compile("[0-9]+"),
        "a number",
        "42",
        List.of(),
        List.of(),
        4,
        URI.create("https://docs.example.com/" + name),
        List.of(baseTails));
  }
}
