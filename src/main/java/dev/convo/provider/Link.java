package dev.convo.provider;

import dev.convo.http.Origin;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a link to a conversation, such as {@code
 * /app/accounts/{account_id}/conversations/{id}}: a name in braces takes one segment; a segment of
 * two stars takes any number.
 */
public record Link(String path) {
  /** An address with what surrounds it in a mail or a chat, and perhaps without its scheme. */
  private static final String PASTED =
      "[\\s<(\"']*(https?://)?([\\w-]+([.][\\w-]+)+(:\\d+)?/[^\\s<>\"']{0,1000}?)[\\s>\"').,;:]*";

  /**
   * A link found in a longer path.
   *
   * @param prefix the path before it
   * @param values by the names in braces
   */
  public record Match(String prefix, Map<String, String> values) {
    public Match {
      values = Map.copyOf(values);
    }
  }

  /** A link without its query and fragment; empty if the text is not an address with a host. */
  public static Optional<URI> parse(String text) {
    try {
      URI link = new URI(text.replaceAll("(?s)[?#].*", ""));
      return Optional.of(link).filter(one -> one.getHost() != null);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /**
   * The first of these links that a path ends with, wherever the base URI's own path ends.
   *
   * @param actual still percent-encoded
   */
  public static Optional<Match> find(List<Link> links, String actual) {
    for (int from = 0; from >= 0; from = actual.indexOf('/', from + 1)) {
      for (Link form : links) {
        Optional<Map<String, String>> values = form.match(actual.substring(from));
        if (values.isPresent()) {
          return Optional.of(new Match(actual.substring(0, from), values.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a link's path has one of these forms behind a prefix. */
  public static boolean matches(List<Link> links, String prefix, URI link) {
    String path = link.getRawPath();
    return path.startsWith(prefix)
        && links.stream().anyMatch(form -> form.match(path.substring(prefix.length())).isPresent());
  }

  /**
   * The provider that a link looks like: by the platform's own host, or else by its path. Of two
   * paths that match, the one nearer to the host is meant.
   */
  public static Optional<Descriptor> owner(List<Descriptor> all, URI link) {
    Origin origin = Origin.of(link);
    return all.stream()
        .filter(one -> one.hosts().values().stream().map(Origin::of).anyMatch(origin::equals))
        .findFirst()
        .or(
            () ->
                all.stream()
                    .filter(one -> depth(one, link) < Integer.MAX_VALUE)
                    .min(Comparator.comparingInt(one -> depth(one, link))));
  }

  /** The link that was most likely meant by something that is not one. */
  public static Optional<String> meant(String typed) {
    Matcher pasted = Pattern.compile(PASTED).matcher(typed);
    return pasted.matches()
        ? Optional.of(Objects.requireNonNullElse(pasted.group(1), "https://") + pasted.group(2))
        : Optional.empty();
  }

  /** A link's host as people write it, with the port where it is not the usual one. */
  public static String host(URI link) {
    return Origin.of(link).authority();
  }

  /** Whether a link leads to this machine. */
  public static boolean staysHere(URI link) {
    return Origin.of(link).isLoopback();
  }

  private static int depth(Descriptor one, URI link) {
    return find(one.links(), link.getRawPath())
        .map(match -> match.prefix().length())
        .orElse(Integer.MAX_VALUE);
  }

  /**
   * What a path says, by the names in braces.
   *
   * @param actual a path behind the base URI, still percent-encoded; a trailing slash is ignored
   * @return empty if the path is of another form
   */
  public Optional<Map<String, String>> match(String actual) {
    Map<String, String> found = new LinkedHashMap<>();
    return match(segments(path), segments(actual), found) ? Optional.of(found) : Optional.empty();
  }

  private static List<String> segments(String path) {
    String inner = path.replaceAll("^/+|/+$", "");
    return List.of(inner.split("/", -1));
  }

  private static boolean match(List<String> form, List<String> actual, Map<String, String> found) {
    if (form.isEmpty()) {
      return actual.isEmpty();
    }
    String first = form.get(0);
    List<String> others = form.subList(1, form.size());
    if (first.equals("**")) {
      return match(others, actual, found)
          || !actual.isEmpty() && match(form, actual.subList(1, actual.size()), found);
    }
    if (actual.isEmpty()) {
      return false;
    }
    if (first.startsWith("{")) {
      found.put(
          first.substring(1, first.length() - 1),
          URLDecoder.decode(actual.get(0).replace("+", "%2B"), StandardCharsets.UTF_8));
    } else if (!first.equals(actual.get(0))) {
      return false;
    }
    return match(others, actual.subList(1, actual.size()), found);
  }
}
