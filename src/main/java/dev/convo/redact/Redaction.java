package dev.convo.redact;

import dev.convo.html.HtmlText;
import dev.convo.html.Markup;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Meta;
import dev.convo.model.Note;
import dev.convo.model.Selection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Replaces what identifies people, in one document after the other: the same value has the same
 * pseudonym in all of them. For one thread, in the order in which documents are shown, which is
 * what pseudonyms are counted by.
 */
public final class Redaction {
  private final Set<Sensitive> kinds;
  private final Pseudonyms pseudonyms;
  private final Map<Sensitive, Integer> counts = new EnumMap<>(Sensitive.class);
  private Names names = new Names();
  private Phones phones = Phones.NOWHERE;

  /**
   * A redaction.
   *
   * @param kinds what to replace
   * @param key makes pseudonyms the same in every run that has it; null to count them
   */
  public Redaction(Set<Sensitive> kinds, byte @Nullable [] key) {
    this.kinds = EnumSet.copyOf(kinds);
    this.pseudonyms = new Pseudonyms(key);
  }

  /** The document without the original values. */
  public synchronized Document of(Document document) {
    counts.clear();
    Conversation whole = document.conversation();
    People people = new People(whole, pseudonyms);
    phones = kinds.contains(Sensitive.PHONE) ? Phones.near(people.phones()) : Phones.NOWHERE;
    names = kinds.contains(Sensitive.NAME) ? people.names() : new Names();
    if (kinds.contains(Sensitive.PHONE)) {
      for (String phone : people.phones()) {
        names.handle(phone, pseudonyms.of(Sensitive.PHONE.word(), phones.normal(phone)));
      }
    }
    Conversation redacted = new Walk(this, people).conversation(whole);
    return new Document(redacted, noting(document.meta()), document.glossary());
  }

  /** A text beside the document, such as an error's: what is known of its people is replaced. */
  public synchronized String line(String text) {
    return text(text);
  }

  boolean replaces(Sensitive kind) {
    return kinds.contains(kind);
  }

  /** A value that is known to be of this kind. */
  String value(Sensitive kind, String normal) {
    counts.merge(kind, 1, Integer::sum);
    return pseudonyms.of(kind.word(), normal);
  }

  /** A phone number, whatever it looks like. */
  String phone(String number) {
    return value(Sensitive.PHONE, phones.normal(number));
  }

  /** Somebody who was replaced in a slot of their own. */
  void countName() {
    counts.merge(Sensitive.NAME, 1, Integer::sum);
  }

  /**
   * A text as people read it: of HTML the text, as its tags and entities can hide a value. So may
   * those of a text that is not HTML as a whole; then what a browser would make of it is kept.
   */
  String readable(String text, boolean html) {
    String redacted = text(html || Markup.isHtml(text) ? HtmlText.of(text) : text);
    if (redacted.indexOf('&') < 0 && redacted.indexOf('<') < 0) {
      return redacted;
    }
    String read = HtmlText.of(redacted);
    String again = text(read);
    return again.equals(read) ? redacted : again;
  }

  /** A text with everything replaced that is found in it; the same object where nothing is. */
  String text(String text) {
    return text(text, true);
  }

  /** The digits of a number: no phone number but a known one, as most are moments and counts. */
  String numeral(String digits) {
    return text(digits, false);
  }

  private String text(String text, boolean anyPhone) {
    Spans spans = new Spans(text, found -> value(found.kind(), found.normal()));
    if (kinds.contains(Sensitive.SECRET)) {
      Credentials.find(spans);
    }
    if (kinds.contains(Sensitive.URL)) {
      Addresses.links(spans);
    }
    if (kinds.contains(Sensitive.EMAIL)) {
      Addresses.emails(spans);
    }
    if (hasNumbers(text)) {
      if (kinds.contains(Sensitive.IBAN)) {
        Numbers.ibans(spans);
      }
      if (kinds.contains(Sensitive.CARD)) {
        Numbers.cards(spans);
      }
      if (kinds.contains(Sensitive.IP)) {
        Numbers.addresses(spans);
      }
      if (kinds.contains(Sensitive.PHONE)) {
        phones.find(spans, anyPhone);
      }
    }
    int named = names.isEmpty() ? 0 : names.replaceIn(spans);
    if (named > 0) {
      counts.merge(Sensitive.NAME, named, Integer::sum);
    }
    return spans.applied();
  }

  /** Whether there are digits or colons enough for any number; a moment alone is none. */
  private static boolean hasNumbers(String text) {
    int digits = 0;
    int colons = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      digits += c >= '0' && c <= '9' || c > 0x660 && Character.isDigit(c) ? 1 : 0;
      colons += c == ':' ? 1 : 0;
    }
    return (digits >= 4 || colons >= 2) && !isMoment(text);
  }

  private static boolean isMoment(String text) {
    return text.length() >= 19
        && text.length() <= 35
        && text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && (text.charAt(10) == 'T' || text.charAt(10) == ' ')
        && text.charAt(13) == ':'
        && text.chars().allMatch(c -> c >= '0' && c <= '9' || "-T :.+Z".indexOf(c) >= 0);
  }

  private Meta noting(Meta meta) {
    Completeness was = meta.completeness();
    List<Note> notes = new ArrayList<>();
    for (Note note : was.notes()) {
      notes.add(new Note(note.code(), text(note.text()), note.reason()));
    }
    String what =
        counts.entrySet().stream()
            .map(one -> one.getKey().word() + " (" + one.getValue() + ")")
            .collect(Collectors.joining(", "));
    notes.add(
        new Note(
            "redacted",
            "redacted: "
                + (what.isEmpty() ? "nothing was found" : what)
                + "; names of people who take no part, pictures, recordings and places are not"
                + " recognised"));
    Selection selection = meta.selection();
    return new Meta(
        new Completeness(was.complete(), was.expected(), notes),
        meta.requests(),
        meta.profile(),
        meta.host(),
        meta.fetchedAt(),
        meta.requestIds(),
        selection == null
            ? null
            : new Selection(
                selection.shown(),
                selection.of(),
                selection.options().stream().map(this::text).toList()));
  }
}
