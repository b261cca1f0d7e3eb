package dev.convo.render;

import dev.convo.model.Document;
import dev.convo.model.Message;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One conversation as people see it: a header, the messages with what comes between them, and
 * whether that is all. What comes between messages is the same in every format; how it looks is
 * not.
 */
abstract class View implements Renderer.Begun {
  static final String DOT = " · ";

  final Page page;
  final Document known;
  final Layout layout;
  final Speakers speakers;
  final Heading heading;
  final MessageText text;
  final Calendar calendar;
  private @Nullable Instant lastTime;

  /** The last message's number: a gap in the numbers is what a selection left out. */
  private int last;

  View(Page page, Layout layout, Document known) {
    this.page = page;
    this.known = known;
    this.layout = layout;
    this.speakers = new Speakers(known.conversation());
    this.heading = new Heading(known, speakers, layout.zone());
    this.text = new MessageText(known, layout);
    this.calendar = new Calendar(layout.zone());
  }

  abstract void header(Position position) throws IOException;

  /** Writes that messages are left out here: {@code 12 messages not shown}. */
  void leftOut(String words) throws IOException {
    silence(words);
  }

  /** Writes that another day begins: {@code Mon 16 March 2026}. */
  abstract void day(String words) throws IOException;

  /** Writes how long nothing was said: {@code 5 min}. */
  abstract void silence(String words) throws IOException;

  abstract void say(Message message) throws IOException;

  /** Writes the notes, and whether that was all. */
  abstract void close(Document whole) throws IOException;

  @Override
  public final void message(Message message) throws IOException {
    boolean gap = skip(message.number() - 1);
    last = Math.max(last, message.number());
    String day = calendar.reach(message.at());
    if (!day.isEmpty()) {
      day(day);
    } else if (!gap) {
      String silence = Times.silence(lastTime, message.at());
      if (!silence.isEmpty()) {
        silence(silence);
      }
    }
    lastTime = message.at();
    say(message);
  }

  @Override
  public final void end(Document whole) throws IOException {
    skip(known.count());
    close(whole);
  }

  /** Writes how many messages between the last one and this number are left out; true for any. */
  private boolean skip(int to) throws IOException {
    int left = to - last;
    if (left <= 0 || known.meta().selection() == null) {
      return false;
    }
    leftOut(left + (left == 1 ? " message" : " messages") + " not shown");
    return true;
  }
}
