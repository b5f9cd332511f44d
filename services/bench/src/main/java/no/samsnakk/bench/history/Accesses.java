package no.samsnakk.bench.history;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import no.samsnakk.bench.history.Finding.Kind;

/**
 * Who has lost access to what, and under which epoch (R4).
 *
 * <p>A message that carries the epoch of the withdrawal, or a later one, was committed after it:
 * both take the same lock. So it does not matter whether it was shown just before or just after the
 * withdrawal was answered, the viewer should not have had it. Once she may have access again she
 * may see everything, also what was written meanwhile.
 */
final class Accesses {
  private record Place(int viewer, UUID roomId) {}

  private final Map<Place, Long> endedUnder = new HashMap<>();
  private final Map<Place, Long> newestSeen = new HashMap<>();
  private final Consumer<Finding> findings;

  Accesses(Consumer<Finding> findings) {
    this.findings = findings;
  }

  void seen(Note.Seen seen) {
    var place = new Place(seen.viewer(), seen.roomId());
    newestSeen.merge(place, seen.accessEpoch(), Math::max);
    compare(place, seen.accessEpoch());
  }

  void ended(Note.AccessEnded ended) {
    var place = new Place(ended.viewer(), ended.roomId());
    endedUnder.putIfAbsent(place, ended.accessEpoch());
    compare(place, newestSeen.getOrDefault(place, Long.MIN_VALUE));
  }

  void given(Note.AccessGiven given) {
    var place = new Place(given.viewer(), given.roomId());
    endedUnder.remove(place);
    newestSeen.remove(place);
  }

  private void compare(Place place, long epoch) {
    long ended = endedUnder.getOrDefault(place, Long.MAX_VALUE);
    if (epoch >= ended) {
      var what = "viewer %d saw a message of epoch %d in room %s, without access since epoch %d";
      findings.accept(
          new Finding(
              Kind.SEEN_WITHOUT_ACCESS,
              what.formatted(place.viewer(), epoch, place.roomId(), ended)));
    }
  }
}
