package dev.convo.redact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be taken out of a document. Each value is replaced by its kind's word and a number. */
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
  /** Internet addresses of both versions. */
  IP,
  PHONE,
  /** Names, handles and ids of all who take part. */
  NAME;

  /** The word people type, and the beginning of what replaces a value. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind with this word. */
  public static Optional<Sensitive> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** All words, in alphabetical order. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Sensitive::word).sorted().toList();
  }
}
