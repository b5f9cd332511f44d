package no.samsnakk.bench.phase;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.samsnakk.bench.Options;
import no.samsnakk.bench.Setting;
import no.samsnakk.bench.load.FlatOut;
import no.samsnakk.bench.measure.Memory;
import no.samsnakk.bench.report.Figure;
import no.samsnakk.bench.report.Measured;
import no.samsnakk.bench.report.Table;

/**
 * As fast as it goes for long, and whether messaging's memory stays flat. In ten stretches with a
 * breath between them, in which it collects and what is left is looked at.
 */
final class Soak implements Phase {
  private static final int STRETCHES = 10;

  @Override
  public boolean isAskedFor(Options options) {
    return options.has(Setting.SOAK);
  }

  @Override
  public Measured run(Scene scene) {
    var time = scene.options().seconds(Setting.SOAK);
    scene.tell("as fast as it goes for %d s, looking at the memory", time.toSeconds());
    var table =
        new Table(
            "Messaging after a collection, in the course of the soak:",
            "after, s",
            "accepted",
            "accepted a second",
            "heap, MiB",
            "direct, MiB",
            "resident, MiB");
    var live = new ArrayList<Memory>();
    long accepted = 0;
    double speeds = 0;
    for (int i = 0; i <= STRETCHES; i++) {
      var stretch = i == 0 ? Duration.ZERO : time.dividedBy(STRETCHES);
      double perSecond = 0;
      if (i > 0) {
        var served = new FlatOut(scene.crowd()).run(scene.options().get(Setting.FLIGHT), stretch);
        accepted += served.accepted();
        perSecond = served.perSecond();
        speeds += perSecond;
      }
      var memory = scene.memory();
      live.add(memory);
      table.row(
          "" + time.multipliedBy(i).dividedBy(STRETCHES).toSeconds(),
          accepted,
          perSecond,
          memory.heapMib(),
          memory.directMib(),
          memory.residentMib());
    }
    return new Measured(figures(live, speeds / STRETCHES), List.of(table.markdown()));
  }

  /** From the second look on: the first stretch still fills caches that are bounded. */
  private static List<Figure> figures(List<Memory> live, double perSecond) {
    var early = live.get(1);
    var late = live.getLast();
    return List.of(
        new Figure("soak: accepted a second", perSecond),
        new Figure("soak: heap and direct grew by, MiB", "flat", late.liveMib() - early.liveMib()),
        new Figure("soak: resident grew by, MiB", late.residentMib() - early.residentMib()),
        new Figure("soak: heap and direct at the end, MiB", late.liveMib()));
  }
}
