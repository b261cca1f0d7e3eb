package dev.convo.source;

import dev.convo.http.Downloads;
import dev.convo.http.Limits;
import dev.convo.http.Network;
import dev.convo.http.Proxies;
import dev.convo.http.Transport;
import dev.convo.profile.Account;
import dev.convo.profile.value.Sourced;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections to an account's platform and files, with the proxy and authorities that apply.
 */
public final class Connections {
  private Connections() {}

  /**
   * A transport to the account's base. Reads no secret.
   *
   * @param variables the environment variables that apply
   * @param caBundle the authorities named on the command line, or null
   * @throws dev.convo.failure.Failure CONFIG if a proxy or a file of authorities cannot be used
   */
  public static Transport open(
      Network network,
      Account account,
      Map<String, String> variables,
      @Nullable Path caBundle,
      Limits limits) {
    return network.transports().apply(settings(network, account, variables, caBundle, limits));
  }

  /**
   * Downloads of the files that the account's conversations name. Reads no secret.
   *
   * @param variables the environment variables that apply
   * @param caBundle the authorities named on the command line, or null
   */
  public static Downloads files(
      Network network,
      Account account,
      Map<String, String> variables,
      @Nullable Path caBundle,
      Limits limits) {
    return network
        .downloads()
        .apply(
            new Downloads.Settings(
                settings(network, account, variables, caBundle, limits),
                proxies(account, variables)));
  }

  private static Transport.Settings settings(
      Network network,
      Account account,
      Map<String, String> variables,
      @Nullable Path caBundle,
      Limits limits) {
    List<Transport.Authorities> authorities = new ArrayList<>();
    for (Account.Authorities one : account.authorities()) {
      authorities.add(new Transport.Authorities(one.file(), one.source().text()));
    }
    if (caBundle != null) {
      authorities.add(new Transport.Authorities(caBundle, "--ca-bundle"));
    }
    return new Transport.Settings(
        account.base(),
        limits,
        proxies(account, variables).forBase(account.base()).orElse(null),
        authorities,
        network.userAgent());
  }

  private static Proxies proxies(Account account, Map<String, String> variables) {
    Sourced key = account.proxy();
    return key == null
        ? new Proxies(variables, null, "")
        : new Proxies(variables, key.value(), key.source().text());
  }
}
