package dev.convo.redact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be replaced in a document, in the order in which it is searched for. */
public enum Sensitive {
  /** Passwords, tokens, keys. */
  SECRET,
  /** The path and the query of links; the host stays. */
  URL,
  EMAIL,
  /** International bank account numbers, by their check digits. */
  IBAN,
  /** Card numbers, by their check digit. */
  CARD,
  /** IPv4 and IPv6 addresses. */
  IP,
  PHONE,
  /** Names, handles and ids of everybody in the conversation. */
  NAME;

  /** The word people type, with which pseudonyms begin. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Sensitive> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** All words, alphabetically. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Sensitive::word).sorted().toList();
  }
}
