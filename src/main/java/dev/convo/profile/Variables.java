package dev.convo.profile;

import dev.convo.provider.CredentialSpec;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Setting;
import java.util.ArrayList;
import java.util.List;

/** The variables of the environment that convo reads. */
public enum Variables {
  CONVO_CONFIG("the profile file"),
  CONVO_PROFILE("the profile to use, unless -p is given"),
  CONVO_OUTPUT("the output format, unless -o is given"),
  CONVO_TZ("the time zone of what is for people"),
  CONVO_PAGER("the pager; empty for none"),
  CONVO_CA_BUNDLE("a PEM file of further authorities to trust"),
  CONVO_ERROR_FORMAT("text or json");

  private final String help;

  Variables(String help) {
    this.help = help;
  }

  public String help() {
    return help;
  }

  /** The keys of the provider's section, in the order of its starter. */
  static List<String> keys(Descriptor descriptor) {
    List<String> keys = new ArrayList<>(List.of("base_url", "allow_http", "ca_bundle"));
    descriptor.settings().stream().map(Setting::key).forEach(keys::add);
    descriptor.credentials().stream().map(CredentialSpec::key).forEach(keys::add);
    return keys;
  }

  public static List<String> of(Descriptor descriptor) {
    return keys(descriptor).stream().map(descriptor::variable).toList();
  }
}
