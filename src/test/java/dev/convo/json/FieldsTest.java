package dev.convo.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.model.Attributes;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FieldsTest {
  private static final List<String> OF_EVERY_TYPE =
      List.of("'x'", "7", "true", "null", "[1]", "{'b':1}");

  /** What a slot took, and what was kept. */
  private record Read(@Nullable Object slot, Attributes rest) {
    @Override
    public String toString() {
      return slot + " " + rest;
    }
  }

  @Test
  void textIsTakenAndAnythingElseKept() {
    assertThat(everyType(Fields::text))
        .containsExactly(
            "x {}",
            "7 {a=Numeral[digits=7]}",
            "true {a=Flag[on=true]}",
            "null {}",
            "null {a=Items[values=[Numeral[digits=1]]]}",
            "null {a={b=Numeral[digits=1]}}");
    assertThat(everyType(Fields::word)).isEqualTo(everyType(Fields::text));
  }

  @Test
  void idIsATextOrExactDigits() {
    assertThat(everyType(Fields::id))
        .containsExactly(
            "x {}",
            "7 {}",
            "true {a=Flag[on=true]}",
            "null {}",
            "null {a=Items[values=[Numeral[digits=1]]]}",
            "null {a={b=Numeral[digits=1]}}");
    assertThat(read("9007199254740993", Fields::id)).hasToString("9007199254740993 {}");
    assertThat(read("99999999999999999999999", Fields::id))
        .hasToString("99999999999999999999999 {}");
    assertThat(read("42.0", Fields::id)).hasToString("42.0 {}");
  }

  @Test
  void flagIsReadInItsOtherForms() {
    assertThat(everyType(FieldsTest::flag))
        .containsExactly(
            "null {a=Text[text=x]}",
            "null {a=Numeral[digits=7]}",
            "true {}",
            "null {}",
            "null {a=Items[values=[Numeral[digits=1]]]}",
            "null {a={b=Numeral[digits=1]}}");
    assertThat(read("'False'", FieldsTest::flag)).hasToString("false {a=Text[text=False]}");
    assertThat(read("1", FieldsTest::flag)).hasToString("true {a=Numeral[digits=1]}");
    assertThat(read("0", FieldsTest::flag)).hasToString("false {a=Numeral[digits=0]}");
  }

  private static @Nullable Boolean flag(Fields in) {
    return in.flag("a", in.value());
  }

  @Test
  void wholeNumberIsTakenWhereItIsExact() {
    assertThat(everyType(Fields::whole))
        .containsExactly(
            "null {a=Text[text=x]}",
            "7 {}",
            "null {a=Flag[on=true]}",
            "null {}",
            "null {a=Items[values=[Numeral[digits=1]]]}",
            "null {a={b=Numeral[digits=1]}}");
    assertThat(read("'7'", Fields::whole)).hasToString("7 {a=Text[text=7]}");
    assertThat(read("7.0", Fields::whole)).hasToString("7 {a=Numeral[digits=7.0]}");
    assertThat(read("7e2", Fields::whole)).hasToString("700 {a=Numeral[digits=7e2]}");
    assertThat(read("7.5", Fields::whole)).hasToString("null {a=Numeral[digits=7.5]}");
    assertThat(read("9223372036854775807", Fields::whole)).hasToString("9223372036854775807 {}");
    assertThat(read("9223372036854775808", Fields::whole))
        .hasToString("null {a=Numeral[digits=9223372036854775808]}");
    assertThat(read("1e999999999", Fields::whole))
        .hasToString("null {a=Numeral[digits=1e999999999]}");
    assertThat(read("1e99999999999", Fields::whole))
        .hasToString("null {a=Numeral[digits=1e99999999999]}");
  }

  @Test
  void secondsAreCutToWholeOnes() {
    assertThat(everyType(Fields::seconds))
        .containsExactly(
            "null {a=Text[text=x]}",
            "7 {}",
            "null {a=Flag[on=true]}",
            "null {}",
            "null {a=Items[values=[Numeral[digits=1]]]}",
            "null {a={b=Numeral[digits=1]}}");
    assertThat(read("'65'", Fields::seconds)).hasToString("65 {a=Text[text=65]}");
    assertThat(read("65.9", Fields::seconds)).hasToString("65 {a=Numeral[digits=65.9]}");
    assertThat(read("-1", Fields::seconds)).hasToString("null {a=Numeral[digits=-1]}");
    assertThat(read("1e999999999", Fields::seconds))
        .hasToString("null {a=Numeral[digits=1e999999999]}");
  }

  @Test
  void digitsStayAsTheyAreWritten() {
    assertThat(everyType(Fields::digits))
        .containsExactly(
            "null {a=Text[text=x]}",
            "7 {}",
            "null {a=Flag[on=true]}",
            "null {}",
            "null {a=Items[values=[Numeral[digits=1]]]}",
            "null {a={b=Numeral[digits=1]}}");
    assertThat(read("-8.610", Fields::digits)).hasToString("-8.610 {}");
    assertThat(read("'41.15'", Fields::digits)).hasToString("41.15 {a=Text[text=41.15]}");
    assertThat(read("'+41'", Fields::digits)).hasToString("null {a=Text[text=+41]}");
  }

  @Test
  void whatIsLeftOverInAListStaysInItsPlace() {
    List<@Nullable String> taken = new ArrayList<>();
    Function<Fields, @Nullable Object> each =
        in -> {
          in.each(one -> taken.add(deepC(one)));
          return "";
        };

    assertThat(read("[{'b':{'c':1}},{'d':2},7,null]", each))
        .hasToString(" {a=Items[values=[NONE, {d=Numeral[digits=2]}, Numeral[digits=7], NONE]]}");
    assertThat(read("[{'b':{'c':3}}]", each)).hasToString(" {}");
    assertThat(read("{'b':{'c':4}}", each)).hasToString(" {a={b={c=Numeral[digits=4]}}}");
    assertThat(taken).containsExactly("1", "", "3");
  }

  @Test
  void numberOfAMillionDigitsTakesNoTime() {
    String digits = "9".repeat(1_000_000);

    assertThat(read("'" + digits + "'", Fields::whole).slot()).isNull();
    assertThat(read("'" + digits + ".5'", Fields::time).slot()).isNull();
  }

  @Test
  void timeIsReadInEveryForm() {
    Instant eight = Instant.parse("2026-03-15T08:00:00Z");
    for (String written :
        List.of(
            "1773561600",
            "1773561600.0",
            "'1773561600'",
            "'2026-03-15T08:00:00Z'",
            "'2026-03-15T08:00:00.000Z'",
            "'2026-03-15T10:00:00+02:00'",
            "'2026-03-15T08:00:00'")) {
      assertThat(read(written, Fields::time)).isEqualTo(new Read(eight, Attributes.NONE));
    }
  }

  @Test
  void timeThatTheSlotCannotHoldIsKept() {
    assertThat(read("1772531402.735118", Fields::time))
        .hasToString("2026-03-03T09:50:02.735Z {a=Numeral[digits=1772531402.735118]}");
    assertThat(read("'2026-03-15T08:00:00.123456789Z'", Fields::time))
        .hasToString("2026-03-15T08:00:00.123Z {a=Text[text=2026-03-15T08:00:00.123456789Z]}");
    for (String never : List.of("0", "0.0", "-1", "1e40", "1773561600000")) {
      assertThat(read(never, Fields::time)).hasToString("null {a=Numeral[digits=" + never + "]}");
    }
    for (String never : List.of("", "soon", "0", "2026-03-15", "2026-02-30T08:00:00Z")) {
      assertThat(read("'" + never + "'", Fields::time))
          .hasToString("null {a=Text[text=" + never + "]}");
    }
    assertThat(everyType(Fields::time))
        .containsExactly(
            "null {a=Text[text=x]}",
            "1970-01-01T00:00:07Z {}",
            "null {a=Flag[on=true]}",
            "null {}",
            "null {a=Items[values=[Numeral[digits=1]]]}",
            "null {a={b=Numeral[digits=1]}}");
  }

  @Test
  void whatAnInnerReaderLeavesStaysInItsNesting() {
    assertThat(read("{'b':{'c':1,'d':2},'e':3}", in -> in.object(FieldsTest::deepC)))
        .hasToString("1 {a={b={d=Numeral[digits=2]}, e=Numeral[digits=3]}}");
    assertThat(read("{'b':{'c':1}}", in -> in.object(FieldsTest::deepC))).hasToString("1 {}");
    assertThat(everyType(in -> in.object(FieldsTest::deepC)))
        .containsExactly(
            "null {a=Text[text=x]}",
            "null {a=Numeral[digits=7]}",
            "null {a=Flag[on=true]}",
            "null {}",
            "null {a=Items[values=[Numeral[digits=1]]]}",
            " {a={b=Numeral[digits=1]}}");
  }

  @Test
  void whoeverAsksForTheRestTakesIt() {
    assertThat(read("{'b':1,'c':2}", in -> in.object(Fields::rest)))
        .hasToString("{b=Numeral[digits=1], c=Numeral[digits=2]} {}");
  }

  @Test
  void membersThatNobodyReadAreKept() {
    assertThat(read("{'b':1,'c':[2]}", in -> in.object(inner -> "unread")))
        .hasToString("unread {a={b=Numeral[digits=1], c=Items[values=[Numeral[digits=2]]]}}");
  }

  @Test
  void listsKeepWhatIsNotTheirs() {
    assertThat(read("['x',null,7,'y',['z']]", Fields::words))
        .hasToString("[x, y] {a=Items[values=[Numeral[digits=7], Items[values=[Text[text=z]]]]]}");
    assertThat(read("[{'b':'x'},null,7,{'c':1}]", in -> in.objects(Fields::rest)))
        .hasToString(
            "[{b=Text[text=x]}, {c=Numeral[digits=1]}] {a=Items[values=[Numeral[digits=7]]]}");
    assertThat(read("[]", Fields::words)).hasToString("[] {}");
    assertThat(read("[]", in -> in.objects(Fields::rest))).hasToString("[] {}");
    assertThat(everyType(Fields::words))
        .containsExactly(
            "[x] {a=Text[text=x]}",
            "[] {a=Numeral[digits=7]}",
            "[] {a=Flag[on=true]}",
            "[] {}",
            "[] {a=Items[values=[Numeral[digits=1]]]}",
            "[] {a={b=Numeral[digits=1]}}");
    assertThat(everyType(in -> in.objects(Fields::rest)))
        .containsExactly(
            "null {a=Text[text=x]}",
            "null {a=Numeral[digits=7]}",
            "null {a=Flag[on=true]}",
            "null {}",
            "[] {a=Items[values=[Numeral[digits=1]]]}",
            "null {a={b=Numeral[digits=1]}}");
  }

  @Test
  void droppedValueIsForgotten() {
    assertThat(
            read(
                "{'b':[1]}",
                in -> {
                  in.drop();
                  return "";
                }))
        .hasToString(" {}");
  }

  @Test
  void lastOfDuplicateKeysIsTheSlots() {
    List<@Nullable String> texts = new ArrayList<>();
    Attributes rest =
        Json.read(
            stream("{'a':'x','a':'y','b':1,'b':2}"),
            () -> {},
            json ->
                json.object(
                    in -> {
                      while (in.next()) {
                        if (in.name().equals("a")) {
                          texts.add(in.text());
                        } else {
                          in.keep();
                        }
                      }
                      return in.rest();
                    }));

    assertThat(texts).containsExactly("x", "y");
    assertThat(rest).hasToString("{b=Numeral[digits=2]}");
  }

  @Test
  void equalWordsAreOneObject() {
    List<@Nullable String> words = new ArrayList<>();
    Json.read(
        stream("[{'w':'customer'},{'w':'customer'}]"),
        () -> {},
        json -> {
          json.list(
              element ->
                  element.object(
                      in -> {
                        in.next();
                        words.add(in.word());
                        return "";
                      }));
          return "";
        });

    assertThat(words.get(0)).isEqualTo("customer").isSameAs(words.get(1));
  }

  private static String deepC(Fields in) {
    StringBuilder found = new StringBuilder();
    while (in.next()) {
      if (in.name().equals("b")) {
        in.object(
            inner -> {
              while (inner.next()) {
                if (inner.name().equals("c")) {
                  found.append(inner.id());
                } else {
                  inner.keep();
                }
              }
              return "";
            });
      } else {
        in.keep();
      }
    }
    return found.toString();
  }

  private static List<String> everyType(Function<Fields, @Nullable Object> slot) {
    return OF_EVERY_TYPE.stream().map(value -> read(value, slot).toString()).toList();
  }

  private static Read read(String value, Function<Fields, @Nullable Object> slot) {
    return Json.read(
        stream("{'a':" + value + "}"),
        () -> {},
        json ->
            json.object(
                in -> {
                  in.next();
                  Object taken = slot.apply(in);
                  return new Read(taken, in.rest());
                }));
  }

  private static ByteArrayInputStream stream(String body) {
    return new ByteArrayInputStream(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
