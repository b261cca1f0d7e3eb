package dev.convo.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a conversation was fetched.
 *
 * @param requests how many requests were sent for it, repeated ones included
 * @param host the host asked, with its port where that is not the usual one
 * @param fetchedAt null in a saved conversation, whose manifest says it
 * @param requestIds what to quote to the platform's support, in the order of the calls
 * @param selection what was chosen of it; null where every message that was fetched is there
 */
public record Meta(
    Completeness completeness,
    int requests,
    @Nullable String profile,
    String host,
    @Nullable Instant fetchedAt,
    List<String> requestIds,
    @Nullable Selection selection) {

  public Meta {
    requestIds = List.copyOf(requestIds);
  }

  /** With nothing left out. */
  public Meta(
      Completeness completeness,
      int requests,
      @Nullable String profile,
      String host,
      @Nullable Instant fetchedAt,
      List<String> requestIds) {
    this(completeness, requests, profile, host, fetchedAt, requestIds, null);
  }

  /** The same with a choice of messages. */
  public Meta withSelection(Selection other) {
    return new Meta(completeness, requests, profile, host, fetchedAt, requestIds, other);
  }

  public Meta withNote(Note note) {
    List<Note> notes = new ArrayList<>(completeness.notes());
    notes.add(note);
    return with(new Completeness(completeness.complete(), completeness.expected(), notes));
  }

  /** The same with another completeness. */
  public Meta with(Completeness other) {
    return new Meta(other, requests, profile, host, fetchedAt, requestIds, selection);
  }

  /** The same without what differs from one fetch of the same answers to the next. */
  public Meta timeless() {
    return new Meta(completeness, requests, profile, host, null, List.of(), selection);
  }
}
