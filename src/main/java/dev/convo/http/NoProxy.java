package dev.convo.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The hosts that are reached without a proxy: the value of {@code NO_PROXY}.
 *
 * <p>Each word is {@code *}, a name (which covers the names below it, with or without a leading
 * dot), an address or a range of addresses ({@code 10.0.0.0/8}); names and addresses may end in a
 * port.
 */
record NoProxy(List<String> words) {
  NoProxy {
    words = List.copyOf(words);
  }

  static NoProxy of(String value) {
    return new NoProxy(
        Arrays.stream(value.toLowerCase(Locale.ROOT).split("[\\s,]+", -1))
            .filter(word -> !word.isEmpty())
            .toList());
  }

  boolean holds(String host, int port) {
    String bare = withoutBrackets(host.toLowerCase(Locale.ROOT));
    String name = bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    return words.stream().anyMatch(word -> covers(word, name, port));
  }

  private static boolean covers(String word, String host, int port) {
    if (word.equals("*")) {
      return true;
    }
    Optional<InetAddress> address = AddressRange.address(host);
    if (word.indexOf('/') >= 0) {
      return address.isPresent()
          && AddressRange.of(word)
              .filter(range -> range.holds(address.get().getAddress()))
              .isPresent();
    }
    String rest = word;
    int colon = word.lastIndexOf(':');
    boolean hasPort = colon >= 0 && (word.indexOf(':') == colon || word.charAt(colon - 1) == ']');
    if (hasPort) {
      if (!word.substring(colon + 1).equals(Integer.toString(port))) {
        return false;
      }
      rest = word.substring(0, colon);
    }
    rest = withoutBrackets(rest);
    Optional<InetAddress> same = AddressRange.address(rest);
    if (address.isPresent() || same.isPresent()) {
      return address.equals(same);
    }
    String suffix = rest.startsWith("*.") ? rest.substring(1) : rest;
    return suffix.startsWith(".")
        ? host.endsWith(suffix) || host.equals(suffix.substring(1))
        : host.equals(suffix) || host.endsWith("." + suffix);
  }

  private static String withoutBrackets(String text) {
    return text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
  }
}
