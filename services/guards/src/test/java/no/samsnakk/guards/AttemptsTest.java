package no.samsnakk.guards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.List;
import no.samsnakk.guards.Verdict.Broken;
import no.samsnakk.guards.Verdict.Found;
import no.samsnakk.guards.Verdict.Missed;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  @Test
  void whatIsFoundAtOnceIsNotTriedAgain() throws Exception {
    assertEquals(new Attempts(new Found(), 1), after(new Found(), new Missed()));
    assertEquals("", after(new Found()).toString());
  }

  @Test
  void whatIsFoundLaterIsFoundAndSaysSo() throws Exception {
    var attempts = after(new Broken("did not start"), new Missed(), new Found());

    assertEquals(new Attempts(new Found(), 3), attempts);
    assertEquals(", at attempt 3", attempts.toString());
  }

  @Test
  void whatIsNeverFoundFails() throws Exception {
    assertEquals(
        new Attempts(new Missed(), 3),
        after(new Missed(), new Missed(), new Missed(), new Found()));
  }

  private static Attempts after(Verdict... verdicts) throws Exception {
    var left = new ArrayDeque<>(List.of(verdicts));
    return Attempts.of(left::pop);
  }
}
