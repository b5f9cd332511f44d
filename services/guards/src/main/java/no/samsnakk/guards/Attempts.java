package no.samsnakk.guards;

import java.io.IOException;
import no.samsnakk.guards.Verdict.Found;

/**
 * What came of a guard in the end. One that was not found is tried again: a busy machine keeps a
 * test from beginning, and a race does not come up each time. That it took more than one is said.
 *
 * @param verdict of the last attempt
 * @param tries how many there were, at most three
 */
record Attempts(Verdict verdict, int tries) {
  private static final int MOST = 3;

  /** Takes a guard out once. */
  interface Attempt {
    Verdict run() throws IOException, InterruptedException;
  }

  static Attempts of(Attempt attempt) throws IOException, InterruptedException {
    int tries = 1;
    var verdict = attempt.run();
    while (!(verdict instanceof Found) && tries < MOST) {
      verdict = attempt.run();
      tries++;
    }
    return new Attempts(verdict, tries);
  }

  @Override
  public String toString() {
    return tries == 1 ? "" : ", at attempt " + tries;
  }
}
