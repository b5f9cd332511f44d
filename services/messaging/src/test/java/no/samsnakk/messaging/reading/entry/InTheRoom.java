package no.samsnakk.messaging.reading.entry;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.entry.Entry;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.contracts.entry.Envelope;
import no.samsnakk.messaging.reading.access.Access;
import no.samsnakk.messaging.reading.access.Right;

/** What something that is said meets in a room. */
final class InTheRoom {
  private static final UUID SOMEBODY = new UUID(0, 99);

  private InTheRoom() {}

  /** These may write there, and nobody else. */
  static Access of(Collection<UUID> people) {
    return new Access(
        1,
        people.stream()
            .collect(
                Collectors.toMap(Function.identity(), it -> new Right(null, true, true, null))));
  }

  /** A row that somebody has written, as far as what is said of it asks. */
  static AmendingKind.Row by(UUID authorId) {
    return new AmendingKind.Row(authorId, "TEXT", Instant.EPOCH, Set.of(), false);
  }

  /** A row that says this. */
  static Entry row(String kind, long seq, Object says, Instant at) {
    var envelope =
        new Envelope(
            SOMEBODY, seq, SOMEBODY, SOMEBODY, SOMEBODY, null, EntryClass.VISIBLE, kind, 1, at, 1);
    return new Entry(envelope, Json.MAPPER.valueToTree(says));
  }
}
