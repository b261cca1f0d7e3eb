package dev.convo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadersTest {
  @Test
  void theServersOwnRequestIdGoesBeforeThatOfAGateway() {
    Headers headers =
        new Headers(
            List.of(
                Map.entry("cf-ray", "8d1-FRA"),
                Map.entry("request-id", " "),
                Map.entry("x-request-id", "r-1")));

    assertThat(headers.requestId()).contains("r-1");
  }

  @Test
  void theRequestIdIsFoundUnderTheUsualNames() {
    for (String name : List.of("X-REQUEST-ID", "request-id", "x-amzn-RequestId", "CF-Ray")) {
      assertThat(new Headers(List.of(Map.entry(name, "r-1"))).requestId()).as(name).contains("r-1");
    }
    assertThat(Headers.NONE.requestId()).isEmpty();
  }
}
