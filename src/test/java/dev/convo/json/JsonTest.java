package dev.convo.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.model.Attributes;
import dev.convo.model.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class JsonTest {
  @Test
  void everyKindOfValueIsRead() {
    Value value = tree("{\"a\":\"x\",\"b\":-1.50e+2,\"c\":true,\"d\":null,\"e\":[1,[]],\"f\":{}}");

    Map<String, Value> members = ((Attributes) value).toMap();
    assertThat(members.keySet()).containsExactly("a", "b", "c", "d", "e", "f");
    assertThat(members.values())
        .containsExactly(
            new Value.Text("x"),
            new Value.Numeral("-1.50e+2"),
            new Value.Flag(true),
            Value.None.NONE,
            new Value.Items(List.of(new Value.Numeral("1"), new Value.Items(List.of()))),
            Attributes.NONE);
  }

  @Test
  void digitsOfNumbersAreKeptAsWritten() {
    for (String number :
        List.of(
            "0",
            "-0",
            "1.0",
            "9007199254740993",
            "123123123123123123123123123123",
            "1e9999",
            "1772531402.735118",
            "0.10",
            "1E-400")) {
      assertThat(tree(number)).isEqualTo(new Value.Numeral(number));
    }
  }

  @Test
  void lastOfDuplicateKeysCounts() {
    assertThat(tree("{\"a\":1,\"b\":2,\"a\":3}"))
        .hasToString("{a=Numeral[digits=3], b=Numeral[digits=2]}");
  }

  @Test
  void loneSurrogateIsLetPass() {
    assertThat(tree("\"a\\ud800b\"")).isEqualTo(new Value.Text("a\ud800b"));
    assertThat(tree("\"\\udc00\"")).isEqualTo(new Value.Text("\udc00"));
  }

  @Test
  void byteOrderMarkIsPassedOver() throws IOException {
    byte[] body = "\ufeff{\"a\":1}".getBytes(StandardCharsets.UTF_8);

    assertThat(Json.tree(new ByteArrayInputStream(body))).hasToString("{a=Numeral[digits=1]}");
    assertThat(Json.tree(dripping(body))).hasToString("{a=Numeral[digits=1]}");
    assertThat(failure("{\"a\":\ufeff1}")).isEqualTo("$.a: not valid JSON");
  }

  @Test
  void emptyBodyIsNoDocument() {
    for (String body : List.of("", " ", "\r\n\t", "\ufeff")) {
      assertThat(failure(body)).isEqualTo("the answer is empty or broken off, not a JSON document");
    }
  }

  @Test
  void bodyThatBreaksOffSaysWhere() {
    assertThat(failure("{")).isEqualTo("$: the answer breaks off");
    assertThat(failure("{\"a\":[{\"b\":1},{\"b\":")).isEqualTo("$.a[1].b: the answer breaks off");
    assertThat(failure("[1,\"x")).isEqualTo("$[1]: the answer breaks off");
  }

  @Test
  void whatIsNotJsonIsRefused() {
    for (String body :
        List.of(
            "<html>",
            "hello",
            "{'a':1}",
            "{a:1}",
            "[1,]",
            "[1 2]",
            "{\"a\":1,}",
            "{\"a\"}",
            "NaN",
            "01",
            "1.",
            ".5",
            "+1",
            "0x1",
            "nul",
            "\"\\x\"",
            "[1]//",
            "{\"a\":1;\"b\":2}",
            "}")) {
      Failure failure = catchThrowableOfType(Failure.class, () -> JsonTest.tree(body));

      assertThat(failure.kind()).as(body).isEqualTo(Kind.BAD_ANSWER);
    }
    assertThat(failure("{\"a\":{\"b\":[0,x]}}")).isEqualTo("$.a.b[1]: not valid JSON");
  }

  @Test
  void anythingBehindTheEndIsRefused() {
    assertThat(failure("{} {}")).isEqualTo("$: text after the end of the JSON document");
    assertThat(failure("1 2")).isEqualTo("$: text after the end of the JSON document");
    assertThat(failure("{}x")).isEqualTo("$: text after the end of the JSON document");
    assertThat(tree("{} \n")).isEqualTo(Attributes.NONE);
  }

  @Test
  void textThatIsNotUtf8IsRefused() {
    for (int octet : new int[] {0xff, 0xc0, 0xe9, 0x80}) {
      byte[] body = {'"', 'a', (byte) octet, '"'};

      Failure failure =
          catchThrowableOfType(Failure.class, () -> Json.tree(new ByteArrayInputStream(body)));

      assertThat(failure.message()).isEqualTo("the answer is not valid UTF-8");
    }
  }

  @Test
  void nestingHasALimit() {
    assertThat(tree("[".repeat(100) + "]".repeat(100))).isInstanceOf(Value.Items.class);
    assertThat(failure("[".repeat(101) + "]".repeat(101)))
        .isEqualTo("$" + "[0]".repeat(33) + "...: nested deeper than 100 levels");
    assertThat(failure("{\"a\":".repeat(100_000))).endsWith("nested deeper than 100 levels");
  }

  @Test
  void connectionThatBreaksIsNotTakenForTheEnd() {
    Failure broken = new Failure(Kind.NETWORK, "the connection broke", null);
    InputStream body =
        new ByteArrayInputStream("{\"a\":1".getBytes(StandardCharsets.UTF_8)) {
          @Override
          public synchronized int read(byte[] into, int from, int length) {
            int read = super.read(into, from, length);
            if (read < 0) {
              throw broken;
            }
            return read;
          }
        };

    Failure failure = catchThrowableOfType(Failure.class, () -> Json.tree(body));

    assertThat(failure).isSameAs(broken);
  }

  @Test
  void aNumberOfAnyLengthIsANumber() {
    for (String digits :
        List.of(
            "9".repeat(1_000_000),
            "-0." + "123456789".repeat(1_000) + "e-7",
            "1".repeat(1023),
            "1".repeat(1024),
            "1".repeat(1025),
            "7E+" + "0".repeat(4_000))) {
      assertThat(Json.tree(stream("{\"a\":[" + digits + ", " + digits + "],\"b\":" + digits + "}")))
          .isEqualTo(
              Attributes.of(
                  new TreeMap<>(
                      Map.of(
                          "a",
                          new Value.Items(
                              List.of(new Value.Numeral(digits), new Value.Numeral(digits))),
                          "b",
                          new Value.Numeral(digits)))));
    }
    assertThat(Json.tree(stream("9".repeat(5_000))))
        .isEqualTo(new Value.Numeral("9".repeat(5_000)));
  }

  /** However the parser's buffer lies: what is no short JSON is no long JSON either. */
  @Test
  void aLongWordThatIsNoNumberIsRefused() {
    String digits = "9".repeat(1_100);
    for (int blanks = 0; blanks < 1_100; blanks += 50) {
      String before = " ".repeat(blanks);
      for (String body :
          List.of(
              "[%s-]",
              "[0%s]",
              "[%s.]",
              "[.%s]",
              "[+%s]",
              "[%se]",
              "[1.%s.5]",
              "[%sx]",
              "[%s;1]",
              "[%s 5]",
              "{%s:1}",
              "{\"password\":{%s:1}}",
              "{\"a\":%s=1}",
              "%s %s",
              "[%s",
              "[--%s]")) {
        String text = before + body.replace("%s", digits);

        Failure failure = catchThrowableOfType(Failure.class, () -> Json.tree(stream(text)));

        assertThat(failure).as(blanks + body).isNotNull();
        assertThat(failure.kind()).isEqualTo(Kind.BAD_ANSWER);
      }
    }
  }

  @Test
  void credentialsAreMaskedAtAnyDepthAndCounted() {
    List<String> masked = new ArrayList<>();
    String body =
        "[{\"a\":[{\"access_token\":\"x\",\"apiKey\":{\"deep\":[1]},\"Client-Secret\":5}]},"
            + "{\"password\":null,\"tokens\":3,\"next_page_token\":\"y\",\"secretary\":\"z\"}]";

    Value value = Json.read(stream(body), () -> masked.add("x"), Json::value);

    assertThat(value)
        .hasToString(
            "Items[values=[{a=Items[values=[{access_token=Text[text=***], "
                + "apiKey=Text[text=***], Client-Secret=Text[text=***]}]]}, "
                + "{password=NONE, tokens=Numeral[digits=3], next_page_token=Text[text=***], "
                + "secretary=Text[text=***]}]]");
    assertThat(masked).hasSize(5);
  }

  @Test
  void credentialsAreKnownByTheirNames() {
    for (String name :
        List.of(
            "x-api-key",
            "X-API-Key",
            "xApiKey",
            "apikey",
            "apiKeys",
            "api_key_secret",
            "token",
            "tokens",
            "Token",
            "accessToken",
            "authtoken",
            "refresh_tokens",
            "authorization",
            "Proxy-Authorization",
            "cookie",
            "Cookies",
            "set-cookie",
            "passwd",
            "password",
            "passwords",
            "user_password",
            "userPassword",
            "passphrase",
            "private_key",
            "privateKey",
            "ssh_private_keys",
            "aws_access_key",
            "bearer",
            "hmac_identifier",
            "client_secret",
            "clientSecrets")) {
      assertThat(masked(name, "\"x\"")).as(name).isEqualTo("***");
      assertThat(masked(name, "[\"x\"]")).as(name).isEqualTo("***");
      assertThat(masked(name, "{\"x\":1}")).as(name).isEqualTo("***");
    }
    assertThat(masked("token", "123456")).isEqualTo("***");
    assertThat(masked("password", "1234")).isEqualTo("***");
  }

  @Test
  void whatOnlySpeaksOfCredentialsIsKept() {
    for (String name :
        List.of(
            "token_count",
            "tokenCount",
            "token_type",
            "tokenized",
            "cookie_banner",
            "bearer_name",
            "authorization_status",
            "password_changed_at",
            "api_key_id",
            "public_key",
            "keyboard",
            "text",
            "content",
            "message",
            "url",
            "data_url")) {
      assertThat(masked(name, "\"x\"")).as(name).isEqualTo("x");
    }
    assertThat(masked("total_tokens", "512")).isEqualTo("512");
    assertThat(masked("has_password", "true")).isEqualTo("true");
    assertThat(masked("password", "null")).isEqualTo("null");
  }

  /** A signed address without its signature would open nothing. */
  @Test
  void textsAndAddressesStayWhole() {
    String address = "https://files.example.com/a.png?token=abcdef&X-Amz-Signature=012345";

    assertThat(masked("data_url", "\"" + address + "\"")).isEqualTo(address);
    assertThat(masked("content", "\"my password: hunter22\"")).isEqualTo("my password: hunter22");
  }

  /** What is kept of one member, as text. */
  private static String masked(String name, String json) {
    Value value = ((Attributes) tree("{\"" + name + "\":" + json + "}")).get(name);
    return value instanceof Value.Text text
        ? text.text()
        : value instanceof Value.Numeral number
            ? number.digits()
            : value instanceof Value.Flag flag ? String.valueOf(flag.on()) : "null";
  }

  @Test
  void objectIsExpectedByName() {
    for (Map.Entry<String, String> found :
        Map.of(
                "[]", "a list",
                "\"x\"", "text",
                "1", "a number",
                "true", "true or false",
                "null", "null")
            .entrySet()) {
      Failure failure =
          catchThrowableOfType(
              Failure.class,
              () -> Json.read(stream(found.getKey()), () -> {}, in -> in.object(Fields::rest)));

      assertThat(failure.message()).isEqualTo("$: expected an object, found " + found.getValue());
    }
  }

  private static Value tree(String body) {
    return Json.tree(stream(body));
  }

  private static String failure(String body) {
    return catchThrowableOfType(Failure.class, () -> tree(body)).message();
  }

  private static InputStream stream(String body) {
    return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
  }

  /** One byte at a time, as a slow connection gives them. */
  private static InputStream dripping(byte[] body) {
    return new ByteArrayInputStream(body) {
      @Override
      public synchronized int read(byte[] into, int from, int length) {
        return super.read(into, from, Math.min(length, 1));
      }
    };
  }
}
