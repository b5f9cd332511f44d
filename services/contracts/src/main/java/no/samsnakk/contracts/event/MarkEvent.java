package no.samsnakk.contracts.event;

import java.time.Instant;
import java.util.UUID;

/** Says something of one person and some messages of a room, which stays so from then on. */
public sealed interface MarkEvent extends MessageEvent permits MessagesRead, MessagesReceived {
  UUID roomId();

  UUID personId();

  /** The first of the messages. */
  long first();

  /** The last of the messages. */
  long seq();

  Instant at();
}
