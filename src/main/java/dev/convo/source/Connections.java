package dev.convo.source;

import dev.convo.http.Downloads;
import dev.convo.http.Limits;
import dev.convo.http.Network;
import dev.convo.http.Origin;
import dev.convo.http.Proxies;
import dev.convo.http.Transport;
import dev.convo.profile.Account;
import dev.convo.profile.value.Sourced;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    Optional<Proxies.Chosen> proxy = proxies(account, variables).forBase(account.base());
    return network
        .transports()
        .open(
            new Transport.Settings(
                account.base(),
                limits.timeout(),
                limits.maxBody(),
                limits.concurrency(),
                proxy.map(Proxies.Chosen::uri).orElse(null),
                proxy.map(Proxies.Chosen::source).orElse(null),
                authorities(account, caBundle),
                network.userAgent()));
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
        .open(
            new Downloads.Settings(
                Origin.of(account.base()),
                limits.timeout(),
                limits.concurrency(),
                proxies(account, variables),
                authorities(account, caBundle),
                network.userAgent()));
  }

  private static Proxies proxies(Account account, Map<String, String> variables) {
    Sourced key = account.proxy();
    return key == null
        ? new Proxies(variables, null, "")
        : new Proxies(variables, key.value(), key.source().text());
  }

  private static List<Transport.Authorities> authorities(Account account, @Nullable Path caBundle) {
    List<Transport.Authorities> authorities = new ArrayList<>();
    account
        .authorities()
        .forEach(
            one -> authorities.add(new Transport.Authorities(one.file(), one.source().text())));
    if (caBundle != null) {
      authorities.add(new Transport.Authorities(caBundle, "--ca-bundle"));
    }
    return authorities;
  }
}
