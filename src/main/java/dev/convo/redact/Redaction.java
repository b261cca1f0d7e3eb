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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Replaces what identifies people, in one document after the other: the same value has the same
 * pseudonym in all of them. For one thread, in the order in which documents are shown, which is
 * what pseudonyms are counted by.
 */
public final class Redaction {
  /** How many codings inside one another are undone. */
  private static final int MOST_CODES = 3;

  /** Results for words of up to this length are remembered: longer ones seldom repeat. */
  private static final int LONGEST_WORD = 24;

  private static final int MOST_WORDS = 1000;

  /** Anything longer is a text, not an id. */
  private static final int LONGEST_ID = 128;

  private final Set<Sensitive> kinds;

  /** What is looked for in ids, which look like secrets and numbers but are neither. */
  private final Set<Sensitive> inIds;

  private final Pseudonyms pseudonyms;
  private final Map<Sensitive, Integer> counts = new EnumMap<>(Sensitive.class);
  private final Set<String> unsuspicious = new HashSet<>();
  private Names names = new Names();
  private Phones phones = Phones.NONE;

  /**
   * A redaction.
   *
   * @param kinds what to replace
   * @param key makes pseudonyms the same in every run that has it; null to count them
   */
  public Redaction(Set<Sensitive> kinds, byte @Nullable [] key) {
    this.kinds = EnumSet.copyOf(kinds);
    this.inIds = EnumSet.of(Sensitive.EMAIL, Sensitive.PHONE, Sensitive.NAME);
    inIds.retainAll(kinds);
    this.pseudonyms = new Pseudonyms(key);
  }

  /** The document without the original values. */
  public synchronized Document of(Document document) {
    counts.clear();
    unsuspicious.clear();
    Conversation whole = document.conversation();
    People people = new People(whole, document.meta().host(), pseudonyms);
    phones = kinds.contains(Sensitive.PHONE) ? new Phones(people.phones()) : Phones.NONE;
    names = kinds.contains(Sensitive.NAME) ? people.names() : new Names();
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

  /** The pseudonym of a value that is known to be of this kind. */
  String value(Sensitive kind, String normal) {
    counts.merge(kind, 1, Integer::sum);
    return pseudonyms.of(kind.word(), normal);
  }

  /** The pseudonym of a phone number, whatever it looks like. */
  String phone(String number) {
    return value(Sensitive.PHONE, phones.normal(number));
  }

  /** Counts a person whose name was replaced in its own slot. */
  void countName() {
    counts.merge(Sensitive.NAME, 1, Integer::sum);
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
    return replaced(text, kinds, Phones.Least.LIKELY);
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

  /** The digits of a number: no phone number but a known one, as most are moments and counts. */
  String numeral(String digits) {
    return replaced(digits, kinds, Phones.Least.KNOWN);
  }

  /** An id: it may look like a secret, but may be an address or a number of somebody's. */
  String id(String id) {
    return isWord(id) ? replaced(id, inIds, Phones.Least.SIGNED) : text(id);
  }

  private static boolean isWord(String id) {
    boolean word = id.length() <= LONGEST_ID;
    for (int i = 0; word && i < id.length(); i++) {
      word = id.charAt(i) > ' ' && id.charAt(i) < 0x7F;
    }
    return word;
  }

  private String replaced(String text, Set<Sensitive> wanted, Phones.Least phone) {
    int traits = Traits.of(text);
    if ((traits & Traits.MOMENT) != 0) {
      return text;
    }
    Spans spans = new Spans(text, found -> value(found.kind(), found.normal()));
    int named = find(spans, wanted, traits, phone);
    if ((traits & Traits.CODED) != 0) {
      Decoded form = Decoded.of(text);
      for (int depth = 0; form != null && depth < MOST_CODES; depth++) {
        spans.read(form);
        named += find(spans, wanted, Traits.of(form.text()), phone);
        form = form.again();
      }
      spans.read(null);
    }
    if ((traits & Traits.LONG_WORD) != 0) {
      Base64Words.find(spans, word -> held(word, wanted, phone));
    }
    if (named > 0) {
      counts.merge(Sensitive.NAME, named, Integer::sum);
    }
    return spans.applied();
  }

  /** The first kind of value found in a decoded text, or null. */
  private @Nullable Sensitive held(String text, Set<Sensitive> wanted, Phones.Least phone) {
    AtomicReference<Sensitive> kind = new AtomicReference<>();
    Spans spans =
        new Spans(
            text,
            found -> {
              kind.compareAndSet(null, found.kind());
              return "";
            });
    boolean named = find(spans, wanted, Traits.of(text), phone) > 0;
    return kind.get() == null && named ? Sensitive.NAME : kind.get();
  }

  /** Finds all that is wanted; says how many names there are. */
  private int find(Spans spans, Set<Sensitive> wanted, int traits, Phones.Least phone) {
    if (wanted.contains(Sensitive.SECRET)) {
      Credentials.find(spans);
    }
    if (wanted.contains(Sensitive.URL)) {
      Addresses.links(spans);
    }
    if (wanted.contains(Sensitive.EMAIL) && (traits & Traits.AT) != 0) {
      Addresses.emails(spans);
    }
    if (wanted.contains(Sensitive.IBAN) && (traits & Traits.IBANS) != 0) {
      Numbers.ibans(spans);
    }
    if (wanted.contains(Sensitive.CARD) && (traits & Traits.CARDS) != 0) {
      Numbers.cards(spans);
    }
    if (wanted.contains(Sensitive.IP) && (traits & Traits.IPS) != 0) {
      Numbers.addresses(spans);
    }
    if (wanted.contains(Sensitive.PHONE) && (traits & Traits.PHONES) != 0) {
      phones.find(spans, phone);
    }
    if (!wanted.contains(Sensitive.NAME)) {
      return 0;
    }
    Addresses.spelled(spans);
    return names.isEmpty() ? 0 : names.replaceIn(spans);
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
                + "; names of people who take no part, and what pictures and recordings show, are"
                + " not recognised"));
    Selection selection = meta.selection();
    return new Meta(
        new Completeness(was.complete(), was.expected(), notes),
        meta.requests(),
        meta.profile(),
        meta.host(),
        meta.fetchedAt(),
        meta.requestIds().stream().map(this::id).toList(),
        selection == null
            ? null
            : new Selection(
                selection.shown(),
                selection.of(),
                selection.options().stream().map(this::text).toList()));
  }
}
