package dev.convo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test whose stub has an answer that was never asked for: a test that prepares more than it
 * needs says something about the code that is no longer true. JUnit finds this extension by itself.
 */
public final class UnusedAnswers implements AfterEachCallback {
  private static final List<Supplier<? extends Collection<String>>> STUBS = new ArrayList<>();

  /**
   * Watches a stub of the test at hand.
   *
   * @param unused what has not been asked for so far
   */
  public static void watch(Supplier<? extends Collection<String>> unused) {
    synchronized (STUBS) {
      STUBS.add(unused);
    }
  }

  @Override
  public void afterEach(ExtensionContext test) {
    List<String> unused = new ArrayList<>();
    synchronized (STUBS) {
      STUBS.forEach(stub -> unused.addAll(stub.get()));
      STUBS.clear();
    }
    // A test that has failed may well have left something out.
    if (test.getExecutionException().isEmpty() && !unused.isEmpty()) {
      throw new AssertionError("never asked for: " + String.join(", ", unused));
    }
  }
}
