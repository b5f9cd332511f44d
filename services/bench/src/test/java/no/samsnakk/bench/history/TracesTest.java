package no.samsnakk.bench.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.bench.history.Finding.Kind;
import org.junit.jupiter.api.Test;

/** R6: a delivery outside of every logged view is found. */
class TracesTest {
  private static final UUID ROOM = new UUID(0, 1);
  private static final UUID ELSEWHERE = new UUID(0, 2);
  private static final UUID VERA = new UUID(1, 1);
  private static final UUID FRIDA = new UUID(1, 2);

  @Test
  void whatLiesInOneOfHerViewsIsLogged() {
    finds(3, List.of(new Interval(ROOM, VERA, 1, 2), new Interval(ROOM, VERA, 3, 3)));
  }

  @Test
  void aViewThatWasLeftOpenHoldsAllThatFollowed() {
    finds(3, List.of(new Interval(ROOM, VERA, 2, Long.MAX_VALUE)));
  }

  @Test
  void whatCameAfterTheEndOfHerViewIsNot() {
    finds(3, List.of(new Interval(ROOM, VERA, 1, 2)), Kind.UNLOGGED);
  }

  @Test
  void whatCameBeforeItsBeginningIsNot() {
    finds(3, List.of(new Interval(ROOM, VERA, 4, 9)), Kind.UNLOGGED);
  }

  @Test
  void anothersViewIsNotHers() {
    finds(3, List.of(new Interval(ROOM, FRIDA, 1, 9)), Kind.UNLOGGED);
  }

  @Test
  void aViewOfAnotherRoomIsNotOfThisOne() {
    finds(3, List.of(new Interval(ELSEWHERE, VERA, 1, 9)), Kind.UNLOGGED);
  }

  private static void finds(long seq, List<Interval> views, Kind... kinds) {
    Note seen = new Note.Seen(7, ROOM, seq, new UUID(7, 1), 1);
    var found = Traces.check(List.of(seen), views, Map.of(7, VERA));
    assertEquals(List.of(kinds), found.stream().map(Finding::kind).toList());
  }
}
