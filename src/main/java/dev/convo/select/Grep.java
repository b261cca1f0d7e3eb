package dev.convo.select;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.html.HtmlText;
import dev.convo.html.Markup;
import dev.convo.model.Attachment;
import dev.convo.model.Extras;
import dev.convo.model.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions over what people see of a message. RE2/J needs time in proportion to the text
 * whatever the expression: the text is a stranger's.
 */
public final class Grep {
  private static final String SYNTAX =
      "the syntax is RE2's: https://github.com/google/re2/wiki/Syntax";

  private final List<Pattern> patterns = new ArrayList<>();

  /**
   * Matches where one of these expressions does.
   *
   * @throws Failure USAGE, naming the place in it, if one cannot be read
   */
  public Grep(List<String> expressions, boolean ignoreCase) {
    for (String expression : expressions) {
      try {
        patterns.add(Pattern.compile(expression, ignoreCase ? Pattern.CASE_INSENSITIVE : 0));
      } catch (PatternSyntaxException e) {
        throw wrong(expression, e);
      }
    }
  }

  private static Failure wrong(String expression, PatternSyntaxException fault) {
    String part = fault.getPattern();
    boolean unpaired = part.equals("stack underflow"); // https://github.com/google/re2j/issues/129
    int at = unpaired ? lastClosing(expression) : expression.indexOf(part);
    boolean whole = at < 0 || part.equals(expression);
    return new Failure(
        Kind.USAGE,
        "--grep: '"
            + expression
            + "' is no regular expression: "
            + (unpaired ? "unexpected )" : fault.getDescription())
            + (whole ? "" : " at character " + (at + 1) + (unpaired ? "" : ", " + part)),
        part.startsWith("(?") || part.startsWith("\\")
            ? "no lookaround and no backreferences; " + SYNTAX
            : "write \\ before a character that is meant as it is; " + SYNTAX);
  }

  private static int lastClosing(String expression) {
    int open = 0;
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '(') {
        open++;
      } else if (c == ')' && --open < 0) {
        return i;
      }
    }
    return -1;
  }

  /** Whether one of them matches in what people see of this message. */
  boolean matches(Message message) {
    String text = message.text();
    if (text != null && found(read(message, text))) {
      return true;
    }
    for (Attachment attachment : message.attachments()) {
      if (found(attachment.name())) {
        return true;
      }
    }
    Extras extras = message.extras();
    if (extras.isEmpty()) {
      return false;
    }
    Extras.Mail mail = extras.mail();
    Extras.Call call = extras.call();
    return found(extras.failure())
        || mail != null && found(mail.subject())
        || call != null && found(call.transcript())
        || extras.answers().stream().anyMatch(one -> found(one.label()) || found(one.value()))
        || extras.offered().stream().anyMatch(one -> found(one.title()));
  }

  private static String read(Message message, String text) {
    return message.html() || Markup.isHtml(text) ? HtmlText.of(text) : text;
  }

  private boolean found(@Nullable String text) {
    if (text != null) {
      for (Pattern pattern : patterns) {
        if (pattern.matcher(text).find()) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Where they match in a text: start and end of each match, in UTF-16 units, one after another.
   */
  public int[] spans(String text) {
    boolean[] marked = new boolean[text.length()];
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        for (int i = matcher.start(); i < matcher.end(); i++) {
          marked[i] = true;
        }
      }
    }
    List<Integer> spans = new ArrayList<>();
    for (int i = 0; i <= marked.length; i++) {
      boolean on = i < marked.length && marked[i];
      boolean before = i > 0 && marked[i - 1];
      if (on != before) {
        spans.add(i);
      }
    }
    return spans.stream().mapToInt(Integer::intValue).toArray();
  }
}
