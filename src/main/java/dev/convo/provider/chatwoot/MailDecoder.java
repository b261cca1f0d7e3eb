package dev.convo.provider.chatwoot;

import dev.convo.json.Fields;
import dev.convo.model.Extras;
import dev.convo.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mail of one message while it is read: its head and its text. */
final class MailDecoder {
  private @Nullable String subject;
  private List<String> from = List.of();
  private List<String> to = List.of();
  private List<String> cc = List.of();
  private List<String> bcc = List.of();
  private @Nullable Boolean autoReply;
  private @Nullable String text;
  private Value textOfHtml = Value.None.NONE;
  private Value html = Value.None.NONE;

  void incoming(Fields in) {
    switch (in.name()) {
      case "subject" -> subject = in.text();
      case "from" -> from = people(in, from);
      case "to" -> to = people(in, to);
      case "cc" -> cc = people(in, cc);
      case "bcc" -> bcc = people(in, bcc);
      case "auto_reply" -> autoReply = in.flag(in.name(), in.value());
      case "text_content" -> in.object(this::text);
      case "html_content" -> in.inside(this::html);
      default -> in.keep();
    }
  }

  void reply(Fields in) {
    switch (in.name()) {
      case "to_emails" -> to = people(in, to);
      case "cc_emails" -> cc = people(in, cc);
      case "bcc_emails" -> bcc = people(in, bcc);
      default -> in.keep();
    }
  }

  /** The first list of a kind; a second stays in the attributes. */
  private static List<String> people(Fields in, List<String> before) {
    if (before.isEmpty()) {
      return in.words();
    }
    in.keep();
    return before;
  }

  private boolean text(Fields in) {
    while (in.next()) {
      if (in.name().equals("quoted")) {
        text = in.text();
      } else {
        in.keep();
      }
    }
    if (text != null && text.isBlank()) {
      in.put("quoted", new Value.Text(text));
    }
    return true;
  }

  /** Only {@code full} is HTML: the server made text of the others. */
  private void html(Fields in) {
    switch (in.name()) {
      case "full" -> html = in.kept();
      case "quoted" -> textOfHtml = in.kept();
      default -> in.keep();
    }
  }

  Extras.@Nullable Mail head() {
    boolean nobody = from.isEmpty() && to.isEmpty() && cc.isEmpty() && bcc.isEmpty();
    return nobody && subject == null && autoReply == null
        ? null
        : new Extras.Mail(subject, from, to, cc, bcc, autoReply);
  }

  /**
   * The text without the mail that it answers, which the server prefers as well; blank if there is
   * none.
   */
  String text() {
    return text != null && !text.isBlank()
        ? text
        : textOfHtml.word().isBlank() ? "" : textOfHtml.word();
  }

  /** The whole mail as HTML; blank if there is none. */
  String html() {
    return html.word();
  }
}
