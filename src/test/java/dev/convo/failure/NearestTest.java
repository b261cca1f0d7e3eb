package dev.convo.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> KNOWN = List.of("account_id", "base_url", "token", "crm");

  @Test
  void aLetterLeftOutAddedReplacedOrSwappedIsStillNear() {
    assertThat(Nearest.to("acount_id", KNOWN)).contains("account_id");
    assertThat(Nearest.to("accountt_id", KNOWN)).contains("account_id");
    assertThat(Nearest.to("base-url", KNOWN)).contains("base_url");
    assertThat(Nearest.to("tokne", KNOWN)).contains("token");
    assertThat(Nearest.to("cmr", KNOWN)).contains("crm");
  }

  @Test
  void capitalsDoNotMatter() {
    assertThat(Nearest.to("ACOUNT_ID", KNOWN)).contains("account_id");
  }

  @Test
  void aWordThatIsFarFromAllHasNone() {
    assertThat(Nearest.to("password", KNOWN)).isEmpty();
    assertThat(Nearest.to("", KNOWN)).isEmpty();
    assertThat(Nearest.to("-k", List.of("-p", "-o"))).isEmpty();
    assertThat(Nearest.to("x", List.of())).isEmpty();
  }

  @Test
  void aBeginningIsNearerThanAnotherWordOfTheSameLetters() {
    assertThat(Nearest.to("fail", List.of("mail", "failed"))).contains("failed");
    assertThat(Nearest.to("TRANS", List.of("table", "transcript"))).contains("transcript");
    assertThat(Nearest.to("mai", List.of("mails", "mail"))).contains("mail");
    assertThat(Nearest.to("js", List.of("json"))).isEmpty();
  }

  @Test
  void theNearestOfSeveralIsTaken() {
    assertThat(Nearest.to("work2", List.of("work-1", "work1", "word"))).contains("work1");
  }
}
