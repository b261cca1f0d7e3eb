package dev.convo.session;

import dev.convo.failure.Failure;
import dev.convo.model.Document;
import dev.convo.source.Agenda;
import dev.convo.source.Batch;
import dev.convo.source.Lines;
import dev.convo.source.Saved;
import dev.convo.text.Plain;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Saved conversations. Reads no profile: whose account they came from does not matter. */
final class Reading implements Intake<Supplier<Document>, Document> {
  private final Session session;
  private final What.Saved what;

  Reading(Session session, What.Saved what) {
    this.session = session;
    this.what = what;
    if (what.names().isEmpty()) {
      throw Failure.usage(
          "which saved conversation? A folder or a file is missing",
          session.machine().streams().terminals().in()
              ? "save one with convo chatwoot 42 --profile demo --save archive"
              : "to name one: convo show archive/chatwoot-42;"
                  + " to read it from standard input: convo show -");
    }
  }

  @Override
  public Agenda<Supplier<Document>> agenda() {
    return new Saved(session.providers())
        .agenda(
            Optional.ofNullable(what.as()).map(Platform::provider),
            what.names(),
            session.machine().streams()::in);
  }

  @Override
  public Batch.Item<Document> take(Supplier<Document> saved) {
    try {
      return new Batch.Item<>(saved.get(), null);
    } catch (Failure failure) {
      return new Batch.Item<>(null, failure);
    }
  }

  @Override
  public String nothing() {
    String held =
        what.names().stream()
            .map(name -> name.equals(Lines.STDIN) ? "standard input" : name)
            .collect(Collectors.joining(", "));
    return Plain.line(held) + " held no conversation";
  }
}
