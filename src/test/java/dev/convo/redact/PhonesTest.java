package dev.convo.redact;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Our rules, held against the numbers of every country as its people write them. */
class PhonesTest {
  private static final PhoneNumberUtil COUNTRIES = PhoneNumberUtil.getInstance();

  private static final String AROUND = "from %s to 12, thanks";

  /** Where a fixed line is written as no other number of these rules is. */
  private static final Set<String> NOT_FOUND = Set.of("BT", "BY", "CI", "MZ", "SO");

  @Test
  void withItsCountryEveryNumberIsFound() {
    Set<String> missed = new TreeSet<>();
    for (String region : COUNTRIES.getSupportedRegions()) {
      for (PhoneNumber number : examples(region)) {
        for (PhoneNumberFormat format :
            List.of(
                PhoneNumberFormat.E164,
                PhoneNumberFormat.INTERNATIONAL,
                PhoneNumberFormat.RFC3966)) {
          check(region, COUNTRIES.format(number, format), List.of(), missed);
        }
        check(
            region,
            COUNTRIES.format(number, PhoneNumberFormat.E164).replace("+", "00"),
            List.of(),
            missed);
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void withoutItEveryNumberIsFoundWhereTheCountryIsKnown() {
    Set<String> missed = new TreeSet<>();
    for (String region : COUNTRIES.getSupportedRegions()) {
      List<PhoneNumber> examples = examples(region);
      List<String> known = List.of(COUNTRIES.format(examples.get(0), PhoneNumberFormat.E164));
      for (PhoneNumber number : examples.subList(1, examples.size())) {
        String digits = String.valueOf(number.getNationalNumber());
        if (digits.length() > 6 && !NOT_FOUND.contains(region)) { // Shorter ones could be anything.
          check(region, COUNTRIES.format(number, PhoneNumberFormat.NATIONAL), known, missed);
        }
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void aKnownNumberIsFoundHoweverItIsWritten() {
    Set<String> missed = new TreeSet<>();
    for (String region : COUNTRIES.getSupportedRegions()) {
      for (PhoneNumber number : examples(region)) {
        String known = COUNTRIES.format(number, PhoneNumberFormat.E164);
        for (PhoneNumberFormat format : PhoneNumberFormat.values()) {
          check(region, COUNTRIES.format(number, format), List.of(known), missed);
        }
      }
    }
    assertThat(missed).isEmpty();
  }

  /** A mobile number first, as a customer's, then a fixed line and others that people have. */
  private static List<PhoneNumber> examples(String region) {
    List<PhoneNumber> examples = new ArrayList<>();
    for (PhoneNumberType type : List.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE)) {
      PhoneNumber one = COUNTRIES.getExampleNumberForType(region, type);
      if (one != null) {
        examples.add(one);
      }
    }
    return examples;
  }

  /** Nothing may be left but a digit that leads out of a region. */
  private static void check(String region, String number, List<String> known, Set<String> missed) {
    Spans spans = new Spans(Decoded.plain(AROUND.formatted(number)));
    new Phones(known).find(spans, Texts.Place.TEXT);
    if (!spans
        .applied(found -> "PHONE")
        .matches("from (tel:|\\(?8 |\\(?06 )?PHONE to 12, thanks")) {
      missed.add(region + " " + number + " " + known + ": " + spans.applied(found -> "PHONE"));
    }
  }
}
