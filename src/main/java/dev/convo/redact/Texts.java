package dev.convo.redact;

import dev.convo.html.HtmlText;
import dev.convo.html.Markup;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Redacts the texts of a document whose people are known, and counts what it replaces. */
final class Texts {
  /** Where a text is found, which decides what to look for. */
  enum Place {
    TEXT,
    /** Only known phone numbers: most numbers are times and counts. */
    NUMBER,
    /** Only people, and phone numbers that are known or signed: an id may look like a secret. */
    ID
  }

  private static final Set<Sensitive> IN_IDS =
      Set.of(Sensitive.EMAIL, Sensitive.PHONE, Sensitive.NAME);

  /** Longer words rarely repeat, so nothing is remembered of them. */
  private static final int LONGEST_WORD = 24;

  private static final int MOST_WORDS = 1000;

  /** Anything longer is treated as a text. */
  private static final int LONGEST_ID = 128;

  private final EnumSet<Sensitive> kinds;
  private final EnumSet<Sensitive> inIds;
  private final Pseudonyms pseudonyms;
  private final Names names;
  private final Phones phones;
  private final Map<Sensitive, Integer> counts = new EnumMap<>(Sensitive.class);
  private final Set<String> unsuspicious = new HashSet<>();

  Texts(EnumSet<Sensitive> kinds, Pseudonyms pseudonyms, Names names, Phones phones) {
    this.kinds = kinds;
    this.inIds = EnumSet.copyOf(kinds);
    inIds.retainAll(IN_IDS);
    this.pseudonyms = pseudonyms;
    this.names = names;
    this.phones = phones;
  }

  boolean replaces(Sensitive kind) {
    return kinds.contains(kind);
  }

  /** How often each kind was replaced: {@code email (2), name (1)}; empty if never. */
  String counts() {
    return counts.entrySet().stream()
        .map(one -> one.getKey().word() + " (" + one.getValue() + ")")
        .collect(Collectors.joining(", "));
  }

  void count(Sensitive kind) {
    counts.merge(kind, 1, Integer::sum);
  }

  /** The pseudonym of a text that the platform calls a phone number. */
  String phone(String number) {
    count(Sensitive.PHONE);
    return pseudonyms.of(Sensitive.PHONE.word(), phones.normal(number));
  }

  /**
   * A text as people read it. HTML becomes text first, as tags and entities can hide a value; so
   * can those in a text that is not all HTML, which becomes text only if that reveals something.
   */
  String readable(String text, boolean html) {
    String redacted = word(Markup.read(text, html));
    if (redacted.indexOf('&') < 0 && redacted.indexOf('<') < 0) {
      return redacted;
    }
    String read = HtmlText.of(redacted);
    String again = text(read);
    return again.equals(read) ? redacted : again;
  }

  /** The redacted text; the same object if nothing is found. */
  String text(String text) {
    return redacted(text, Place.TEXT);
  }

  /** Redacts a text that may be short and repeat often, such as the name of a field. */
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
    List<Decoded> forms = Decoded.formsOf(text);
    Spans spans = new Spans(forms.get(0));
    if (spans.traits().moment()) {
      return text;
    }
    find(spans, forms, place);
    Base64Words.find(spans, word -> kindIn(word, place));
    return spans.applied(this::replacement);
  }

  /** The first kind of value in a decoded word, or null: it replaces the whole word. */
  private @Nullable Sensitive kindIn(String decoded, Place place) {
    Decoded form = Decoded.plain(decoded);
    Spans spans = new Spans(form);
    find(spans, List.of(form), place);
    return spans.firstKind();
  }

  /**
   * Searches each form. Names come last: the one in {@code mina%40shop.example} must not keep the
   * address from being found.
   */
  private void find(Spans spans, List<Decoded> forms, Place place) {
    for (Decoded form : forms) {
      spans.read(form);
      for (Sensitive kind : place == Place.ID ? inIds : kinds) {
        find(kind, spans, place);
      }
    }
    if (kinds.contains(Sensitive.NAME)) {
      for (Decoded form : forms) {
        spans.read(form);
        Addresses.spelled(spans);
        names.find(spans);
      }
    }
    spans.read(forms.get(0));
  }

  private void find(Sensitive kind, Spans spans, Place place) {
    switch (kind) {
      case SECRET -> Credentials.find(spans);
      case URL -> Addresses.links(spans);
      case EMAIL -> Addresses.emails(spans);
      case IBAN -> Numbers.ibans(spans);
      case CARD -> Numbers.cards(spans);
      case IP -> Numbers.addresses(spans);
      case PHONE -> phones.find(spans, place);
      case NAME -> {}
    }
  }

  private String replacement(Spans.Span span) {
    count(span.kind());
    String pseudonym = span.pseudonym();
    return pseudonym == null ? pseudonyms.of(span.kind().word(), span.normal()) : pseudonym;
  }
}
