package dev.convo.provider.chatwoot;

import dev.convo.json.Fields;
import dev.convo.model.Extras;
import org.jspecify.annotations.Nullable;

/**
 * The call of one message while it is read. A server may send it twice, as {@code call} and in the older {@code content_attributes.data}: whatever comes second stays in the attributes.
 */
final class CallDecoder {
  private @Nullable String status;
  private @Nullable Long seconds;
  private @Nullable String recording;
  private @Nullable String transcript;

  void read(Fields in) {
    String name = in.name();
    if (name.equals("status") && status == null) {
      status = in.word();
    } else if ((name.equals("duration_seconds") || name.equals("duration")) && seconds == null) {
      seconds = in.seconds();
    } else if (name.equals("recording_url") && recording == null) {
      recording = in.text();
    } else if (name.equals("transcript") && transcript == null) {
      transcript = in.text();
    } else {
      in.keep();
    }
  }

  /** The call; null if there is none. */
  Extras.@Nullable Call call() {
    return status == null && seconds == null && recording == null && transcript == null
        ? null
        : new Extras.Call(status, seconds, recording, transcript);
  }
}
