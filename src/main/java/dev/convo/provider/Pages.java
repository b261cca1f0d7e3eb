package dev.convo.provider;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Calls;
import dev.convo.http.Decode;
import dev.convo.http.Pending;
import dev.convo.http.Request;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the pages of a conversation's messages one after the other. The provider says what
 * follows a page; this class makes sure that the pages end, and decides what happens when one
 * fails.
 */
public final class Pages {
  /** More pages than any conversation has; a platform that always has one more is stopped here. */
  public static final int MOST = 20_000;

  private Pages() {}

  /** A page, decoded. */
  public interface Page {
    /** The messages on it. */
    List<?> messages();
  }

  /** A decoder whose pages are counted, so that people see how far the fetch has come. */
  public static <P extends Page> Decode<P> counted(Calls calls, Decode<P> decode) {
    return reply -> {
      P page = decode.decode(reply);
      calls.tally().page(page.messages().size());
      return page;
    };
  }

  /** What a page leads to. */
  public sealed interface Next permits Ask, End, Stopped {}

  /** One more page. */
  public record Ask(Request request) implements Next {}

  /**
   * No more pages.
   *
   * @param complete whether all messages were on them; null when the platform does not say
   */
  public record End(@Nullable Boolean complete) implements Next {}

  /**
   * No more pages, although there should be.
   *
   * @param why what the platform did, one sentence
   */
  public record Stopped(String why) implements Next {}

  /**
   * How a run ended.
   *
   * @param complete as in {@link End}; false where a page failed
   * @param missing why a page is not there; null when all are
   */
  public record Outcome(@Nullable Boolean complete, @Nullable Failure missing) {}

  /**
   * Follows pages to their end; why some are missing is noted.
   *
   * @param first the first page, under way
   * @param take keeps what is on a page and says what comes next
   * @throws Failure INTERRUPTED; any other failure is part of the outcome
   */
  public static <P> Outcome follow(
      Calls calls, Reading reading, Pending<P> first, Decode<P> decode, Function<P, Next> take) {
    return read(calls, reading, () -> take.apply(first.get()), decode, take);
  }

  /**
   * The same, where more than one page may be read before what comes next is known.
   *
   * @param opening reads what comes before the pages, and says what comes next
   * @throws Failure INTERRUPTED; any other failure is part of the outcome
   */
  public static <P> Outcome read(
      Calls calls,
      Reading reading,
      Supplier<Next> opening,
      Decode<P> decode,
      Function<P, Next> take) {
    try {
      Next next = opening.get();
      for (int read = 1; next instanceof Ask ask; read++) {
        next =
            read < MOST
                ? take.apply(calls.read(ask.request(), decode))
                : new Stopped("there was still another page of messages after " + MOST);
      }
      return next instanceof Stopped stopped
          ? stopped(reading, stopped.why())
          : new Outcome(((End) next).complete(), null);
    } catch (Failure failure) {
      if (failure.kind() == Kind.INTERRUPTED) {
        throw failure;
      }
      reading.reason("messages_not_fetched", failure.message());
      return new Outcome(false, failure);
    }
  }

  private static Outcome stopped(Reading reading, String why) {
    reading.reason("paging_stopped", why + "; some messages may be missing");
    return new Outcome(false, new Failure(Kind.BAD_ANSWER, why, null));
  }
}
