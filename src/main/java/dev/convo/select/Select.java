package dev.convo.select;

import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.model.Meta;
import dev.convo.model.Note;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Selection;
import dev.convo.model.Value;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Selects messages. Those it keeps stay as they are, in order and with their numbers. */
public final class Select {
  private static final Pattern MARKS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");

  private final Choice choice;
  private final Conversation conversation;
  private final List<Message> all;
  private final List<String> authors;

  private Select(Choice choice, Conversation conversation) {
    this.choice = choice;
    this.conversation = conversation;
    this.all = conversation.messages();
    this.authors = choice.authors().stream().map(Select::folded).toList();
  }

  /** The document with only the messages that pass every choice. */
  public static Document of(Document document, Choice choice) {
    Conversation conversation = document.conversation();
    Select select = new Select(choice, conversation);
    List<Message> kept = select.kept();
    Selection before = document.meta().selection();
    List<String> options = new ArrayList<>(before == null ? List.of() : before.options());
    options.addAll(choice.options());
    Meta meta =
        document.meta().withSelection(new Selection(kept.size(), document.count(), options));
    if (kept.isEmpty() && !conversation.messages().isEmpty()) {
      meta = meta.withNote(new Note("nothing_selected", select.nothing(document.count())));
    }
    return new Document(conversation.change().messages(kept).build(), meta, document.glossary());
  }

  /** Why nothing was kept: a message that does not exist, or else everything that was typed. */
  private String nothing(int count) {
    Choice.Span span = choice.span();
    for (Place place : Arrays.asList(span.exactly(), span.after(), span.before())) {
      // With messages already left out, one of those may have the id.
      boolean lacks = place != null && all.size() == count && place.in(all) < 0;
      if (lacks && place.id() != null) {
        return "no message has the id " + place.id() + place.range();
      }
      if (lacks) {
        return "there is no message " + place.number() + " (1 to " + count + ")";
      }
    }
    return "no message matches " + String.join(" ", choice.options()) + otherwise();
  }

  /** How many messages the search would find if it ignored case, where it finds none as typed. */
  private String otherwise() {
    List<Message> passed = passed();
    if (choice.match() == null || passed.stream().anyMatch(choice.match().grep()::matches)) {
      return "";
    }
    Grep loose = choice.match().grep().ignoringCase();
    long found = passed.stream().filter(loose::matches).count();
    return found == 0 ? "" : "; with -i, " + found + " would match";
  }

  private List<Message> kept() {
    List<Message> passed = passed();
    List<Message> matched = choice.match() == null ? passed : matched(passed, choice.match());
    Choice.Span span = choice.span();
    int size = matched.size();
    int to = span.head() == null ? size : Math.min(size, span.head());
    int from = span.tail() == null ? 0 : Math.max(0, size - span.tail());
    return from >= to ? List.of() : matched.subList(from, to);
  }

  /** The messages that pass everything except the search, --head and --tail. */
  private List<Message> passed() {
    Choice.Span span = choice.span();
    int from = span.after() == null ? 0 : indexBehind(span.after());
    int to = span.before() == null ? all.size() : indexOf(span.before());
    int exactly = span.exactly() == null ? -1 : span.exactly().in(all);
    List<Message> passed = new ArrayList<>();
    // A message without a time has that of the message before it.
    Instant time = Instant.MIN;
    for (int i = 0; i < all.size(); i++) {
      Message message = all.get(i);
      time = message.at() == null ? time : message.at();
      boolean here = i >= from && i < to && (span.exactly() == null || i == exactly);
      if (here && inTime(time) && passes(message)) {
        passed.add(message);
      }
    }
    return passed;
  }

  /**
   * The index of a place. That of a missing number is where it would be, that of an unknown id
   * behind the last message.
   */
  private int indexOf(Place place) {
    int at = place.in(all);
    if (at < 0 && place.id() == null) {
      at = 0;
      while (at < all.size() && all.get(at).number() < place.number()) {
        at++;
      }
    }
    return at < 0 ? all.size() : at;
  }

  private int indexBehind(Place place) {
    return indexOf(place) + (place.in(all) < 0 ? 0 : 1);
  }

  private boolean inTime(Instant time) {
    Instant since = choice.span().since();
    Instant until = choice.span().until();
    return (since == null || !time.isBefore(since)) && (until == null || !time.isAfter(until));
  }

  private boolean passes(Message message) {
    boolean role = choice.roles().isEmpty() || choice.roles().contains(message.role());
    boolean only =
        choice.only().isEmpty() || choice.only().stream().anyMatch(trait -> trait.of(message));
    return role
        && only
        && choice.without().stream().noneMatch(trait -> trait.of(message))
        && (authors.isEmpty() || isBy(message));
  }

  private boolean isBy(Message message) {
    Participant author = message.author();
    if (author == null && message.role() == Role.CUSTOMER) {
      author = conversation.customer();
    }
    if (author == null) {
      return false;
    }
    // An author's e-mail address is among the attributes.
    String email = author.attributes().get("email") instanceof Value.Text text ? text.text() : null;
    return Stream.of(author.name(), author.email(), author.id(), email)
        .filter(Objects::nonNull)
        .map(Select::folded)
        // An accent alone folds to nothing, which every name contains.
        .anyMatch(one -> authors.stream().anyMatch(name -> !name.isEmpty() && one.contains(name)));
  }

  /** A name as people type it in a hurry: without case and accents. */
  private static String folded(String name) {
    boolean ascii = name.chars().allMatch(c -> c < 0x80);
    String plain =
        ascii
            ? name
            : MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return plain.toLowerCase(Locale.ROOT);
  }

  private static List<Message> matched(List<Message> passed, Choice.Match match) {
    List<Message> matched = new ArrayList<>();
    int done = 0;
    long wanted = 0;
    for (int i = 0; i < passed.size(); i++) {
      if (match.grep().matches(passed.get(i))) {
        for (int j = (int) Math.max(done, (long) i - match.around()); j <= i; j++) {
          matched.add(passed.get(j));
        }
        done = i + 1;
        wanted = (long) i + match.around();
      } else if (done > 0 && i <= wanted) {
        matched.add(passed.get(i));
        done = i + 1;
      }
    }
    return matched;
  }
}
