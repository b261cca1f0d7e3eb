package dev.convo.redact;

import dev.convo.html.HtmlText;
import dev.convo.html.Markup;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Redacts the texts of one document, whose people are known, and counts what it replaces. */
final class Texts {
  /** Where a text is, which decides what is looked for in it. */
  enum Place {
    TEXT,
    /** Of the phone numbers only known ones, as most numbers are moments and counts. */
    NUMBER,
    /** Only people, and phone numbers only if known or signed: an id may look like a secret. */
    ID
  }

  private static final Set<Sensitive> IN_IDS =
      Set.of(Sensitive.EMAIL, Sensitive.PHONE, Sensitive.NAME);

  /** Results for words of up to this length are remembered: longer ones seldom repeat. */
  private static final int LONGEST_WORD = 24;

  private static final int MOST_WORDS = 1000;

  /** Anything longer is a text, not an id. */
  private static final int LONGEST_ID = 128;

  private final Set<Sensitive> kinds;
  private final Pseudonyms pseudonyms;
  private final Names names;
  private final Phones phones;
  private final Map<Sensitive, Integer> counts = new EnumMap<>(Sensitive.class);
  private final Set<String> unsuspicious = new HashSet<>();

  Texts(Set<Sensitive> kinds, Pseudonyms pseudonyms, Names names, Phones phones) {
    this.kinds = kinds;
    this.pseudonyms = pseudonyms;
    this.names = names;
    this.phones = phones;
  }

  boolean replaces(Sensitive kind) {
    return kinds.contains(kind);
  }

  /** How often each kind was replaced: {@code email (2), name (1)}; empty for nothing. */
  String counts() {
    return counts.entrySet().stream()
        .map(one -> one.getKey().word() + " (" + one.getValue() + ")")
        .collect(Collectors.joining(", "));
  }

  void count(Sensitive kind) {
    counts.merge(kind, 1, Integer::sum);
  }

  /** The pseudonym of what is known to be a phone number, whatever it looks like. */
  String phone(String number) {
    count(Sensitive.PHONE);
    return pseudonyms.of(Sensitive.PHONE.word(), phones.normal(number));
  }

  /**
   * A text as people read it: of HTML the text, as its tags and entities can hide a value. So may
   * those of a text that is not HTML as a whole; then what a browser would make of it is kept.
   */
  String readable(String text, boolean html) {
    String redacted = word(html || Markup.isHtml(text) ? HtmlText.of(text) : text);
    if (redacted.indexOf('&') < 0 && redacted.indexOf('<') < 0) {
      return redacted;
    }
    String read = HtmlText.of(redacted);
    String again = text(read);
    return again.equals(read) ? redacted : again;
  }

  /** A text with everything replaced that is found in it; the same object where nothing is. */
  String text(String text) {
    return redacted(text, Place.TEXT);
  }

  /** A short text that repeats often, such as the name of a field. */
  String word(String text) {
    if (text.length() > LONGEST_WORD) {
      return text(text);
    }
    if (unsuspicious.contains(text)) {
      return text;
    }
    String redacted = text(text);
    if (redacted.equals(text) && unsuspicious.size() < MOST_WORDS) {
      unsuspicious.add(text);
    }
    return redacted;
  }

  String numeral(String digits) {
    return redacted(digits, Place.NUMBER);
  }

  String id(String id) {
    boolean word = id.length() <= LONGEST_ID;
    for (int i = 0; word && i < id.length(); i++) {
      word = id.charAt(i) > ' ' && id.charAt(i) < 0x7F;
    }
    return redacted(id, word ? Place.ID : Place.TEXT);
  }

  private String redacted(String text, Place place) {
    Spans spans = new Spans(text);
    if (spans.traits().moment()) {
      return text;
    }
    find(spans, place);
    if (spans.traits().coded()) {
      for (Decoded form : Decoded.formsOf(text)) {
        spans.read(form);
        find(spans, place);
      }
      spans.read(null);
    }
    Base64Words.find(spans, word -> kindIn(word, place));
    return spans.applied(this::replacement);
  }

  /** What the whole of a coded word is replaced as: the first kind of value in it, or null. */
  private @Nullable Sensitive kindIn(String decoded, Place place) {
    Spans spans = new Spans(decoded);
    find(spans, place);
    return spans.firstKind();
  }

  /** Where two kinds overlap, the one searched for first wins. */
  private void find(Spans spans, Place place) {
    if (isWanted(Sensitive.SECRET, place)) {
      Credentials.find(spans);
    }
    if (isWanted(Sensitive.URL, place)) {
      Addresses.links(spans);
    }
    if (isWanted(Sensitive.EMAIL, place)) {
      Addresses.emails(spans);
    }
    if (isWanted(Sensitive.IBAN, place)) {
      Numbers.ibans(spans);
    }
    if (isWanted(Sensitive.CARD, place)) {
      Numbers.cards(spans);
    }
    if (isWanted(Sensitive.IP, place)) {
      Numbers.addresses(spans);
    }
    if (isWanted(Sensitive.PHONE, place)) {
      phones.find(spans, place);
    }
    if (isWanted(Sensitive.NAME, place)) {
      Addresses.spelled(spans);
      names.find(spans);
    }
  }

  private boolean isWanted(Sensitive kind, Place place) {
    return kinds.contains(kind) && (place != Place.ID || IN_IDS.contains(kind));
  }

  private String replacement(Spans.Span span) {
    count(span.kind());
    String pseudonym = span.pseudonym();
    return pseudonym == null ? pseudonyms.of(span.kind().word(), span.normal()) : pseudonym;
  }
}
