package no.samsnakk.bench.phase;

import java.time.Duration;
import java.util.List;
import no.samsnakk.bench.Options;
import no.samsnakk.bench.Setting;
import no.samsnakk.bench.load.Onlookers;
import no.samsnakk.bench.load.Seat;
import no.samsnakk.bench.load.Steady;
import no.samsnakk.bench.report.Measured;

/**
 * A room with a long history is opened again and again: from {@code open} until the first screen
 * has come, its view in the log before it (R6). Older pages come by REST, which wants a token of
 * the issuer; there is none here.
 */
final class Openings implements Phase {
  private static final int FILL_PER_SECOND = 400;
  private static final int PER_SECOND = 25;
  private static final int SOCKETS = 20;

  @Override
  public boolean isAskedFor(Options options) {
    return options.has(Setting.OPENINGS);
  }

  @Override
  public Measured run(Scene scene) {
    int messages = scene.options().get(Setting.HISTORY);
    int openings = scene.options().get(Setting.OPENINGS);
    scene.tell("writing %d messages into one room, then opening it %d times", messages, openings);
    var room = List.of(scene.rooms().getFirst());
    var time = Duration.ofSeconds(Math.ceilDiv(messages, FILL_PER_SECOND));
    new Steady(scene.crowd()).into(room).run(FILL_PER_SECOND, time);
    try (var onlookers = Onlookers.at(scene.stage().door())) {
      onlookers.come(Seat.in(room, SOCKETS));
      onlookers.look(SOCKETS * 5, PER_SECOND);
      var times = onlookers.look(openings, PER_SECOND);
      return Measured.of(
          Measured.times("opening a room of %,d".formatted(messages), times, "p95", "under 50"));
    }
  }
}
