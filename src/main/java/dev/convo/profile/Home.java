package dev.convo.profile;

import dev.convo.provider.Descriptor;

/**
 * An account that a link may be about.
 *
 * @param platform whose link it then is
 * @param profile the account's profile
 * @param isChosen whether this profile is used without {@code -p}, so that variables count
 */
public record Home(Descriptor platform, String profile, boolean isChosen) {}
