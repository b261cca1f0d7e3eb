package dev.convo.diff;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Links to files that platforms sign anew for every answer: without the signature, the same link.
 */
final class SignedLink {
  /** A signed link has one of these parameters. */
  private static final Set<String> SIGNATURES =
      Set.of("x-amz-signature", "x-goog-signature", "signature", "sig");

  /**
   * Other parameters that stores add when they sign.
   * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html,
   * https://cloud.google.com/storage/docs/authentication/signatures,
   * https://learn.microsoft.com/rest/api/storageservices/create-service-sas, read 2026-11.
   */
  private static final Set<String> SIGNED_ALONG =
      Set.of(
          "expires",
          "key-pair-id",
          "policy",
          "awsaccesskeyid",
          "googleaccessid",
          "se",
          "st",
          "ske",
          "skt");

  private SignedLink() {}

  /** Whether these are one link, signed twice. */
  static boolean same(String before, String after) {
    return isSigned(before) && isSigned(after) && bare(before).equals(bare(after));
  }

  private static boolean isSigned(String link) {
    return (link.startsWith("https://") || link.startsWith("http://"))
        && parameters(link).stream().map(SignedLink::name).anyMatch(SIGNATURES::contains);
  }

  private static List<String> bare(String link) {
    Predicate<String> signature =
        name ->
            SIGNATURES.contains(name)
                || SIGNED_ALONG.contains(name)
                || name.startsWith("x-amz-")
                || name.startsWith("x-goog-");
    return parameters(link).stream().filter(one -> !signature.test(name(one))).toList();
  }

  /** The address, then each parameter of the query. */
  private static List<String> parameters(String link) {
    return Arrays.asList(link.split("[?&]", -1));
  }

  private static String name(String parameter) {
    return parameter.replaceFirst("=.*", "").toLowerCase(Locale.ROOT);
  }
}
