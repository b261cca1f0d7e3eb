package dev.convo.provider.chatwoot;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Calls;
import dev.convo.http.Calls.Decode;
import dev.convo.http.Calls.Pending;
import dev.convo.http.Request;
import dev.convo.model.Message;
import dev.convo.provider.Pages;
import dev.convo.provider.Reading;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists the messages of one conversation. The server orders them by time and cuts them by id, so
 * that paging back may skip any of them. Only a range of ids whose answer is shorter than the
 * server's limit is known to hold all of its messages.
 *
 * <p>"All" means the messages that existed when the first page was requested, as every range is
 * requested later. Messages that arrive meanwhile are shown if a later answer holds them.
 */
final class Listing {
  // The limits of message_finder.rb, 4.4.0, read 2026-11.
  private static final int PAGE = 20;
  private static final int RANGE = 1000;

  /** No message has this id: some servers cut at the time of the message that a bound names. */
  private static final BigInteger FIRST = BigInteger.ZERO;

  private static final BigInteger END = BigInteger.valueOf(Long.MAX_VALUE);

  /** More than half a million messages need. */
  private static final int MOST_RANGES = 2000;

  private final Calls calls;
  private final Request request;
  private final Decode<ChatwootDecoder.Page> decode;
  private final Reading reading;
  private final History history;
  private final Set<String> known = new HashSet<>();
  private final Set<String> paged = new HashSet<>();

  /**
   * Starts with no messages.
   *
   * @param request the request for the newest page
   * @param history where the messages go
   */
  Listing(
      Calls calls,
      Request request,
      Decode<ChatwootDecoder.Page> decode,
      Reading reading,
      History history) {
    this.calls = calls;
    this.request = request;
    this.decode = decode;
    this.reading = reading;
    this.history = history;
  }

  /** One range of ids, under way; {@code to} is exclusive. */
  private record Range(BigInteger from, BigInteger to, Pending<ChatwootDecoder.Page> page) {}

  /**
   * Reads everything that is available.
   *
   * @param newest the newest page, under way
   * @param embedded messages known from elsewhere, which have to be among those listed
   */
  Pages.Outcome read(Pending<ChatwootDecoder.Page> newest, List<Message> embedded) {
    known.addAll(ids(embedded));
    return Pages.read(calls, reading, () -> opening(newest.get()), decode, this::older);
  }

  private Pages.Next opening(ChatwootDecoder.Page newest) {
    history.take(newest);
    if (newest.listed() < PAGE && history.ids().containsAll(known)) {
      return Pages.Outcome.end(true);
    }
    known.addAll(ids(newest.messages()));
    String why = "Chatwoot's list of all messages lacks some of those it sent";
    ChatwootDecoder.Page all = null;
    try {
      all = calls.read(range(FIRST, END), decode);
    } catch (Failure failure) {
      if (failure.kind() != Kind.REJECTED
          && failure.kind() != Kind.PROVIDER_ERROR
          && failure.kind() != Kind.TIMEOUT) {
        throw failure;
      }
      // The platform does not document this request: it may refuse it, or take too long.
      why = failure.message();
    }
    if (all != null && isAll(all, newest)) {
      return Pages.Outcome.end(true);
    }
    reading.reason("paged_back", why + "; they were read page by page, and some may be missing");
    paged.addAll(ids(newest.messages()));
    return before(newest);
  }

  /** Whether nothing is missing, given this answer for the range of all ids. */
  private boolean isAll(ChatwootDecoder.Page all, ChatwootDecoder.Page newest) {
    history.take(all);
    Set<String> listed = ids(all.messages());
    if (all.listed() < RANGE) {
      return listed.containsAll(known)
          && (!ids(newest.messages()).containsAll(listed) || heedsAfter(newest));
    }
    return reaches(listed, newest) || inParts(all, newest);
  }

  /**
   * Whether the server knows {@code after} at all: those before 2.12 answer with the newest page
   * whatever it says, which looks as if that page held everything.
   */
  private boolean heedsAfter(ChatwootDecoder.Page newest) {
    List<BigInteger> sorted = numbers(newest);
    if (sorted.isEmpty()) {
      return false;
    }
    BigInteger last = sorted.get(sorted.size() - 1);
    ChatwootDecoder.Page page = calls.read(range(last, END), decode);
    history.take(page);
    List<BigInteger> found = numbers(page);
    return !found.isEmpty() && found.get(0).equals(last);
  }

