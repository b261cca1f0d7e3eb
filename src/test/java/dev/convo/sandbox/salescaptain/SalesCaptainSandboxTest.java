package dev.convo.sandbox.salescaptain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.sandbox.Caller;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SalesCaptainSandboxTest {
  private static final String ID = "3f9c2b71-8d54-4e06-a1b7-5c20e9d8";
  private static final String CONVERSATION = "/v1/fetch-conversation/" + ID;
  private static final String COMPANY = "0d6c4a52-91be-4f07-83a5-2e7f1b9c6d30";
  private static final String MESSAGES = "/v1/fetch-messages/" + COMPANY + "/" + ID;
  private static final Pattern NUMBER = Pattern.compile("\"message\":\"#(\\d+) ");
  private static final Instant NOW = Instant.parse("2026-04-01T12:00:00.250Z");

  private final Caller open =
      Caller.of(
          new SalesCaptainSandbox(InstantSource.fixed(NOW)),
          "Authorization",
          "Bearer demo-salescaptain-token");

  @AfterEach
  void stop() {
    open.close();
  }

  private List<Integer> numbers(String query) throws Exception {
    HttpResponse<String> response = open.get(MESSAGES + "0100" + query);
    assertThat(response.statusCode()).isEqualTo(200);
    return NUMBER
        .matcher(response.body())
        .results()
        .map(found -> Integer.valueOf(found.group(1)))
        .toList();
  }

  private static List<Integer> numbered(int first, int last) {
    List<Integer> numbers = new ArrayList<>();
    for (int number = Math.min(first, last); number <= Math.max(first, last); number++) {
      numbers.add(number);
    }
    if (first > last) {
      Collections.reverse(numbers);
    }
    return numbers;
  }

  @Test
  void withoutItsTokenNothingIsOpen() throws Exception {
    String unauthorized =
        """
        401 {"error":"Unauthorized access","code":"UNAUTHORIZED",\
        "timestamp":"2026-04-01T12:00:00.250Z",\
        "path":"/v1/fetch-conversation/3f9c2b71-8d54-4e06-a1b7-5c20e9d80042"}""";

    assertThat(open.with().said(CONVERSATION + "0042")).isEqualTo(unauthorized);
    assertThat(open.with("Authorization", "Bearer guess").said(CONVERSATION + "0042"))
        .isEqualTo(unauthorized);
    assertThat(open.with("Authorization", "demo-salescaptain-token").said(CONVERSATION + "0042"))
        .isEqualTo(unauthorized);
  }

  @Test
  void anUnknownConversationIsAProblem() throws Exception {
    String problem =
        """
        404 {"status":"failure","error":"Problem encountered while fetching conversation!"}""";

    assertThat(open.said(CONVERSATION + "0041")).isEqualTo(problem);
    assertThat(open.said("/v1/fetch-conversation/42")).isEqualTo(problem);
    assertThat(open.said(CONVERSATION + "%2F..%2F0042")).isEqualTo(problem);
  }

  @Test
  void aMissingIdIsNamed() throws Exception {
    assertThat(open.said("/v1/fetch-conversation/"))
        .isEqualTo(
            """
            400 {"status":"failure","error":"Required parameters missing: conversation_id"}""");
  }

  @Test
  void capitalsNameTheSameConversation() throws Exception {
    assertThat(open.said("/v1/fetch-conversation/" + ID.toUpperCase(Locale.ROOT) + "0042"))
        .isEqualTo(open.said(CONVERSATION + "0042"))
        .startsWith("200 ");
  }

  @Test
  void theConversationLiesInItsEnvelope() throws Exception {
    assertThat(open.said(CONVERSATION + "0001"))
        .isEqualTo(
            """
            200 {
              "message": "Conversation fetched successfully!",
              "conversation": {
                "data": {
                  "contact_id": "5b8e2f40-6c1d-4a97-b3e2-90d7c4a10001",
                  "contact_name": null,
                  "contact_number": null,
                  "contact_email": null,
                  "conversation_id": "3f9c2b71-8d54-4e06-a1b7-5c20e9d80001",
                  "conversation_profile_id": "c2d81a6f-3b40-4d59-8e7a-61f0b5d90001",
                  "conversation_profile_number": "+12025550142",
                  "conversation_profile_email": "hello@example.com",
                  "last_message": null,
                  "assigned_to": null,
                  "updated_at": null,
                  "created_at": "2026-03-16T06:00:00.000Z",
                  "seen_by": null,
                  "is_chat_opened": false
                }
              }
            }
            """);
  }

  @Test
  void tenOfTheNewestComeFirstUnlessAskedOtherwise() throws Exception {
    assertThat(numbers("?page_number=1")).isEqualTo(numbered(3000, 2991));
    assertThat(numbers("?page_number=2&sort_by=created_at")).isEqualTo(numbered(2990, 2981));
  }

  @Test
  void aHundredOfTheOldestCanBeAskedFor() throws Exception {
    String ascending = "&items_per_page=100&sort_by=created_at&sort_dir=asc";

    assertThat(numbers("?page_number=1" + ascending)).isEqualTo(numbered(1, 100));
    assertThat(numbers("?page_number=30" + ascending)).isEqualTo(numbered(2901, 3000));
    assertThat(numbers("?page_number=31" + ascending)).isEmpty();
    assertThat(numbers("?page_number=99999999" + ascending)).isEmpty();
  }

  @Test
  void aPageTellsTheTotals() throws Exception {
    assertThat(open.said(MESSAGES + "0001?page_number=1"))
        .isEqualTo(
            """
            200 {"message":"Messages fetched successfully!","messages":{"data":[],"pagination":\
            {"page_number":1,"items_per_page":10,"total_count":0,"total_pages":0}}}""");
    assertThat(open.get(MESSAGES + "0042?page_number=2&items_per_page=10").body())
        .endsWith(
            """
            "pagination":\
            {"page_number":2,"items_per_page":10,"total_count":12,"total_pages":2}}}""");
  }

  @Test
  void aPageOutsideTheLimitsIsRefused() throws Exception {
    String missing =
        """
        400 {"status":"failure","error":"Required parameters missing: page_number"}""";
    assertThat(open.said(MESSAGES + "0042")).isEqualTo(missing);
    assertThat(open.said(MESSAGES + "0042?page_number=")).isEqualTo(missing);

    for (String wrong :
        List.of(
            "page_number=0",
            "page_number=one",
            "page_number=1&items_per_page=9",
            "page_number=1&items_per_page=101",
            "page_number=1&items_per_page=many",
            "page_number=1&sort_by=text",
            "page_number=1&sort_dir=down")) {
      String last = wrong.replaceAll(".*&|=.*", "");
      assertThat(open.said(MESSAGES + "0042?" + wrong))
          .isEqualTo(
              "400 {\"status\":\"failure\",\"error\":\"Invalid value for parameter: "
                  + last
                  + "\"}");
    }
  }

  @Test
  void anotherCompanyIsForbidden() throws Exception {
    String other = "/v1/fetch-messages/0d6c4a52-91be-4f07-83a5-2e7f1b9c6d31/" + ID + "0042";

    assertThat(open.said(other + "?page_number=1"))
        .isEqualTo(
            """
            403 {"error":"Forbidden access","code":"FORBIDDEN",\
            "timestamp":"2026-04-01T12:00:00.250Z","path":"%s"}"""
                .formatted(other));
  }

  @Test
  void theRateLimitSaysWhenItEnds() throws Exception {
    HttpResponse<String> first = open.get(CONVERSATION + "0429");
    HttpResponse<String> hour = open.get(CONVERSATION + "9429");

    assertThat(first.statusCode() + " " + first.body())
        .isEqualTo(
            """
            429 {"error":"Too many requests, please try again later",\
            "code":"RATE_LIMIT_EXCEEDED","timestamp":"2026-04-01T12:00:00.250Z",\
            "path":"/v1/fetch-conversation/3f9c2b71-8d54-4e06-a1b7-5c20e9d80429"}""");
    assertThat(first.headers().firstValue("X-RateLimit-Limit")).hasValue("30");
    assertThat(first.headers().firstValue("X-RateLimit-Remaining")).hasValue("0");
    assertThat(first.headers().firstValue("X-RateLimit-Reset")).hasValue("1775044801");
    assertThat(open.get(CONVERSATION + "0429").statusCode()).isEqualTo(200);
    assertThat(hour.headers().firstValue("X-RateLimit-Reset")).hasValue("1775048400");
    assertThat(open.get(CONVERSATION + "9429").statusCode()).isEqualTo(429);
  }

  @Test
  void failuresHaveTheirOwnForms() throws Exception {
    assertThat(open.said(CONVERSATION + "0200"))
        .isEqualTo(
            """
            200 {"status":"failure","error":"The conversation service is being moved"}""");
    assertThat(open.said(CONVERSATION + "0204"))
        .isEqualTo(
            """
            200 {"message":"Conversation fetched successfully!","conversation":{"data":null}}""");
    assertThat(open.said(CONVERSATION + "0404"))
        .isEqualTo(
            """
            200 {"status":"failure","error":"Problem encountered while fetching conversation!"}""");
    assertThat(open.said(CONVERSATION + "0500"))
        .isEqualTo(
            """
            500 {"error":"Problem encountered while fetching conversation!",\
            "code":"INTERNAL_ERROR","timestamp":"2026-04-01T12:00:00.250Z",\
            "path":"/v1/fetch-conversation/3f9c2b71-8d54-4e06-a1b7-5c20e9d80500"}""");
    assertThat(open.get(CONVERSATION + "0206").statusCode()).isEqualTo(200);
    assertThat(open.get(MESSAGES + "0206?page_number=1").statusCode()).isEqualTo(500);
  }

  @Test
  void theGatewayAnswersWithAPage() throws Exception {
    HttpResponse<String> page = open.get(CONVERSATION + "0403");

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    assertThat(page.headers().firstValue("CF-RAY")).hasValue("8f2a6c1d9e04b7a3-FRA");
  }

  @Test
  void otherPathsAndMethodsAreNotFound() throws Exception {
    String notFound =
        """
        {"error":"Route not found","code":"NOT_FOUND","timestamp":"2026-04-01T12:00:00.250Z",\
        "path":"%s"}""";

    assertThat(open.said("/v1/nothing")).isEqualTo("404 " + notFound.formatted("/v1/nothing"));
    assertThat(open.send("DELETE", CONVERSATION + "0042").body())
        .isEqualTo(notFound.formatted(CONVERSATION + "0042"));
  }
}
