package no.samsnakk.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {
  /** More than there are ports for a connection's own end. */
  private static final int OFTEN = 30_000;

  /** Linux gives a connection's own end a port like those that we ask at, and now and then ours. */
  @Test
  void nobodyAnswersWhereNobodyListensHoweverOftenOneAsks() {
    int port =
        IntStream.generate(Ports::free)
            .limit(100)
            .filter(it -> it % 2 == 0)
            .findFirst()
            .orElse(40_000);

    long answers = IntStream.range(0, OFTEN).filter(_ -> Ports.answers(port)).count();

    assertEquals(0, answers);
    assertFalse(Ports.taken(port));
  }
}
