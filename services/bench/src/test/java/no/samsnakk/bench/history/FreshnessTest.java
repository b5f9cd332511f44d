package no.samsnakk.bench.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import no.samsnakk.bench.history.Finding.Kind;
import org.junit.jupiter.api.Test;

/** R3: what was built up and what is read afresh are compared where both reach. */
class FreshnessTest {
  private static final UUID ROOM = new UUID(0, 1);

  @Test
  void theSameIsTheSame() {
    finds(room(1, 5), room(1, 5));
  }

  @Test
  void anEmptyRoomIsTheSame() {
    finds(room(1, 0), room(1, 0));
  }

  @Test
  void whatOnlyOneOfThemReachesBackToDoesNotCount() {
    finds(room(1, 9), room(6, 9));
    finds(room(6, 9), room(1, 9));
  }

  @Test
  void whoMissesTheLastOneIsStale() {
    finds(room(1, 4), room(1, 5), Kind.STALE);
  }

  @Test
  void whoHasOneThatIsNotThereIsStale() {
    finds(room(1, 5), room(1, 4), Kind.STALE);
  }

  @Test
  void whoHasNothingIsStale() {
    finds(room(1, 0), room(1, 5), Kind.STALE);
  }

  @Test
  void whoHasTheRestOfAnEmptyRoomIsStale() {
    finds(room(1, 5), room(1, 0), Kind.STALE);
  }

  @Test
  void whoHasAHoleIsStale() {
    var built = room(1, 9);
    built.remove(3L);

    finds(built, room(6, 9), Kind.STALE);
  }

  @Test
  void whoHasAnotherTextUnderTheSameNumberIsStale() {
    var built = room(1, 5);
    built.put(3L, new UUID(9, 9));

    finds(built, room(1, 5), Kind.STALE);
  }

  private static void finds(
      SortedMap<Long, UUID> built, SortedMap<Long, UUID> fresh, Kind... kinds) {
    var found = Freshness.check(List.of(new Reading(7, ROOM, built, fresh)));
    assertEquals(List.of(kinds), found.stream().map(Finding::kind).toList());
  }

  private static SortedMap<Long, UUID> room(long from, long to) {
    var messages = new TreeMap<Long, UUID>();
    LongStream.rangeClosed(from, to).forEach(seq -> messages.put(seq, new UUID(0, seq)));
    return messages;
  }
}
