package no.samsnakk.platform.event;

import java.time.Instant;
import no.samsnakk.contracts.event.EventData;
import org.jspecify.annotations.Nullable;

/** What a record from Kafka turned out to be. */
public sealed interface Heard {

  /**
   * An event of the service that may tell it.
   *
   * @param at when it was told, by its teller's clock; the epoch where that is not said
   * @param teller the service that has sealed it; none of what is believed without a seal
   * @param whole whether an entry of the log says nothing that only tomorrow's version knows
   */
  record Told(EventData event, Instant at, @Nullable String teller, boolean whole)
      implements Heard {}

  /** Of a type that only tomorrow's version knows. */
  record PassesBy() implements Heard {}

  /** Not an event of ours; {@code why} names the kind of trouble, not the text (R9). */
  record Unreadable(String why) implements Heard {}

  /** Without any seal: from before there were seals, or forged. */
  record Unsealed() implements Heard {}

  /** Nobody who may tell it has told it; {@code why} names the kind of trouble. */
  record Forged(String why) implements Heard {}
}
