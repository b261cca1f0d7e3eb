package dev.convo.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a provider says about its own words, for people and for computations.
 *
 * @param channels plain words for its channels: {@code WhatsApp} for {@code Channel::Whatsapp}
 * @param finalStatuses the statuses in which nobody waits for anybody
 */
public record Glossary(List<Shown> shown, Map<String, String> channels, Set<String> finalStatuses) {
  public static final Glossary NONE = new Glossary(List.of(), Map.of(), Set.of());

  /** A glossary of attributes only. */
  public static Glossary of(Shown... shown) {
    return new Glossary(List.of(shown), Map.of(), Set.of());
  }

  public Glossary {
    shown = List.copyOf(shown);
    channels = Map.copyOf(channels);
    finalStatuses = Set.copyOf(finalStatuses);
  }
}
