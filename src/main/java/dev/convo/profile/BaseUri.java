package dev.convo.profile;

import dev.convo.failure.Failure;
import dev.convo.http.Origin;
import dev.convo.profile.value.Source;
import dev.convo.profile.value.Sourced;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A checked base URI.
 *
 * @param uri without user info, query, fragment, dot segments and trailing slash
 * @param source where it was set
 * @param cut what was cut from the end of its path, or empty
 */
record BaseUri(URI uri, Source source, String cut) {
  private static final Pattern DOTS =
      Pattern.compile("(^|/)(\\.|%2e){1,2}(/|$)", Pattern.CASE_INSENSITIVE);
  private static final String FORM = "write it as https://HOST or https://HOST/PREFIX";

  /**
   * Reads one. Whether its scheme is allowed is checked separately.
   *
   * @param tails paths such as {@code /app} that people copy along from their browser; each is cut,
   *     with everything after it
   * @throws Failure USAGE if it was typed and cannot be used, CONFIG if it came from elsewhere
   */
  static BaseUri of(Sourced written, List<String> tails) {
    URI uri = parse(written);
    String path = uri.getRawPath();
    String kept = path.replaceAll("/+$", "");
    for (String tail : tails) {
      Matcher found = Pattern.compile(Pattern.quote(tail) + "(/|$)").matcher(kept);
      if (found.find()) {
        kept = kept.substring(0, found.start());
      }
    }
    return new BaseUri(
        URI.create(Origin.of(uri) + kept), written.source(), path.substring(kept.length()));
  }

  private static URI parse(Sourced written) {
    Source source = written.source();
    URI uri;
    try {
      uri = new URI(written.value().strip());
    } catch (URISyntaxException e) {
      throw source.fault("the base URL is not a URL", FORM);
    }
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw source.fault("the base URL must begin with https://", FORM);
    }
    if (uri.getRawUserInfo() != null) {
      throw source.fault(
          "the base URL must not contain a user name or password",
          "write secrets under their own keys");
    }
    if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65535) {
      throw source.fault("the base URL has no valid host and port", FORM);
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw source.fault("the base URL must not contain a ? or #", FORM);
    }
    if (DOTS.matcher(uri.getRawPath()).find()) {
      throw source.fault("the base URL must not contain . or .. in its path", FORM);
    }
    return uri;
  }

  /**
   * Refuses plain HTTP to another machine.
   *
   * @param http whether the account allows it
   * @throws Failure USAGE if it was typed, CONFIG if it came from elsewhere
   */
  void checkScheme(boolean http) {
    if (leavesInClear() && !http) {
      throw source.fault(
          "the base URL is plain http, which anybody on the network can read",
          "write https://, or allow_http = true in the section that names it");
    }
  }

  /** Whether it is plain HTTP to another machine. */
  boolean leavesInClear() {
    Origin origin = Origin.of(uri);
    return origin.scheme().equals("http") && !origin.isLoopback();
  }

  /** What the user should know about the cut. */
  Optional<String> note() {
    return cut.isEmpty()
        ? Optional.empty()
        : Optional.of("the base URL from " + source + " is used without " + cut);
  }
}
