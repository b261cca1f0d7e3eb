package dev.convo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoopbackTest {
  @Test
  void theMachinesOwnNamesAndAddressesAreLoopback() {
    assertThat(
            List.of(
                "localhost",
                "LOCALHOST",
                "127.0.0.1",
                "127.255.1.9",
                "::1",
                "[::1]",
                "0:0:0:0:0:0:0:1"))
        .allMatch(Loopback::is);
  }

  @Test
  void whatOnlyLooksLikeThemIsNot() {
    assertThat(
            List.of(
                "localhost.example.com",
                "my.localhost",
                "127.0.0.1.example.com",
                "127.1",
                "127.0.0.256",
                "128.0.0.1",
                "::2",
                "0.0.0.0",
                ""))
        .noneMatch(Loopback::is);
  }
}
