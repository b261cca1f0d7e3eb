package dev.convo.provider;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Calls;
import dev.convo.http.Calls.Decode;
import dev.convo.http.Request;
import dev.convo.model.Attributes;
import dev.convo.model.Value;
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

  /** What a page leads to: one more page, or the end. */
  public sealed interface Next permits Ask, Outcome {}

  public record Ask(Request request) implements Next {}

  /**
   * How the pages ended.
   *
   * @param complete whether all messages were on them; null when the platform does not say
   * @param missing why something is not there; null when nothing is known to be missing
   */
  public record Outcome(@Nullable Boolean complete, @Nullable Failure missing) implements Next {
    public static Outcome end(@Nullable Boolean complete) {
      return new Outcome(complete, null);
    }

    /**
     * There are no more pages, although there should be.
     *
     * @param why what the platform did, one sentence
     */
    public static Outcome stopped(Reading reading, String why) {
      reading.reason("paging_stopped", why + "; some messages may be missing");
      return new Outcome(false, Failure.badAnswer(why));
    }
  }

  /**
   * Follows pages to their end; why some are missing is noted.
   *
   * @param opening reads the first page or more, and says what comes next
   * @param take keeps what is on a page and says what comes next
   * @throws Failure INTERRUPTED; any other failure is part of the outcome
   */
  public static <P> Outcome read(
      Calls calls,
      Reading reading,
      Supplier<Next> opening,
      Decode<P> decode,
      Function<P, Next> take) {
    return attempt(
        reading,
        () -> {
          Next next = opening.get();
          for (int read = 1; next instanceof Ask ask; read++) {
            next =
                read < MOST
                    ? take.apply(calls.read(ask.request(), decode))
                    : Outcome.stopped(
                        reading, "there was still another page of messages after " + MOST);
          }
          return (Outcome) next;
        });
  }

  /**
   * Reads messages; why that failed is noted.
   *
   * @throws Failure INTERRUPTED; any other failure is part of the outcome
   */
  public static Outcome attempt(Reading reading, Supplier<Outcome> messages) {
    try {
      return messages.get();
    } catch (Failure failure) {
      if (failure.kind() == Kind.INTERRUPTED) {
        throw failure;
      }
      reading.reason("messages_not_fetched", failure.message());
      return new Outcome(false, failure);
    }
  }

  /** The conversation's attributes, and what its pages held besides messages. */
  public static Attributes leftOver(Attributes conversation, List<Value> ofPages) {
    return ofPages.isEmpty()
        ? conversation
        : conversation.with("messages_pages", new Value.Items(ofPages));
  }
}
