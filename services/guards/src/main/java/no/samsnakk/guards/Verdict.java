package no.samsnakk.guards;

/** What came of taking one guard out. */
sealed interface Verdict {
  /** Its test failed: what it guards is tested. */
  record Found() implements Verdict {}

  /** Its test passed without it. */
  record Missed() implements Verdict {}

  /** Nothing was shown: it did not compile, did not start, or the test did not run. */
  record Broken(String why) implements Verdict {}
}
