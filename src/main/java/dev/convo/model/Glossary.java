package dev.convo.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a provider says about its own words, for people and for what is computed from times.
 *
 * @param shown the attributes that people want to see
 * @param channels its words for channels, in plain words: {@code Channel::Whatsapp} to {@code
 *     WhatsApp}
 * @param finalStatuses the statuses in which nobody waits for anybody
 */
public record Glossary(List<Shown> shown, Map<String, String> channels, Set<String> finalStatuses) {
  /** Nothing. */
  public static final Glossary NONE = new Glossary(List.of(), Map.of(), Set.of());

  /** Only the attributes that people want to see. */
  public static Glossary of(Shown... shown) {
    return new Glossary(List.of(shown), Map.of(), Set.of());
  }

  public Glossary {
    shown = List.copyOf(shown);
    channels = Map.copyOf(channels);
    finalStatuses = Set.copyOf(finalStatuses);
  }
}
