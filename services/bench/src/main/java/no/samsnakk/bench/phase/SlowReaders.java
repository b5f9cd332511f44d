package no.samsnakk.bench.phase;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.samsnakk.bench.Options;
import no.samsnakk.bench.Setting;
import no.samsnakk.bench.load.Onlookers;
import no.samsnakk.bench.load.Seat;
import no.samsnakk.bench.load.Served;
import no.samsnakk.bench.load.Steady;
import no.samsnakk.bench.measure.Latency;
import no.samsnakk.bench.report.Figure;
import no.samsnakk.bench.report.Measured;
import no.samsnakk.bench.stage.Room;

/**
 * What many readers that stop reading cost the others. The same stretch twice, at the steady pace
 * with long messages into five loud rooms on top: once while a hundred more sockets in those rooms
 * read, once while they do not. The difference is their slowness alone.
 */
final class SlowReaders implements Phase {
  private static final int LOUD_ROOMS = 5;

  /**
   * With two bytes a letter 160 KB a second to each slow reader. The server and its operating
   * system hold less than a megabyte for each: then it is full, and cut off five seconds later.
   */
  private static final int LOUD_PER_SECOND = 50;

  @Override
  public boolean isAskedFor(Options options) {
    return options.has(Setting.SLOW);
  }

  @Override
  public Measured run(Scene scene) {
    int slow = scene.options().get(Setting.SLOW);
    var loud = scene.rooms().subList(0, Math.min(LOUD_ROOMS, scene.rooms().size()));
    try (var readers = Onlookers.holdingLittle(scene.stage().door())) {
      readers.come(Seat.in(loud, slow));
      scene.tell("the steady pace with loud rooms, and %d more who read there", slow);
      stretch(scene, loud, Duration.ofSeconds(5));
      var reading = stretch(scene, loud, time(scene));
      scene.tell("the same, while those %d do not read", slow);
      double cutBefore = cutOff(scene);
      readers.stopReading();
      var sleeping = stretch(scene, loud, time(scene));
      double cut = cutOff(scene) - cutBefore;
      var back = readers.readOn();
      return measured(reading.delivery(), sleeping.delivery(), cut, back, readers);
    }
  }

  private static Served stretch(Scene scene, List<Room> loud, Duration time) {
    int rate = scene.options().get(Setting.RATE) + LOUD_PER_SECOND;
    return new Steady(scene.crowd()).run(rate, time, loud, rate / LOUD_PER_SECOND);
  }

  private static Duration time(Scene scene) {
    return scene.options().seconds(Setting.SLOW_SECONDS);
  }

  private static double cutOff(Scene scene) {
    return scene.metrics().sum("samsnakk_sockets_slow_total");
  }

  private static Measured measured(
      Latency reading, Latency sleeping, double cut, Duration back, Onlookers readers) {
    var fate = readers.fate();
    int untold = readers.complaints().getOrDefault(Onlookers.UNTOLD, 0);
    var figures = new ArrayList<Figure>();
    figures.addAll(Measured.times("all read: delivery to the others", reading));
    figures.addAll(Measured.times("slow readers: delivery to the others", sleeping));
    figures.add(
        new Figure(
            "slow readers: p99 of the others, times", "under 2", sleeping.p99() / reading.p99()));
    figures.add(new Figure("slow readers: cut off by the server", cut));
    figures.add(new Figure("slow readers: all here again, s", back.toMillis() / 1000d));
    figures.add(new Figure("slow readers: resumed with everything", fate.wentOn()));
    figures.add(new Figure("slow readers: resumed, told to page the rest", fate.toldOfGap()));
    figures.add(new Figure("slow readers: gaps that nobody told of", "0", untold));
    return new Measured(figures, List.of("Slow readers complained: " + readers.complaints()));
  }
}
