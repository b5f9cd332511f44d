package no.samsnakk.notifications.story;

import java.time.Duration;
import java.time.Instant;

/**
 * Who waits at a stand-in for an answer, until a test lets him go. The stand-ins and the tests have
 * been loaded apart from each other, and have nothing in common but the machine's properties.
 */
final class Held {
  private static final String HELD = "test.held.";
  private static final String WAITING = "somebody waits";
  private static final String REFUSED = "test.refused.";

  /** Longer than anybody waits for an answer. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private Held() {}

  /** Whoever asks for this from now on waits. */
  static void hold(String name) {
    System.setProperty(HELD + name, "");
  }

  static void letGo(String name) {
    System.clearProperty(HELD + name);
  }

  static boolean isWaitedFor(String name) {
    return WAITING.equals(System.getProperty(HELD + name));
  }

  /** Returns when this is not held, or no longer. */
  static void pass(String name) throws InterruptedException {
    var end = Instant.now().plus(LONGEST);
    while (System.getProperty(HELD + name) != null && Instant.now().isBefore(end)) {
      System.getProperties().replace(HELD + name, "", WAITING);
      Thread.sleep(20);
    }
  }

  /** The next so many that ask for this are refused. */
  static void refuse(String name, int times) {
    System.setProperty(REFUSED + name, "" + times);
  }

  /** Whether this one is. */
  static boolean isRefused(String name) {
    int times = Integer.getInteger(REFUSED + name, 0);
    refuse(name, Math.max(0, times - 1));
    return times > 0;
  }
}
