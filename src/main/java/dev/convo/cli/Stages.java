package dev.convo.cli;

import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.model.Selection;
import dev.convo.redact.Redaction;
import dev.convo.select.Choice;
import dev.convo.select.PublicOnly;
import dev.convo.select.Select;
import dev.convo.session.Platform;
import dev.convo.session.Session;
import dev.convo.session.Stage;
import dev.convo.show.Zones;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The changes made to documents before they are shown. The order matters: what the customer could
 * not see is removed before messages are selected, and messages are selected before names are
 * replaced.
 */
final class Stages {
  private Stages() {}

  /**
   * The stages that these options ask for.
   *
   * @param redaction the last of them; null for none
   * @param zone the zone that was typed, or null
   * @throws dev.convo.failure.Failure USAGE if the options cannot be used together
   */
  static List<Stage> of(
      SelectOptions options,
      @Nullable Redaction redaction,
      @Nullable ZoneId zone,
      Session session) {
    List<Stage> stages = new ArrayList<>();
    if (options.publicOnly) {
      stages.add(
          new Stage(
              Selection.PUBLIC_ONLY,
              false,
              document -> PublicOnly.of(document, reached(document, session))));
    }
    if (options.chooses()) {
      Choice choice =
          options.choice(
              session.machine().clock().instant(),
              () ->
                  Zones.chosen(
                      zone, session.machine().environment().variables(), session.machine().zone()));
      String first = choice.options().get(0).replaceFirst(" .*", "");
      stages.add(new Stage(first, true, document -> Select.of(document, choice)));
    }
    if (redaction != null) {
      if (!stages.isEmpty()) {
        stages.set(0, stages.get(0).after(redaction::meet));
      }
      stages.add(new Stage("--redact", false, redaction::of));
    }
    return stages;
  }

  /** Only a platform's own provider can tell what reached its customers. */
  private static Predicate<Message> reached(Document document, Session session) {
    return Platform.named(document.conversation().provider(), session.platforms())
        .<Predicate<Message>>map(platform -> platform.provider()::mayHaveReached)
        .orElse(message -> false);
  }
}
