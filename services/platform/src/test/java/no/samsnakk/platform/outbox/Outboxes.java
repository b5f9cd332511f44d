package no.samsnakk.platform.outbox;

import java.time.Clock;
import java.util.List;
import no.samsnakk.platform.event.EventSealer;

/** An outbox for the tests of those who append to it. */
public final class Outboxes {
  private Outboxes() {}

  public static Outbox of(String service, Clock clock) {
    return new Outbox(service, clock, EventSealer.of(service, Teller.KEY));
  }

  /** What the row of this one holds. */
  static String payload(OutboxRecord told) {
    return of(Teller.SERVICE, Clock.systemUTC()).parameters(List.of(told)).getArrayOfStrings(3)[0];
  }
}
