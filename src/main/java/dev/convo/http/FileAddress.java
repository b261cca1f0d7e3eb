package dev.convo.http;

import dev.convo.failure.Excerpt;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a file is said to be, once that may be asked: over HTTPS, and at a host that may be public.
 * The platform's own origin is trusted as it is configured, plain HTTP and private or not.
 */
final class FileAddress {
  private static final Pattern HEAD = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*:)?(//[^/?#]*)?");

  /** What {@link URI} refuses and browsers encode. */
  private static final String SLOPPY = " \"<>\\^`{|}[]";

  private final URI uri;
  private final Origin own;

  private FileAddress(URI uri, Origin own) {
    this.uri = uri;
    this.own = own;
  }

  /**
   * The address that a conversation names.
   *
   * @param own the platform
   * @throws Failure FORBIDDEN if it may not be asked; BAD_ANSWER if it is no address
   */
  static FileAddress of(String text, Origin own) {
    URI uri = parsed(text);
    if (uri.getScheme() == null) {
      throw new Failure(Kind.BAD_ANSWER, "its address is not a whole one", null);
    }
    return checked(uri, own);
  }

  /**
   * The address that it is redirected to.
   *
   * @param location as the server wrote it
   * @throws Failure as above, and where it leads from HTTPS to plain HTTP
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
      throw new Failure(Kind.BAD_ANSWER, "its address names no host", null);
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

  /** Reads it as browsers do: what must be encoded is, and everything else stays as it was. */
  private static URI parsed(String text) {
    String stripped = text.strip();
    Matcher head = HEAD.matcher(stripped);
    int end = head.lookingAt() ? head.end() : 0;
    StringBuilder out = new StringBuilder(stripped.substring(0, end));
    int fragment = stripped.indexOf('#', end);
    String rest = stripped.substring(end, fragment < 0 ? stripped.length() : fragment);
    rest.codePoints()
        .forEach(
            code -> {
              if (code > '~' || SLOPPY.indexOf(code) >= 0) {
                for (byte octet : Character.toString(code).getBytes(StandardCharsets.UTF_8)) {
                  out.append(String.format("%%%02X", octet & 0xff));
                }
              } else {
                out.appendCodePoint(code);
              }
            });
    try {
      return new URI(out.toString());
    } catch (URISyntaxException e) {
      throw new Failure(Kind.BAD_ANSWER, "its address is not a valid one", null);
    }
  }

  URI uri() {
    return uri;
  }

  /** Without the query, which may hold secrets. */
  URI bare() {
    return URI.create(Origin.of(uri) + uri.getRawPath());
  }

  /** Its host, and the port where that is not the usual one. */
  String host() {
    return Origin.of(uri).authority();
  }

  /** Whether an address or a name says that it is a web page. */
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
