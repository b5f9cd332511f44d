package no.samsnakk.bench.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import no.samsnakk.bench.history.Finding.Kind;
import org.junit.jupiter.api.Test;

/** R6: what is said of people that is not so is found. */
class MarksTest {
  private static final UUID ROOM = new UUID(0, 1);
  private static final UUID VERA = new UUID(1, 1);
  private static final UUID FRIDA = new UUID(1, 2);
  private static final List<Interval> VIEWS = List.of(of(VERA, 1, 5), of(VERA, 6, 9));

  @Test
  void whatWasReadInTwoViewsIsSo() {
    finds(List.of(of(VERA, 2, 3)), List.of(of(VERA, 2, 8)));
  }

  @Test
  void whatWasToldAndStandsThereNoMoreIsFound() {
    finds(List.of(of(VERA, 2, 3)), List.of(of(VERA, 3, 8)), Kind.MARK_LOST);
  }

  @Test
  void whatNobodyGaveHerSheHasNotRead() {
    finds(List.of(), List.of(of(VERA, 9, 10)), Kind.MARKED_UNSEEN);
  }

  @Test
  void whatOthersLookedAtSheHasNotRead() {
    finds(List.of(), List.of(of(FRIDA, 1, 2)), Kind.MARKED_UNSEEN, Kind.MARKED_UNSEEN);
  }

  private static Interval of(UUID person, long from, long to) {
    return new Interval(ROOM, person, from, to);
  }

  private static void finds(List<Interval> told, List<Interval> kept, Kind... kinds) {
    assertEquals(
        List.of(kinds), Marks.check(told, kept, VIEWS).stream().map(Finding::kind).toList());
  }
}
