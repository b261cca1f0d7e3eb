package dev.convo.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a conversation was fetched.
 *
 * @param requests how many requests were sent for it, repeated ones included
 * @param host the host asked, with its port if that is not the default
 * @param fetchedAt null in a saved conversation, whose manifest has it
 * @param requestIds what to quote to the platform's support, in the order of the calls
 * @param selection what was selected of it; null if nothing was left out
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

  public Meta(
      Completeness completeness,
      int requests,
      @Nullable String profile,
      String host,
      @Nullable Instant fetchedAt,
      List<String> requestIds) {
    this(completeness, requests, profile, host, fetchedAt, requestIds, null);
  }

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

  /** The same without what differs between two fetches of the same answers. */
  public Meta timeless() {
    return new Meta(completeness, requests, profile, host, null, List.of(), selection);
  }
}
