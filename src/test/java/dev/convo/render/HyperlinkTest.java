package dev.convo.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Extras;
import dev.convo.model.Glossary;
import dev.convo.model.Message;
import dev.convo.model.Role;
import dev.convo.model.Visibility;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A hyperlink leads to what it shows, whatever is in and around the address. */
class HyperlinkTest {
  private static final String[] PIECES = {
    "https://a.example/",
    "http://b.example/x?y=1#z",
    "https://",
    "HTTPS://C.EXAMPLE/",
    "://",
    "https://bank.example@evil.example/",
    "javascript://d.example/%0aalert(1)",
    "file:///etc/passwd",
    "\u001b]8;;https://evil.example\u001b\\",
    "\u001b]8;;\u001b\\",
    "\u001b\\",
    "\u001b",
    "\\",
    "\u0007",
    "\u009c",
    "\u009d8;;https://evil.example\u009c",
    "\u202e",
    "\u200b",
    "\n",
    "\t",
    " ",
    "\u00a0",
    "\u3000",
    "é",
    "漢字",
    "ехаmple",
    "─",
    ";",
    ":",
    "(",
    ")",
    "[",
    "]",
    "\"",
    "'",
    "<",
    ">",
    ".",
    ",",
    "%1b%5d",
    "e",
    "find me",
  };

  /** The address to open, the address shown, and the end. */
  private static final Pattern LINK =
      Pattern.compile(
          "\u001b]8;;(https?://[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]+)\u001b\\\\"
              + "([^\u001b]*)\u001b]8;;\u001b\\\\");

  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

  private final Random random = new Random(42);

  @ParameterizedTest
  @EnumSource(names = {"TABLE", "TRANSCRIPT"})
  void itHasNoOtherTargetAndEndsWhereItsAddressEnds(Format format) throws IOException {
    int links = 0;
    for (int i = 0; i < 400; i++) {
      Document document = document();
      int columns = i % 4 == 0 ? 0 : 32 + random.nextInt(100);

      String plain = render(format, document, columns, false);
      String linked = render(format, document, columns, true);

      Matcher link = LINK.matcher(linked);
      while (link.find()) {
        links++;
        assertThat(link.group(2)).isEqualTo(link.group(1));
      }
      String shown = LINK.matcher(linked).replaceAll("$2");
      assertThat(COLOUR.matcher(shown).replaceAll("")).isEqualTo(plain);
    }
    assertThat(links).isGreaterThan(400);
  }

  private static String render(Format format, Document document, int columns, boolean links)
      throws IOException {
    Wanted wanted = new Wanted(true, List.of(), HyperlinkTest::found);
    Layout layout = new Layout(columns, ZoneOffset.UTC, links, links, wanted);
    return RendererTest.render(format, layout, document);
  }

  /** A search that also finds what is inside addresses. */
  private static int[] found(String line) {
    return Pattern.compile("e|find me|//")
        .matcher(line)
        .results()
        .flatMapToInt(one -> java.util.stream.IntStream.of(one.start(), one.end()))
        .toArray();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(9); i >= 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private Document document() {
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      messages.add(
          Message.of("m" + i)
              .role(Role.CUSTOMER)
              .visibility(Visibility.PUBLIC)
              .text(text())
              .attachments(
                  List.of(new Attachment(null, text(), text(), text(), null, Attributes.NONE)))
              .extras(Extras.with().failure(text()).build())
              .build());
    }
    return new Document(
        Conversation.of("crm").id("42").url(text()).subject(text()).messages(messages).build(),
        Samples.meta(new Completeness(true, null, List.of())),
        Glossary.of());
  }
}
