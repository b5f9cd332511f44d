package no.samsnakk.bench;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import no.samsnakk.bench.history.Checker;
import no.samsnakk.bench.load.Crowd;
import no.samsnakk.bench.load.FlatOut;
import no.samsnakk.bench.load.Served;
import no.samsnakk.bench.measure.Cpu;
import no.samsnakk.bench.report.Rounded;
import no.samsnakk.bench.report.Table;
import no.samsnakk.bench.stage.Room;
import no.samsnakk.bench.stage.Stage;

/**
 * How the cost grows with rooms, with people in a room and with messages that are there already:
 * one of them at a time, on the same servers, as fast as it goes. The usual case is measured a
 * second time half-way: what differs between the two is the spread.
 */
final class Growth {
  /** Of the largest cases, in us and in messaging. */
  static final int MOST_SOCKETS = 4_000;

  /** At first until messaging's compilers are done, of whose work no case is to be charged. */
  private static final Duration FIRST_WARMS_UP = Duration.ofSeconds(60);

  private static final Duration WARMS_UP = Duration.ofSeconds(5);
  private static final List<Case> CASES =
      List.of(
          new Case(200, 5, 0),
          new Case(50, 5, 0),
          new Case(800, 5, 0),
          new Case(200, 10, 0),
          new Case(200, 20, 0),
          new Case(200, 5, 0),
          new Case(200, 5, 100_000),
          new Case(200, 5, 500_000));

  private final Options options;
  private final Consumer<String> say;
  private final Table table =
      new Table(
          "As fast as it goes, one socket for each person:",
          "rooms × people, messages there before",
          "accepted a second",
          "deliveries a second",
          "delivery p99, ms",
          "CPU s for 1,000: messaging",
          "postgres",
          "all servers");
  private boolean whole = true;

  Growth(Options options, Consumer<String> say) {
    this.options = options;
    this.say = say;
  }

  private record Case(int rooms, int people, int stored) {}

  /** The table, and whether everything was kept. */
  record Grown(String table, boolean whole) {}

  Grown run() {
    say.accept("starting PostgreSQL, Kafka, messaging and audit");
    try (var stage = Stage.open()) {
      var warmUp = FIRST_WARMS_UP;
      for (var one : CASES) {
        measure(stage, one, warmUp);
        warmUp = WARMS_UP;
      }
      return new Grown(table.markdown(), whole);
    }
  }

  private void measure(Stage stage, Case one, Duration warmUp) {
    long missing = one.stored() - stage.archive().stored();
    if (missing > 0) {
      say.accept("storing %,d messages".formatted(missing));
      stage.store((int) missing);
    }
    var rooms = stage.rooms(one.rooms(), one.people());
    long stored = stage.archive().stored();
    say.accept("%d rooms of %d, %,d messages there".formatted(one.rooms(), one.people(), stored));
    try (var crowd = new Crowd(rooms, stage.door())) {
      crowd.grow(one.rooms() * one.people());
      new FlatOut(crowd).run(options.get(Setting.FLIGHT), warmUp);
      var before = Cpu.used(stage.processes());
      var served =
          new FlatOut(crowd)
              .run(options.get(Setting.FLIGHT), options.seconds(Setting.FLAT_SECONDS));
      row(one, stored, served, Cpu.used(stage.processes()).since(before));
      whole &= isWhole(stage, crowd, rooms);
    }
  }

  private void row(Case one, long stored, Served served, Cpu cpu) {
    var share = cpu.perThousand(served.accepted());
    var name = "%d × %d, %,d".formatted(one.rooms(), one.people(), stored);
    say.accept(name + ": " + Rounded.text(served.perSecond()) + " accepted a second");
    table.row(
        name,
        served.perSecond(),
        served.delivery().count() * 1000d / served.over().toMillis(),
        served.delivery().p99(),
        share.seconds().getOrDefault("messaging", Double.NaN),
        share.seconds().getOrDefault("postgres", Double.NaN),
        share.ofServers());
  }

  private static boolean isWhole(Stage stage, Crowd crowd, List<Room> rooms) {
    return Checker.check(crowd.notes(), stage.archive().kept(rooms)).isEmpty();
  }
}
