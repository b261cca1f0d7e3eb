package dev.convo.redact;

import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Conversation;
import dev.convo.model.Extras;
import dev.convo.model.Message;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The people in a conversation: its customer, its assignee, the authors of its messages, and those
 * named in the heads of mails and on contact cards. Mentions that share an id, a name or an address
 * are one person.
 */
final class People {
  /** A shorter id, such as 14, may be a count or an hour: it is replaced only where it is an id. */
  private static final int DISTINCTIVE_ID = 6;

  /** A shorter local part, such as jo, may be a word. */
  private static final int DISTINCTIVE_LOCAL = 4;

  /** A shorter word in an id, such as the ag of ag-rosa, says what kind of id it is. */
  private static final int DISTINCTIVE_WORD = 4;

  private static final Pattern WORDS = Pattern.compile("\\p{L}+([._-]\\p{L}+)*");

  /** Local parts of shared addresses: ordinary words that name nobody. */
  private static final Set<String> TEAMS =
      Set.of(
          """
          accounting accounts admin billing buyer buyers contact hello help info kontakt mail noreply
          no-reply office order orders post press reception returns sales service shop store support
          team"""
              .split("\\s+"));

  /** Attributes of a person that hold one of their names. */
  private static final Set<String> NAMING =
      Set.of(
          """
          name firstname lastname fullname displayname availablename nickname nick username handle
          login identifier screenname company companyname"""
              .split("\\s"));

  /** What identifies a person, the most telling first. */
  private static final List<String> KEYS = List.of("id", "email", "name");

  private static final class Person {
    private final String prefix;
    private final Set<String> keys = new LinkedHashSet<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> handles = new LinkedHashSet<>();
    private String pseudonym = "";

    Person(String prefix) {
      this.prefix = prefix;
    }
  }

  /** Somebody in a role, within which ids are unique. */
  private record Mention(String prefix, Participant one) {}

  private final String platform;
  private final Names names = new Names();
  private final Map<String, Person> byKey = new LinkedHashMap<>();
  private final Map<Mention, Person> mentions = new HashMap<>();
  private final Set<String> phones = new LinkedHashSet<>();

  /**
   * The people of a conversation.
   *
   * @param versions as it was fetched, and what is left of it to show
   * @param host where their ids are valid
   */
  People(List<Conversation> versions, String host, Pseudonyms known) {
    platform = versions.get(0).provider() + ' ' + host.replaceFirst(":[0-9]+$", "");
    versions.forEach(this::addAll);
    for (Person person : new LinkedHashSet<>(byKey.values())) {
      List<String> keys = new ArrayList<>(person.keys);
      keys.sort(Comparator.comparing(key -> KEYS.indexOf(key.substring(0, key.indexOf(' ')))));
      person.pseudonym = known.ofPerson(person.prefix, keys);
      boolean human = !person.prefix.equals("bot");
      person.names.forEach(name -> names.name(name, person.pseudonym, human));
      person.handles.forEach(handle -> names.handle(handle, person.pseudonym));
      if (human && person.names.isEmpty()) {
        person.handles.forEach(handle -> names.name(words(handle), person.pseudonym, true));
      }
    }
  }

  private void addAll(Conversation conversation) {
    add("customer", conversation.customer());
    add("agent", conversation.assignee());
    for (Message message : conversation.messages()) {
      add(prefix(message.role()), message.author());
      Extras.Mail mail = message.extras().mail();
      if (mail != null) {
        for (List<String> some : List.of(mail.from(), mail.to(), mail.cc(), mail.bcc())) {
          some.forEach(this::add);
        }
      }
      for (Attachment attachment : message.attachments()) {
        if (attachment.subject() instanceof Attachment.Card card) {
          add("person", participant(attachment.name(), null, card.phone()));
        }
      }
    }
  }

  /** The name in a handle such as ag-rosa; empty if there is more in it than words. */
  private static String words(String handle) {
    return WORDS.matcher(handle).matches()
        ? Arrays.stream(handle.split("[._-]"))
            .filter(word -> word.length() >= DISTINCTIVE_WORD)
            .collect(Collectors.joining(" "))
        : "";
  }

  private static String prefix(Role role) {
    return switch (role) {
      case CUSTOMER -> "customer";
      case AGENT -> "agent";
      case BOT -> "bot";
      case SYSTEM, UNKNOWN -> "person";
    };
  }

  /** Adds one from the head of a mail: {@code Ines Duarte <ines@example.com>}. */
  private void add(String mailbox) {
    int at = mailbox.lastIndexOf('<');
    String address = at < 0 ? mailbox : mailbox.substring(at + 1).replace(">", "");
    String name = at < 0 ? "" : mailbox.substring(0, at).replace("\"", "").strip();
    boolean isAddress = address.indexOf('@') > 0;
    if (isAddress && address.strip().indexOf(' ') > 0) {
      return; // Neither a name nor an address: whatever is in it is found where it is shown.
    }
    if (isAddress) {
      add("person", participant(name.isEmpty() ? null : name, address.strip(), null));
    } else {
      add("person", participant(mailbox, null, null));
    }
  }

  private static @Nullable Participant participant(
      @Nullable String name, @Nullable String email, @Nullable String phone) {
    return Participant.of(null, name, email, phone, Attributes.NONE);
  }

  private void add(String prefix, @Nullable Participant one) {
    if (one == null || mentions.containsKey(new Mention(prefix, one))) {
      return;
    }
    List<String> keys = keys(prefix, one);
    Person person =
        keys.stream()
            .map(byKey::get)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseGet(() -> new Person(prefix));
    mentions.put(new Mention(prefix, one), person);
    person.keys.addAll(keys);
    keys.forEach(key -> byKey.putIfAbsent(key, person));
    if (!keys.isEmpty()) {
      describe(person, one);
    }
  }

  /**
   * What two mentions of a person share, the most telling first: an id is there before anybody has
   * a name, and two people may have the same name.
   */
  private List<String> keys(String prefix, Participant one) {
    List<String> keys = new ArrayList<>();
    if (one.id() != null && !one.id().isBlank()) {
      keys.add("id " + prefix + ' ' + platform + ' ' + one.id());
    }
    if (one.email() != null && !one.email().isBlank()) {
      keys.add("email " + one.email().toLowerCase(Locale.ROOT));
    }
    if (one.name() != null && !one.name().isBlank()) {
      keys.add("name " + names.normal(one.name()));
    }
    return keys;
  }

  private void describe(Person person, Participant one) {
    if (one.name() != null) {
      person.names.add(one.name());
    }
    if (one.email() != null && one.email().indexOf('@') >= DISTINCTIVE_LOCAL) {
      String local = one.email().substring(0, one.email().indexOf('@'));
      if (!TEAMS.contains(local.toLowerCase(Locale.ROOT))) {
        person.handles.add(local);
      }
    }
    if (one.id() != null && one.id().length() >= DISTINCTIVE_ID) {
      person.handles.add(one.id());
    }
    if (one.phone() != null) {
      phones.add(one.phone());
    }
    one.attributes()
        .forEach(
            (name, value) -> {
              if (value instanceof Value.Text text
                  && NAMING.contains(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""))) {
                person.names.add(text.text());
              }
            });
  }

  /** Someone's pseudonym; empty if nothing identifies them. */
  String pseudonym(Role role, Participant one) {
    Person person = mentions.get(new Mention(prefix(role), one));
    return person == null ? "" : person.pseudonym;
  }

  Set<String> phones() {
    return phones;
  }

  Names names() {
    return names;
  }
}
