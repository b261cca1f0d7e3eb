package dev.convo.select;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
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

  /** What has a meaning in an expression; without any of it, an expression is just a text. */
  private static final String SPECIAL = "\\.+*?()|[]{}^$";

  private final List<Expression> expressions = new ArrayList<>();

  /**
   * An expression that was read.
   *
   * @param literal the text that it is, which is found faster without RE2/J; null for any other
   */
  private record Expression(Pattern pattern, @Nullable String literal) {
    static Expression of(String typed, boolean ignoreCase) {
      Pattern pattern = Pattern.compile(typed, ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
      boolean plain = !ignoreCase && typed.chars().noneMatch(Expression::isSpecial);
      return new Expression(pattern, plain ? typed : null);
    }

    /** Half of a pair is special too: RE2/J does not find it in a whole one. */
    private static boolean isSpecial(int c) {
      return SPECIAL.indexOf(c) >= 0 || Character.isSurrogate((char) c);
    }

    boolean isIn(String text) {
      return literal == null ? pattern.matcher(text).find() : text.contains(literal);
    }
  }

  /**
   * Matches where one of these expressions does.
   *
   * @throws Failure USAGE, naming the place in it, if one cannot be read
   */
  public Grep(List<String> typed, boolean ignoreCase) {
    for (String expression : typed) {
      try {
        expressions.add(Expression.of(expression, ignoreCase));
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
            + "' is not a valid regular expression: "
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
    if (text != null && found(Markup.read(text, message.html()))) {
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

  private boolean found(@Nullable String text) {
    return text != null && expressions.stream().anyMatch(one -> one.isIn(text));
  }

  /**
   * Where they match in a text: start and end of each match, in UTF-16 units, one after another.
   */
  public int[] spans(String text) {
    boolean[] marked = new boolean[text.length()];
    for (Expression expression : expressions) {
      Matcher matcher = expression.pattern().matcher(text);
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
