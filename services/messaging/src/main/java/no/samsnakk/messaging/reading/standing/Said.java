package no.samsnakk.messaging.reading.standing;

import static no.samsnakk.messaging.operations.log.MessagingLog.LOG;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Optional;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.entry.Entry;
import no.samsnakk.contracts.entry.Envelope;
import no.samsnakk.messaging.reading.access.Access;

/**
 * What an entry says itself, which counts, and not what it was found by.
 *
 * @param access everybody's to its room
 */
public record Said<P>(Envelope envelope, P says, Access access) {
  /** Nothing where it does not open, or is no such payload; the operator is told. */
  static <P> Optional<Said<P>> of(Entry entry, Class<P> payload, Access access) {
    if (entry.payload() == null) {
      return Optional.empty();
    }
    try {
      var says = Json.MAPPER.treeToValue(entry.payload(), payload);
      return Optional.of(new Said<>(entry.envelope(), says, access));
    } catch (JsonProcessingException e) {
      LOG.undecipherable(e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  /** Whether all of it has opened. */
  public static <P> boolean areAllOpen(List<Optional<Said<P>>> said) {
    return said.stream().allMatch(Optional::isPresent);
  }

  /** Never what it says (R9). */
  @Override
  public String toString() {
    return "Said[roomId=" + envelope.roomId() + ", seq=" + envelope.seq() + "]";
  }
}
