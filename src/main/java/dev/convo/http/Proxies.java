package dev.convo.http;

import dev.convo.failure.Failure;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy to use for a base URI, by the variables and the key {@code proxy}.
 *
 * <p>The variables have no standard. This follows what curl and Go agree on; unlike curl, {@code
 * HTTP_PROXY} in capitals is read: what makes it dangerous (a web server that sets it from a
 * request header) does not start command-line tools.
 */
public final class Proxies {
  private final Map<String, String> variables;
  private final @Nullable String key;
  private final String keySource;

  /**
   * The proxies of a run.
   *
   * @param variables the environment
   * @param key the value of the key {@code proxy}, which wins over the variables; empty: no proxy
   * @param keySource where the key was set, for errors: {@code profiles.toml:6}
   */
  public Proxies(Map<String, String> variables, @Nullable String key, String keySource) {
    this.variables = Map.copyOf(variables);
    this.key = key;
    this.keySource = keySource;
  }

  /**
   * A proxy, and where it was set.
   *
   * @param uri http or https, with host and port, and with user info where it was given
   * @param source such as {@code HTTPS_PROXY}, for errors
   */
  public record Chosen(URI uri, String source) {
    @Override
    public String toString() {
      return Origin.of(uri).authority() + " (" + source + ")";
    }
  }

  /**
   * The proxy for requests below this base; none for loopback or a host in {@code NO_PROXY}.
   *
   * @throws Failure CONFIG if the proxy that applies cannot be used
   */
  public Optional<Chosen> forBase(URI base) {
    Origin origin = Origin.of(base);
    if (origin.isLoopback()) {
      return Optional.empty();
    }
    boolean secure = origin.scheme().equals("https");
    Optional<Setting> setting =
        key == null
            ? first(secure ? "https_proxy" : "http_proxy").or(() -> first("all_proxy"))
            : Optional.of(new Setting(key, keySource));
    String exceptions = first("no_proxy").map(Setting::value).orElse("");
    return setting
        .filter(found -> !found.value().isBlank())
        .filter(found -> !NoProxy.of(exceptions).holds(origin.host(), origin.port()))
        .map(Setting::chosen);
  }

  /** The variable in small letters, else in capitals; empty ones count as not set. */
  private Optional<Setting> first(String name) {
    return List.of(name, name.toUpperCase(Locale.ROOT)).stream()
        .map(spelling -> new Setting(variables.getOrDefault(spelling, ""), spelling))
        .filter(found -> !found.value().isBlank())
        .findFirst();
  }

  private record Setting(String value, String source) {
    @Override
    public String toString() {
      return "*** from " + source;
    }

    Chosen chosen() {
      String text = value.strip();
      try {
        URI uri = new URI(text.contains("://") ? text : "http://" + text);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
          throw fault("is a kind of proxy that convo does not support");
        }
        if (uri.getHost() == null || uri.getPort() > 65535 || uri.getPort() == 0) {
          throw fault("is not the address of a proxy");
        }
        Origin origin = Origin.of(uri);
        String user = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo() + "@";
        String address = scheme + "://" + user + origin.host() + ":" + origin.port();
        return new Chosen(new URI(address), source);
      } catch (URISyntaxException e) {
        throw fault("is not the address of a proxy");
      }
    }

    /** Never quotes the value, which may hold a password. */
    private Failure fault(String what) {
      return Failure.config(
          "the proxy set by " + source + " " + what,
          "write http://HOST:PORT or http://USER:PASSWORD@HOST:PORT, with characters such as @"
              + " percent-encoded");
    }
  }
}
