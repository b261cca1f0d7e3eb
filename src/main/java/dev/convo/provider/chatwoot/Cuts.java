package dev.convo.provider.chatwoot;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where to cut a range of ids whose answer reached the server's limit. All conversations share one
 * sequence of ids, so those of one lie anywhere in the range, seldom evenly.
 */
final class Cuts {
  /** Messages expected in a part: few enough that most parts stay below the limit. */
  private static final int EXPECTED = 700;

  private static final int MOST_PARTS = 16;

  private Cuts() {}

  /**
   * The bounds between the parts, ascending. If the known ids suggest 3 to 16 parts, these are
   * equally wide. Otherwise there is one cut, in the middle of the answer, which leaves half of a
   * full answer on either side: so 1,000 messages cost at most four requests, wherever they lie.
   *
   * @param answered the ids of the answer, ascending
   * @param newest other ids that are known to be in the range, ascending
   * @return empty if there is nothing to cut between
   */
  static List<BigInteger> of(List<BigInteger> answered, List<BigInteger> newest) {
    if (answered.size() < 2) {
      return List.of();
    }
    BigInteger low = first(answered).min(newest.isEmpty() ? first(answered) : first(newest));
    BigInteger high = last(answered).max(newest.isEmpty() ? last(answered) : last(newest));
    BigInteger width = high.subtract(low);
    BigInteger expected =
        width
            .multiply(BigInteger.valueOf(answered.size()))
            .divide(last(answered).subtract(first(answered)));
    BigInteger parts = expected.divide(BigInteger.valueOf(EXPECTED)).add(BigInteger.ONE);
    if (parts.compareTo(BigInteger.valueOf(MOST_PARTS)) > 0 || parts.intValue() < 3) {
      int middle = answered.size() / 2;
      // Rounded up: not the id of a message, where that is possible.
      BigInteger sum = answered.get(middle - 1).add(answered.get(middle));
      return List.of(sum.add(BigInteger.ONE).shiftRight(1));
    }
    return IntStream.range(1, parts.intValue())
        .mapToObj(part -> low.add(width.multiply(BigInteger.valueOf(part)).divide(parts)))
        .toList();
  }

  private static BigInteger first(List<BigInteger> ids) {
    return ids.get(0);
  }

  private static BigInteger last(List<BigInteger> ids) {
    return ids.get(ids.size() - 1);
  }
}
