package no.samsnakk.messaging.reading.standing;

import java.time.Instant;
import java.util.UUID;

/** Something that stands in a room: what of it is told across rooms. */
public interface Stands {
  UUID roomId();

  /** The place of the entry that says how it stands. */
  long seq();

  /** Since when it stands like this. */
  Instant since();

  /** Whether she has something to do with it: it is told her before what others have. */
  boolean concerns(UUID personId);
}
