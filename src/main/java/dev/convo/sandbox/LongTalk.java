package dev.convo.sandbox;

import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.function.Function;

/**
 * A conversation of thousands of messages, made while it is read, so that it costs nothing at
 * start. Each message contains its number, so that a lost or doubled one is noticed.
 */
public final class LongTalk {
  private static final Instant START = Instant.parse("2026-01-05T06:00:00Z");
  private static final long SECONDS_APART = 1260;

  private static final List<String> QUESTIONS =
      List.of(
          "The north house reads 4 degrees again. Is it the sensor or the weather?",
          "Valve 3 opened twice tonight, although the soil was wet.",
          "Thanks, that worked. The tomatoes say thank you too 🍅",
          "Can I see yesterday's humidity next to today's?",
          "The gateway blinks orange.",
          "We moved two sensors to the seedlings; their names are still the old ones.",
          "Good morning! Anything in the log that should worry me?");

  private static final List<String> REPLIES =
      List.of(
          "It is the weather: both sensors of that house agree within 0.2 degrees.",
          "I have sent the valve its new threshold. Please look at it after the next watering.",
          "Glad to hear it!",
          "Yes: open the chart, choose *Compare*, then the day before.",
          "Orange means that it is searching for the network. Ten minutes, then call us.");

  private LongTalk() {}

  /**
   * One message.
   *
   * @param number from 1
   * @param customer whether the customer wrote it, rather than the agent
   */
  public record Line(int number, boolean customer, Instant at, String text) {}

  /**
   * This many messages, each as a platform writes it.
   *
   * @param written the JSON of one message; the text of a line needs no escapes
   */
  public static List<String> of(int size, Function<Line, String> written) {
    return new AbstractList<>() {
      @Override
      public String get(int index) {
        return written.apply(line(index + 1));
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  private static Line line(int number) {
    boolean customer = number % 2 == 1;
    List<String> texts = customer ? QUESTIONS : REPLIES;
    return new Line(
        number,
        customer,
        START.plusSeconds(SECONDS_APART * number),
        "#" + number + " " + texts.get(number / 2 % texts.size()));
  }
}
