package dev.convo.hostile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Made-up values of every kind that redaction knows, and sentences with them. */
final class Identifying {
  private final Random random;
  private final List<String> sentences = new ArrayList<>();
  private final Set<String> values = new LinkedHashSet<>();
  private final List<String> secrets = new ArrayList<>();
  private final String domain;

  /** The same values for the same seed. */
  Identifying(long seed) {
    random = new Random(seed);
    String local = word(9) + pick(".", "_", "-", "+") + word(3);
    email(local + "@" + word(7) + pick(".example", ".co.example", ".test"));
    phone("47", "4" + digits(7));
    phone("351", "91" + digits(7));
    phone("1", "415555" + digits(4));
    String card = card();
    say("card " + card, card);
    String spaced = card.replaceAll("(.{4})(?!$)", "$1" + pick(" ", "-", "."));
    say("paid with " + spaced, spaced);
    String iban = iban();
    say("account " + iban, iban);
    String grouped = iban.replaceAll("(.{4})(?!$)", "$1 ");
    say("to " + grouped + ".", grouped);
    String four = "203.0." + (100 + random.nextInt(100)) + "." + (100 + random.nextInt(100));
    say("from " + four, four);
    String six = "2001:db8:" + hex(4) + "::" + hex(4) + ":" + hex(4);
    say("or " + six, six);
    String path = word(8) + "/" + word(9) + "?t=" + word(12);
    say(pick("https://", "http://", "www.") + "shop.example/" + path, path);
    say("see shop.example:8080/" + path, path);
    String password = word(5) + digits(4) + "x";
    say(pick("password: ", "my password is ", "Passwort=", "pwd=") + password, password);
    String phrase = word(7) + " " + word(8) + " " + word(7);
    say(pick("passphrase: ", "Password: ") + phrase, phrase);
    String token = "sk_live_" + word(10) + digits(6);
    say("with " + token, token);
    String bearer = word(14) + digits(6);
    say("Authorization: Bearer " + bearer, bearer);
    String mixed = word(12) + digits(6) + word(14).toUpperCase(Locale.ROOT) + "Ab9";
    say("see " + mixed, mixed);
    secrets.addAll(List.of(token, mixed));
    domain = word(8) + ".example";
    values.add(domain);
  }

  /** The address of somebody with this name. */
  String addressOf(String name) {
    return name.replace(' ', '.') + "@" + domain;
  }

  /** Whether a secret is written in other letters than its own: then it is none. */
  boolean isAnotherSecret(String text) {
    return secrets.stream()
        .anyMatch(
            secret ->
                text.toLowerCase(Locale.ROOT).contains(secret.toLowerCase(Locale.ROOT))
                    && !text.contains(secret));
  }

  private void email(String email) {
    say("write to " + email + ",", email);
    say("<" + email + ">", email);
    values.add(email.substring(0, email.indexOf('@')));
  }

  private void phone(String country, String national) {
    String groups = national.replaceAll("(.{3})(?=.)", "$1 ");
    say("call +" + country + " " + groups, groups);
    say("tel:+" + country + national, national);
    say("00" + country + national, national);
    say("my phone: " + groups.replace(' ', '-'), groups.replace(' ', '-'));
  }

  private void say(String sentence, String value) {
    sentences.add(sentence);
    values.add(value);
  }

  /** Sentences that hold them, each one value. */
  List<String> sentences() {
    return sentences;
  }

  /** What may not be found anywhere. */
  Set<String> values() {
    return values;
  }

  private String pick(String... some) {
    return some[random.nextInt(some.length)];
  }

  private String word(int length) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append("bcdfghjklmnpqrstvwxz".charAt(random.nextInt(20)));
    }
    return word.toString();
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append((char) ('2' + random.nextInt(8)));
    }
    return digits.toString();
  }

  private String hex(int count) {
    StringBuilder digits = new StringBuilder("a");
    for (int i = 1; i < count; i++) {
      digits.append("23456789abcdef".charAt(random.nextInt(14)));
    }
    return digits.toString();
  }

  private String card() {
    String bare = "4" + digits(14);
    int sum = 0;
    for (int i = 0; i < bare.length(); i++) {
      int digit = bare.charAt(bare.length() - 1 - i) - '0';
      int twice = digit * 2;
      sum += i % 2 == 1 ? digit : twice > 9 ? twice - 9 : twice;
    }
    return bare + (10 - sum % 10) % 10;
  }

  private String iban() {
    String account = digits(18);
    String turned = account + "131400"; // DE, and no check digits yet.
    int check =
        98 - new java.math.BigInteger(turned).mod(java.math.BigInteger.valueOf(97)).intValue();
    return String.format("DE%02d%s", check, account);
  }
}
