package dev.convo.source;

import dev.convo.archive.Manifest;
import dev.convo.archive.SavedFolder;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Calls;
import dev.convo.http.Exchange;
import dev.convo.http.Retrying;
import dev.convo.http.Tally;
import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Meta;
import dev.convo.profile.Profiles;
import dev.convo.provider.Found;
import dev.convo.provider.Provider;
import dev.convo.provider.Query;
import dev.convo.provider.Setting;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.function.UnaryOperator;

/** Documents from saved answers, decoded by the same code as live ones, without a network. */
public final class Saved {
  private final List<Provider> providers;

  /** Saved conversations of these providers. */
  public Saved(List<Provider> providers) {
    this.providers = List.copyOf(providers);
  }

  /**
   * A saved conversation, decoded again from its answers.
   *
   * @throws Failure BAD_ANSWER if a file is not as it was written, or cannot be understood
   */
  public Document document(SavedFolder folder) {
    Manifest manifest = folder.manifest();
    Manifest.Asked asked = manifest.asked();
    Manifest.Fetched fetched = manifest.fetched();
    folder.check();
    try {
      Provider provider = provider(asked.provider());
      Found found = found(provider, query(provider, asked), folder.answers());
      Meta meta =
          new Meta(
              found.completeness(),
              fetched.requests(),
              fetched.profile(),
              fetched.host(),
              fetched.at(),
              fetched.requestIds(),
              null);
      // A sandbox's link was dead when its run ended.
      boolean dead = Profiles.DEMO.equals(fetched.profile());
      Conversation conversation = found.conversation();
      return new Document(
          dead ? conversation.withoutUrl() : conversation, meta, provider.descriptor().glossary());
    } catch (Failure failure) {
      throw failure
          .of(folder.path().toString())
          .with(
              failure
                  .details()
                  .completed(asked.provider(), fetched.profile(), fetched.host(), asked.id()));
    }
  }

  /**
   * A document from convo's own JSON, with its provider's glossary, which JSON leaves out.
   *
   * @param name the file's, for failures
   * @throws Failure BAD_ANSWER if its platform is not known
   */
  Document known(String name, Document read) {
    Provider provider;
    try {
      provider = provider(read.conversation().provider());
    } catch (Failure failure) {
      throw failure.of(name);
    }
    return new Document(read.conversation(), read.meta(), provider.descriptor().glossary());
  }

  private static Query query(Provider provider, Manifest.Asked asked) {
    for (Setting setting : provider.descriptor().settings()) {
      if (setting.required() && !asked.settings().containsKey(setting.key())) {
        throw unreadable("the manifest does not say " + setting.key());
      }
    }
    return new Query(
        asked.id(),
        base(asked.base()),
        asked.settings(),
        asked.messages() ? Query.Messages.ALL : Query.Messages.NONE);
  }

  /** Links are made of it. */
  private static URI base(String written) {
    try {
      URI base = new URI(written);
      if (base.getHost() != null && String.valueOf(base.getScheme()).matches("https?")) {
        return base;
      }
    } catch (URISyntaxException e) {
      // The same as an address of something else.
    }
    throw unreadable("base_url in the manifest is no address");
  }

  private static Found found(Provider provider, Query query, Exchange answers) {
    Calls calls =
        new Calls(answers, new Retrying(), new Tally(), Runnable::run, UnaryOperator.identity());
    return provider.conversation(query, calls);
  }

  private Provider provider(String name) {
    return providers.stream()
        .filter(one -> one.descriptor().name().equals(name))
        .findFirst()
        .orElseThrow(() -> unreadable("convo does not know the platform it is from"));
  }

  private static Failure unreadable(String why) {
    return new Failure(Kind.BAD_ANSWER, why, null);
  }
}
