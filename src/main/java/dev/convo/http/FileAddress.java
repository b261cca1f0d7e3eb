package dev.convo.http;

import dev.convo.failure.Excerpt;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a file, after it was checked: HTTPS, and a host that may be public. The platform's
 * own origin is allowed as it is configured, even if it is private or plain HTTP.
 */
final class FileAddress {
  private static final Pattern HEAD = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*:)?(//[^/?#]*)?");

  /** Characters that browsers encode and {@link URI} refuses. */
  private static final Pattern SLOPPY = Pattern.compile("[^\\x00-~]|[ \"<>\\\\^`{|}\\[\\]]");

  private final URI uri;
  private final Origin own;

  private FileAddress(URI uri, Origin own) {
    this.uri = uri;
    this.own = own;
  }

  /**
   * An address from a conversation.
   *
   * @param own the platform
   * @throws Failure FORBIDDEN if it is not allowed; BAD_ANSWER if it is not an address
   */
  static FileAddress of(String text, Origin own) {
    URI uri = parsed(text);
    if (uri.getScheme() == null) {
      throw Failure.badAnswer("its address is not a whole one");
    }
    return checked(uri, own);
  }

  /**
   * The target of a redirect.
   *
   * @param location the header, unchanged
   * @throws Failure as {@link #of} does, and FORBIDDEN if it leads from HTTPS to plain HTTP
   */
  FileAddress redirected(String location) {
    try {
      // URI resolves a query alone against the folder: JDK-4708535.
      String text = location.strip();
      URI to = parsed(text.startsWith("?") ? uri.getRawPath() + text : text);
      URI whole = uri.resolve(to);
      if (uri.getScheme().equalsIgnoreCase("https") && "http".equalsIgnoreCase(whole.getScheme())) {
        throw refused("http:// is not as safe as https://");
      }
      return checked(whole, own);
    } catch (Failure failure) {
      throw new Failure(failure.kind(), "redirected, but " + failure.message(), failure.hint());
    }
  }

  private static FileAddress checked(URI uri, Origin own) {
    String scheme = uri.getScheme();
    boolean http = scheme.equalsIgnoreCase("http");
    if (!http && !scheme.equalsIgnoreCase("https")) {
      throw refused(Excerpt.of(scheme, 20) + ": is not https:");
    }
    if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
      throw Failure.badAnswer("its address names no host");
    }
    if (uri.getRawUserInfo() != null) {
      throw refused("its address holds a user name, and convo sends none");
    }
    Origin origin = Origin.of(uri);
    if (!origin.equals(own)) {
      if (http) {
        throw refused("http://" + origin.authority() + " is not https:");
      }
      if (!PublicAddresses.mayHold(origin.host())) {
        throw refused(origin.host() + " is not a public address");
      }
    }
    return new FileAddress(uri, own);
  }

  private static Failure refused(String why) {
    return new Failure(Kind.FORBIDDEN, why, null);
  }

  /** Parses it as browsers do: encodes what must be encoded and changes nothing else. */
  private static URI parsed(String text) {
    String stripped = text.strip();
    Matcher head = HEAD.matcher(stripped);
    int end = head.lookingAt() ? head.end() : 0;
    String rest = stripped.substring(end).replaceFirst("(?s)#.*", "");
    try {
      return new URI(
          stripped.substring(0, end)
              + SLOPPY.matcher(rest).replaceAll(found -> encoded(found.group())));
    } catch (URISyntaxException e) {
      throw Failure.badAnswer("its address is not a valid one");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  URI uri() {
    return uri;
  }

  /** Without the query, which may hold secrets. */
  URI bare() {
    return URI.create(Origin.of(uri) + uri.getRawPath());
  }

  String host() {
    return Origin.of(uri).authority();
  }

  /** Whether an address or a name has the suffix of a web page. */
  static boolean isPage(String text) {
    return text.replaceAll("(?s)[?#].*", "").strip().matches("(?is).*\\.x?html?");
  }

  /**
   * An address without query, fragment and user info, which may hold secrets; at most 200
   * characters.
   */
  static String shown(String text) {
    return Excerpt.of(text.strip().replaceAll("(?s)[?#].*", "").replaceFirst("//[^/]*@", "//"));
  }
}
