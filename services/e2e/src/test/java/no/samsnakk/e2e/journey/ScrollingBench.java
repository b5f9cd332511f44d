package no.samsnakk.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import no.samsnakk.e2e.conversation.Frames;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.stage.Journey;
import org.junit.jupiter.api.Test;

/**
 * How smoothly a long conversation scrolls on a slow phone. Not among the journeys of every day:
 * the machine has to be quiet: {@code ./samsnakk bench --scrolling}.
 */
@Journey
class ScrollingBench {
  private static final int MESSAGES = 2_000;
  private static final String NEWEST = "Melding %d.".formatted(MESSAGES);
  private static final int RUNS = 5;

  /** Some ten seconds, hence some three hundred messages and several pages. */
  private static final int PIXELS = 16_000;

  /** What browsers' own tools offer as a phone of the middle range. */
  private static final int SLOWDOWN = 4;

  /** One picture in a hundred may be as late as this; from there on one sees it jerk. */
  private static final double SEEN_TO_JERK_MS = 50;

  private final Cast cast;
  private final Patient are;

  ScrollingBench(Cast cast) {
    this.cast = cast;
    are = cast.are();
  }

  @Test
  void aSlowPhoneScrollsThroughALongConversationSmoothly() {
    Room room = cast.roomForAll("Et rom med en lang historie");
    cast.kari().opensMyRooms();
    cast.kari().hasWritten(MESSAGES, room);

    // The first does not count: the servers' compilers are still at work.
    scrollBack(room);

    List<Frames> plain = new ArrayList<>();
    List<Frames> runs = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      plain.add(are.conversation().scrollsPlainText(MESSAGES, PIXELS, SLOWDOWN));
      runs.add(scrollBack(room));
    }

    plain.forEach(it -> print("plain text", it));
    runs.forEach(it -> print("Samsnakk", it));
    assertThat(runs).allSatisfy(it -> assertThat(it.blank()).as("blank pictures").isZero());
    List<Double> p99 = runs.stream().map(it -> it.quantile(0.99)).sorted().toList();
    assertThat(p99.get(RUNS / 2)).as("the median of p99").isLessThan(SEEN_TO_JERK_MS);
  }

  private Frames scrollBack(Room room) {
    are.opens(room).has(NEWEST);
    Frames frames = are.conversation().scrollsBack(PIXELS, SLOWDOWN);
    are.conversation().hasLeftBehind(NEWEST);
    return frames;
  }

  private static void print(String page, Frames frames) {
    System.out.printf(
        "%-10s %d frames: p50 %.1f ms, p95 %.1f, p99 %.1f, longest %.1f, blank %d%n",
        page,
        frames.intervals().size(),
        frames.quantile(0.5),
        frames.quantile(0.95),
        frames.quantile(0.99),
        frames.quantile(1),
        frames.blank());
  }
}
