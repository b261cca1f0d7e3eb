package dev.convo.hostile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
    Set<String> sought = new LinkedHashSet<>();
    secrets.stream()
        .filter(secret -> secret.length() >= SHORTEST)
        .forEach(secret -> sought.addAll(codings(secret)));
    Set<String> found = new LinkedHashSet<>();
    find(text, sought, found);
    find(unescaped(text), sought, found);
    return found;
  }

  /** In one pass: every command line of the tests is searched for some hundred words. */
  private static void find(String text, Set<String> sought, Set<String> found) {
    Map<Integer, List<String>> words =
        sought.stream().collect(Collectors.groupingBy(word -> beginning(word.toCharArray(), 0)));
    boolean[] begins = new boolean[1 << 16];
    words.keySet().forEach(beginning -> begins[beginning] = true);
    char[] chars = text.toCharArray(); // Five times as fast as charAt here.
    for (int i = 0; i + SHORTEST <= chars.length; i++) {
      int beginning = beginning(chars, i);
      if (begins[beginning]) {
        for (String word : words.getOrDefault(beginning, List.of())) {
          if (text.startsWith(word, i)) {
            found.add(word);
          }
        }
      }
    }
  }

  /** A number below 2^16 from the first three characters. */
  private static int beginning(char[] chars, int at) {
    return (chars[at] * 961 + chars[at + 1] * 31 + chars[at + 2]) & 0xffff;
  }

  /** With the escapes of JSON, of URLs and of HTML read, each for itself. */
  private static String unescaped(String text) {
    Matcher escape = ESCAPE.matcher(text);
    char[] chars = text.toCharArray();
    StringBuilder read = new StringBuilder(text.length());
    int from = 0;
    for (int i = 0; i < chars.length; i++) {
      boolean mayBegin = chars[i] == '\\' || chars[i] == '%' || chars[i] == '&';
      if (mayBegin && escape.region(i, text.length()).lookingAt()) {
        read.append(text, from, i).append(meaning(escape.group()));
        from = escape.end();
        i = from - 1;
      }
    }
    return read.append(text, from, text.length()).toString();
  }

  private static String meaning(String escape) {
    String digits = escape.replaceAll("[^0-9a-fA-F]", "");
    int radix = escape.startsWith("&") && !escape.matches("&#[xX].*") ? 10 : 16;
    return digits.isEmpty()
        ? escape.substring(1)
        : Character.toString((char) Integer.parseInt(digits, radix));
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
