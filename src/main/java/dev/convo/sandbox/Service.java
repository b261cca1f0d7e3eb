package dev.convo.sandbox;

import java.util.List;
import java.util.Map;

/** One platform's API. It may get several requests at once. */
public interface Service {
  /** The provider's name, which is its path on the sandbox's port too: {@code chatwoot}. */
  String name();

  /** The settings and secrets that it accepts, by their keys in the profile file. */
  Map<String, String> credentials();

  /** Its conversations, and the ids that fail on purpose. */
  List<Sample> samples();

  /** The platform's answer to any request. */
  Answer answer(Call call);
}
