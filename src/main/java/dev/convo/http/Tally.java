package dev.convo.http;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one conversation cost so far: requests sent, the ids the platform gave them, pages read. */
public final class Tally {
  private final SortedMap<Integer, String> requestIds = new TreeMap<>();
  private int places;
  private int requests;
  private int pages;
  private int messages;

  /** The next call's place, in the order in which calls are begun. */
  synchronized int place() {
    return places++;
  }

  /** Counts a request that is about to be sent. */
  public synchronized void sent() {
    requests++;
  }

  /** Remembers the request id of a call's answer; with several attempts, the last one's. */
  synchronized void answered(int place, String requestId) {
    requestIds.put(place, requestId);
  }

  /** How many requests were sent so far, repeated ones included. */
  public synchronized int requests() {
    return requests;
  }

  /** The ids by which the platform's support finds the requests, in the order of the calls. */
  public synchronized List<String> requestIds() {
    return List.copyOf(requestIds.values());
  }

  /**
   * Counts a page of messages that has been read.
   *
   * @param onIt how many are on it
   */
  public synchronized void page(int onIt) {
    pages++;
    messages += onIt;
  }

  public synchronized int pages() {
    return pages;
  }

  public synchronized int messages() {
    return messages;
  }
}