  /**
   * Whether the oldest messages, as many as one answer holds, include the whole newest page. Then
   * none is missing: it would have to be newer than all of the former and older than all of the
   * latter. That holds unless the newest page is of a single moment.
   */
  private static boolean reaches(Set<String> oldest, ChatwootDecoder.Page newest) {
    return newest.messages().stream()
            .allMatch(message -> message.at() != null && oldest.contains(message.id()))
        && newest.messages().stream().map(Message::at).distinct().count() > 1;
  }

  /** Reads parts of the range of all ids, side by side, and parts of those that are too long. */
  private boolean inParts(ChatwootDecoder.Page all, ChatwootDecoder.Page newest) {
    Set<String> proven = new HashSet<>();
    Deque<Range> ranges = new ArrayDeque<>();
    boolean parted = part(FIRST, END, all, newest, ranges);
    int requested = ranges.size();
    Failure missing = null;
    while (!ranges.isEmpty()) {
      Range range = ranges.remove();
      try {
        ChatwootDecoder.Page page = range.page().get();
        history.take(page);
        if (page.listed() < RANGE) {
          proven.addAll(ids(page.messages()));
        } else if (parted && missing == null) {
          int left = ranges.size();
          parted = part(range.from(), range.to(), page, newest, ranges);
          requested += ranges.size() - left;
        }
      } catch (Failure failure) {
        missing = worse(missing, failure);
      }
      if (requested > MOST_RANGES) {
        throw Failure.badAnswer(
            "there were still more messages after " + MOST_RANGES + " ranges of ids");
      }
    }
    if (missing != null) {
      throw missing;
    }
    return parted && proven.containsAll(known) && proven.containsAll(history.ids());
  }

  /** The first failure is the one to end with; an interruption ends at once. */
  private static Failure worse(@Nullable Failure before, Failure failure) {
    if (failure.kind() == Kind.INTERRUPTED) {
      throw failure;
    }
    return before == null ? failure : before;
  }

  /** Begins the parts of a range that is too long; false if it cannot be divided. */
  private boolean part(
      BigInteger from,
      BigInteger to,
      ChatwootDecoder.Page page,
      ChatwootDecoder.Page newest,
      Deque<Range> ranges) {
    List<BigInteger> cuts =
        Cuts.of(within(from, to, numbers(page)), within(from, to, numbers(newest)));
    if (cuts.isEmpty()) {
      return false;
    }
    BigInteger start = from;
    for (BigInteger end : Stream.concat(cuts.stream(), Stream.of(to)).toList()) {
      ranges.add(new Range(start, end, calls.begin(range(start, end), decode)));
      start = end;
    }
    return true;
  }

  private static List<BigInteger> within(BigInteger from, BigInteger to, List<BigInteger> ids) {
    return ids.stream().filter(id -> id.compareTo(from) >= 0 && id.compareTo(to) < 0).toList();
  }

  /** Pages back until a page brings nothing new. */
  private Pages.Next older(ChatwootDecoder.Page page) {
    history.take(page);
    return paged.addAll(ids(page.messages())) ? before(page) : Pages.Outcome.end(null);
  }

  /** The page before a page's first message: the oldest, though its id may not be the lowest. */
  private Pages.Next before(ChatwootDecoder.Page page) {
    Optional<BigInteger> first =
        page.messages().stream().map(History::number).flatMap(Optional::stream).findFirst();
    return first.isPresent()
        ? new Pages.Ask(request.query("before", first.get().toString()))
        : Pages.Outcome.end(null);
  }

  private Request range(BigInteger from, BigInteger to) {
    return request.query("after", from.toString()).query("before", to.toString());
  }

  private static Set<String> ids(Collection<Message> messages) {
    return messages.stream()
        .map(Message::id)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** The ids that are numbers, ascending, each once. */
  private static List<BigInteger> numbers(ChatwootDecoder.Page page) {
    return page.messages().stream()
        .map(History::number)
        .flatMap(Optional::stream)
        .distinct()
        .sorted()
        .toList();
  }
}
