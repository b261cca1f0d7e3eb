package dev.convo.profile.file;

import dev.convo.provider.CredentialSpec;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Setting;
import java.net.URI;
import java.util.List;

/** A starter profile file, made from the providers' descriptors. */
public final class Starter {
  private static final String HEAD =
      """
      # convo's profiles. What this file may contain: convo help profiles
      #
      # Remove the # before a line that begins with #name to use it.
      # A secret is text, or better the place where it is kept:
      #   { env = "NAME" }                        a variable of the environment
      #   { file = "PATH" }                       a file
      #   { command = ["PROGRAM", "ARGUMENT"] }   the first line a program prints; no shell

      [convo]
      #default_profile = "default"
      """;

  private Starter() {}

  /** A whole file with a section for each provider in the profile {@code default}. */
  public static String text(List<Descriptor> descriptors) {
    StringBuilder text = new StringBuilder(HEAD);
    descriptors.forEach(one -> text.append('\n').append(section(one, "default")));
    return text.toString();
  }

  /** One section to be completed by hand. */
  public static String section(Descriptor descriptor, String profile) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(descriptor.title()).append(": ").append(descriptor.docs());
    text.append("\n[").append(profile).append('.').append(descriptor.name()).append("]\n");
    URI host = descriptor.host().orElse(null);
    if (host != null) {
      text.append("#base_url = ").append(quote(host.toString())).append('\n');
    }
    for (Setting setting : descriptor.settings()) {
      if (!(setting instanceof Setting.Flag)) {
        comment(text, setting.help(), descriptor.needs(setting));
        text.append('#').append(line(setting)).append('\n');
      }
    }
    for (CredentialSpec credential : descriptor.credentials()) {
      comment(text, credential.help(), credential.required());
      text.append('#')
          .append(credential.key())
          .append(" = { command = [\"pass\", \"show\", ")
          .append(quote(profile + "/" + descriptor.name() + "/" + credential.key()))
          .append("] }\n");
    }
    return text.toString();
  }

  private static void comment(StringBuilder text, String help, boolean required) {
    text.append("# ").append(help.strip());
    if (required) {
      text.append(help.endsWith(".") ? " Needed." : " (needed)");
    }
    text.append('\n');
  }

  /** A setting with its example, such as {@code account_id = 3}. */
  public static String line(Setting setting) {
    return setting.key() + " = " + value(setting, setting.example());
  }

  public static String value(Setting setting, String value) {
    return setting instanceof Setting.WholeNumber ? value : quote(value);
  }

  /** A basic string: https://toml.io/en/v1.0.0#string */
  public static String quote(String value) {
    StringBuilder out = new StringBuilder("\"");
    value
        .codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
              } else if (c < ' ' || c == 0x7f) {
                out.append(String.format("\\u%04X", c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.append('"').toString();
  }
}
