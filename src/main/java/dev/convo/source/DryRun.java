package dev.convo.source;

import dev.convo.http.Request;
import dev.convo.profile.Account;
import dev.convo.profile.secret.Secret;
import dev.convo.provider.CredentialSpec;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Provider;
import dev.convo.provider.Query;
import dev.convo.text.Plain;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests as {@code curl} commands, to read or to run by hand. Reads no secret: each is named by
 * the variable that holds it.
 */
final class DryRun {
  private DryRun() {}

  static String of(Provider provider, Account account, Query query) {
    Descriptor facts = provider.descriptor();
    StringBuilder out = new StringBuilder();
    for (Request request : provider.opening(query)) {
      List<String> lines = new ArrayList<>();
      lines.add("curl -sS");
      for (Secret secret : account.secrets()) {
        CredentialSpec spec = secret.spec();
        String variable = secret.variable().orElse(facts.variable(spec.key()));
        lines.add("-H \"" + spec.headers().get(0) + ": " + spec.prefix() + "$" + variable + "\"");
      }
      request.headers().forEach((name, value) -> lines.add("-H " + quoted(name + ": " + value)));
      lines.add(quoted(request.uri(account.base()).toString()));
      // An id with a newline in it must not become a command of its own.
      out.append("# ").append(Plain.line(request.purpose())).append('\n');
      out.append(String.join(" \\\n  ", lines)).append('\n');
    }
    return out.toString();
  }

  /** One word for a POSIX shell, whatever is in it. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
