package dev.convo.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only few messages have. The others, of which a conversation may hold 400,000, share {@link
 * #NONE}.
 *
 * @param failure why the message was not delivered, according to the platform
 * @param replyTo the id of the message that it answers
 */
public record Extras(
    @Nullable String failure,
    boolean deleted,
    @Nullable Instant editedAt,
    @Nullable String replyTo,
    @Nullable Mail mail,
    @Nullable Call call,
    List<Answer> answers,
    List<Offer> offered) {

  public static final Extras NONE =
      new Extras(null, false, null, null, null, null, List.of(), List.of());

  public Extras {
    answers = List.copyOf(answers);
    offered = List.copyOf(offered);
  }

  /**
   * The head of a mail.
   *
   * @param autoReply whether a machine sent it; null if the platform does not say
   */
  public record Mail(
      @Nullable String subject,
      List<String> from,
      List<String> to,
      List<String> cc,
      List<String> bcc,
      @Nullable Boolean autoReply) {
    public Mail {
      from = List.copyOf(from);
      to = List.copyOf(to);
      cc = List.copyOf(cc);
      bcc = List.copyOf(bcc);
    }
  }

  /**
   * A call.
   *
   * @param status the platform's own word, such as {@code no-answer}
   * @param transcript what was said, as a machine heard it
   */
  public record Call(
      @Nullable String status,
      @Nullable Long seconds,
      @Nullable String recordingUrl,
      @Nullable String transcript) {}

  /**
   * What a person chose, rated or filled in.
   *
   * @param label what it answers
   */
  public record Answer(@Nullable String label, @Nullable String value) {}

  /**
   * A choice that a bot offered.
   *
   * @param value what the platform receives if somebody chooses it
   * @param url where it leads
   */
  public record Offer(@Nullable String title, @Nullable String value, @Nullable String url) {}

  public boolean isEmpty() {
    return equals(NONE);
  }

  /** These, with what is missing taken from the others. */
  public Extras or(Extras others) {
    return with()
        .failure(failure == null ? others.failure : failure)
        .deleted(deleted || others.deleted)
        .editedAt(editedAt == null ? others.editedAt : editedAt)
        .replyTo(replyTo == null ? others.replyTo : replyTo)
        .mail(mail == null ? others.mail : mail)
        .call(call == null ? others.call : call)
        .answers(answers.isEmpty() ? others.answers : answers)
        .offered(offered.isEmpty() ? others.offered : offered)
        .build();
  }

  public static Builder with() {
    return new Builder();
  }

  public Builder change() {
    Builder to = new Builder();
    to.failure = failure;
    to.deleted = deleted;
    to.editedAt = editedAt;
    to.replyTo = replyTo;
    to.mail = mail;
    to.call = call;
    to.answers = answers;
    to.offered = offered;
    return to;
  }

  /** Extras that are being read. */
  public static final class Builder {
    private @Nullable String failure;
    private boolean deleted;
    private @Nullable Instant editedAt;
    private @Nullable String replyTo;
    private @Nullable Mail mail;
    private @Nullable Call call;
    private List<Answer> answers = List.of();
    private List<Offer> offered = List.of();

    private Builder() {}

    public Builder failure(@Nullable String to) {
      failure = to;
      return this;
    }

    public Builder deleted(boolean to) {
      deleted = to;
      return this;
    }

    public Builder editedAt(@Nullable Instant to) {
      editedAt = to;
      return this;
    }

    public Builder replyTo(@Nullable String to) {
      replyTo = to;
      return this;
    }

    public Builder mail(@Nullable Mail to) {
      mail = to;
      return this;
    }

    public Builder call(@Nullable Call to) {
      call = to;
      return this;
    }

    public Builder answers(List<Answer> to) {
      answers = to;
      return this;
    }

    public Builder offered(List<Offer> to) {
      offered = to;
      return this;
    }

    /** The extras; {@link #NONE} if there are none. */
    public Extras build() {
      Extras built = new Extras(failure, deleted, editedAt, replyTo, mail, call, answers, offered);
      return built.equals(NONE) ? NONE : built;
    }
  }
}
