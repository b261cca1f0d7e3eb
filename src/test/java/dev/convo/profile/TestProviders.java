package dev.convo.profile;

import dev.convo.provider.CredentialSpec;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Setting;
import java.util.List;
import java.util.Map;

/** Providers with every trait that profiles care about; no real platform is described. */
public final class TestProviders {
  private static final CredentialSpec TOKEN =
      CredentialSpec.header("api_access_token", "api_access_token", "On your profile page.")
          .orSpelled("Api-Access-Token", "token_header");

  /** One host, one needed number, a header that is spelled in two ways. */
  public static final Descriptor CHATWOOT =
      descriptor("chatwoot")
          .host("https://app.chatwoot.com")
          .credentials(TOKEN)
          .settings(
              Setting.number("account_id", "3", "The account's number.").need().option("--account"),
              Setting.choice("token_header", TOKEN.headers(), "How the header is spelt."))
          .baseTails("/app", "/api/v1")
          .build();

  /** Two hosts, two secrets. */
  public static final Descriptor ASAPP =
      descriptor("asapp")
          .hosts(
              "environment",
              Map.of(
                  "production", "https://api.asapp.com",
                  "sandbox", "https://api.sandbox.asapp.com"))
          .credentials(
              CredentialSpec.header("api_id", "asapp-api-id", "From the portal."),
              CredentialSpec.header("api_secret", "asapp-api-secret", "Shown there once."))
          .settings(
              Setting.choice(
                      "environment",
                      List.of("production", "sandbox"),
                      "Each has credentials of its own.")
                  .option("--environment"))
          .build();

  /** A secret that may be left out; known by another name too. */
  public static final Descriptor CRM =
      descriptor("crm")
          .aliases("ohallo")
          .host("https://api.ohallo.eu")
          .credentials(CredentialSpec.bearer("token", "In settings.").optional())
          .build();

  public static final List<Descriptor> ALL = List.of(CHATWOOT, ASAPP, CRM);

  private TestProviders() {}

  private static Descriptor.Builder descriptor(String name) {
    return Descriptor.of(name, "Platform " + name, "shows a conversation")
        .ids("[0-9]+", "a number", "42")
        .links("/app/accounts/{account_id}/**/conversations/{id}")
        .docs("https://docs.example.com/" + name);
  }
}
