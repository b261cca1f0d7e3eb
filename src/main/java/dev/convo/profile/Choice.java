package dev.convo.profile;

import dev.convo.profile.value.Source;
import dev.convo.profile.value.Sourced;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says about the account.
 *
 * @param profile the profile typed with {@code -p}, or null
 * @param typed the values typed as options or found in a link, by key, {@code base_url} among them;
 *     each with the option's name as its source
 */
public record Choice(@Nullable String profile, Map<String, Sourced> typed) {
  public static final Choice NONE = new Choice(null, Map.of());

  public Choice {
    typed = Map.copyOf(typed);
  }

  public Choice with(String key, String value, String option) {
    Map<String, Sourced> more = new HashMap<>(typed);
    more.put(key, new Sourced(value, Source.option(option)));
    return new Choice(profile, more);
  }
}
