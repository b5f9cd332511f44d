package no.samsnakk.bench.phase;

import java.util.ArrayList;
import java.util.List;
import no.samsnakk.bench.Options;
import no.samsnakk.bench.Setting;
import no.samsnakk.bench.load.Onlookers;
import no.samsnakk.bench.load.Seat;
import no.samsnakk.bench.measure.Memory;
import no.samsnakk.bench.report.Figure;
import no.samsnakk.bench.report.Measured;

/**
 * Many sockets on top of the crowd's, that do nothing: signed in, hello answered, every other one
 * with its room open, two for each person. What one costs, whether one is dropped, and how long it
 * takes until all are back after all were cut at once, with a fresh ticket each.
 */
final class IdleSockets implements Phase {
  private static final int SOCKETS_OF_A_ROOM = 10;
  private static final double KIB = 1024;

  @Override
  public boolean isAskedFor(Options options) {
    return options.has(Setting.IDLE);
  }

  @Override
  public Measured run(Scene scene) {
    int count = scene.options().get(Setting.IDLE);
    var time = scene.options().seconds(Setting.IDLE_SECONDS);
    scene.tell("opening %d idle sockets more", count);
    var rooms = scene.stage().rooms(Math.ceilDiv(count, SOCKETS_OF_A_ROOM));
    var figures = new ArrayList<Figure>();
    try (var idle = Onlookers.at(scene.stage().door())) {
      var before = scene.memory();
      idle.come(Seat.halfOfThemIn(rooms, count));
      var after = scene.memory();
      scene.tell("leaving them alone for %d s", time.toSeconds());
      idle.leaveAlone(time);
      var fate = idle.fate();
      figures.addAll(cost(count, before, after));
      figures.add(
          new Figure("idle: heap and direct in the end, MiB", "512", scene.memory().liveMib()));
      figures.add(
          new Figure("idle: dropped in %d s".formatted(time.toSeconds()), "0", fate.cutOff()));
      for (int i = 1; i <= scene.options().get(Setting.STORMS); i++) {
        scene.tell("cutting all %d at once", count);
        figures.addAll(storm(i, idle));
      }
      var complaints = idle.complaints();
      return new Measured(
          figures,
          complaints.isEmpty() ? List.of() : List.of("Idle sockets complained: " + complaints));
    }
  }

  private static List<Figure> cost(int count, Memory before, Memory after) {
    return List.of(
        new Figure(
            "idle: alive in heap and direct for each, KiB",
            bytes(before.heap() + before.direct(), after.heap() + after.direct(), count)),
        new Figure(
            "idle: resident for each, KiB", bytes(before.resident(), after.resident(), count)));
  }

  private static double bytes(long before, long after, int count) {
    return (after - before) / KIB / count;
  }

  private static List<Figure> storm(int number, Onlookers idle) {
    var name = number == 1 ? "storm" : "storm " + number;
    var back = idle.storm();
    var figures = new ArrayList<Figure>();
    figures.add(new Figure(name + ": all back after, s", "60", back.all().toMillis() / 1000d));
    figures.addAll(Measured.times(name + ": one is back after", back.each()));
    return figures;
  }
}
