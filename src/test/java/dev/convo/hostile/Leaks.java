package dev.convo.hostile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for secrets in what was said, plain and in the codings that carry them. */
public final class Leaks {
  /** Shorter ones are words of the language. */
  private static final int SHORTEST = 8;

  private static final Pattern LITERAL =
      Pattern.compile("(?m)^(?:token|api_access_token|api_id|api_secret|api_key) = \"(.*)\"$");

  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\u\\p{XDigit}{4}|\\\\[\"/\\\\]|%\\p{XDigit}{2}|&#\\d{1,4};|&#[xX]\\p{XDigit}{1,4};");

  private Leaks() {}

  /** The literal secrets of a profile file. */
  public static Set<String> secrets(String toml) {
    Set<String> secrets = new HashSet<>();
    Matcher literal = LITERAL.matcher(toml);
    while (literal.find()) {
      secrets.add(literal.group(1));
    }
    return secrets;
  }

  /** The codings of these secrets that are found in a text, or in what its escapes stand for. */
  public static Set<String> in(String text, Set<String> secrets) {
    String read = unescaped(text);
    Set<String> found = new LinkedHashSet<>();
    for (String secret : secrets) {
      if (secret.length() >= SHORTEST) {
        codings(secret).stream()
            .filter(coding -> text.contains(coding) || read.contains(coding))
            .forEach(found::add);
      }
    }
    return found;
  }

  /** With the escapes of JSON, of URLs and of HTML read, each for itself. */
  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            found -> {
              String one = found.group();
              String digits = one.replaceAll("[^0-9a-fA-F]", "");
              int radix = one.startsWith("&") && !one.matches("&#[xX].*") ? 10 : 16;
              return Matcher.quoteReplacement(
                  digits.isEmpty()
                      ? one.substring(1)
                      : Character.toString((char) Integer.parseInt(digits, radix)));
            });
  }

  private static Set<String> codings(String secret) {
    Set<String> codings = new LinkedHashSet<>();
    codings.add(secret);
    codings.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    codings.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    // Behind 0, 1 or 2 other bytes; the digits that depend on what stands around are left out.
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      byte[] whole = Arrays.copyOf(shifted, shifted.length - shifted.length % 3);
      String digits = Base64.getEncoder().encodeToString(whole);
      String own = digits.substring(before == 0 ? 0 : 4);
      codings.add(own);
      codings.add(own.replace('+', '-').replace('/', '_'));
    }
    return codings;
  }
}
