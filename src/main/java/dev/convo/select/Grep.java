package dev.convo.select;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.convo.failure.Failure;
import dev.convo.html.Markup;
import dev.convo.model.Attachment;
import dev.convo.model.Extras;
import dev.convo.model.Message;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions over what people see of a message. RE2/J takes time linear in the text,
 * whatever the expression: the text comes from strangers.
 */
public final class Grep {
  private static final String SYNTAX =
      "the syntax is RE2's: https://github.com/google/re2/wiki/Syntax";

  /** Characters with a meaning of their own; an expression without any is a plain text. */
  private static final String SPECIAL = "\\.+*?()|[]{}^$";

  private final List<Expression> expressions = new ArrayList<>();

  /**
   * One expression.
   *
   * @param literal the plain text it is, found faster without RE2/J; null if it is more than that
   */
  private record Expression(Pattern pattern, @Nullable String literal) {
    static Expression of(String typed, boolean ignoreCase) {
      Pattern pattern = Pattern.compile(typed, ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
      boolean plain = !ignoreCase && typed.chars().noneMatch(Expression::isSpecial);
      return new Expression(pattern, plain ? typed : null);
    }

    /** A lone surrogate is special: RE2/J does not find it within a pair. */
    private static boolean isSpecial(int c) {
      return SPECIAL.indexOf(c) >= 0 || Character.isSurrogate((char) c);
    }

    boolean isIn(String text) {
      return literal == null ? pattern.matcher(text).find() : text.contains(literal);
    }
  }

  /**
   * Matches what any of these expressions matches.
   *
   * @throws Failure USAGE if one is invalid, naming the place in it
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

  /** The same expressions, whatever the case of the text. */
  Grep ignoringCase() {
    return new Grep(expressions.stream().map(one -> one.pattern().pattern()).toList(), true);
  }

  private static Failure wrong(String expression, PatternSyntaxException fault) {
    String part = fault.getPattern();
    boolean unpaired = part.equals("stack underflow"); // https://github.com/google/re2j/issues/129
    int at = unpaired ? lastClosing(expression) : expression.indexOf(part);
    boolean whole = at < 0 || part.equals(expression);
    return Failure.usage(
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

  /** Whether an expression matches something that people see of this message. */
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

  /** The start and end of each matching stretch of a text, one after the other, in UTF-16 units. */
  public int[] spans(String text) {
    BitSet marked = new BitSet();
    for (Expression expression : expressions) {
      Matcher matcher = expression.pattern().matcher(text);
      while (matcher.find()) {
        marked.set(matcher.start(), matcher.end());
      }
    }
    IntStream.Builder spans = IntStream.builder();
    int end = 0;
    for (int start = marked.nextSetBit(end); start >= 0; start = marked.nextSetBit(end)) {
      end = marked.nextClearBit(start);
      spans.add(start).add(end);
    }
    return spans.build().toArray();
  }
}
