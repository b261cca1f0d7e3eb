package dev.convo.profile;

/**
 * One key of a profile, as {@code profile show} prints it.
 *
 * @param section the section's name with its profile: {@code work.chatwoot}
 * @param value a mask of fixed length for a secret; empty where the key is not set
 * @param source where the value comes from, or {@code not set} and what that means
 */
public record Row(String section, String key, String value, String source) {}
