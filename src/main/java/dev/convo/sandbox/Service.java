package dev.convo.sandbox;

import java.util.List;
import java.util.Map;

/** One platform's API. Several requests may ask it at once. */
public interface Service {
  /** The provider's name, which is its path on the sandbox's port too: {@code chatwoot}. */
  String name();

  /** The settings and secrets that open it, by their keys in the profile file. */
  Map<String, String> credentials();

  /** The conversations it has, and the ids under which it fails on purpose. */
  List<Sample> samples();

  /** What the platform says to this request, whatever the request is. */
  Answer answer(Call call);
}
