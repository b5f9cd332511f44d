package no.samsnakk.bench;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import no.samsnakk.bench.history.Checker;
import no.samsnakk.bench.history.Finding;
import no.samsnakk.bench.load.Crowd;
import no.samsnakk.bench.load.FlatOut;
import no.samsnakk.bench.load.Served;
import no.samsnakk.bench.load.Steady;
import no.samsnakk.bench.measure.Cpu;
import no.samsnakk.bench.measure.Memory;
import no.samsnakk.bench.report.Figures;
import no.samsnakk.bench.report.Figures.Kept;
import no.samsnakk.bench.report.Figures.Phase;
import no.samsnakk.bench.report.Figures.Socket;
import no.samsnakk.bench.stage.Room;
import no.samsnakk.bench.stage.Stage;

/** One run: fresh servers, a crowd, three phases, and the reckoning. */
final class Run {
  private static final Duration LOG_CATCHES_UP = Duration.ofSeconds(60);
  private static final String MESSAGING = "messaging";

  private final Options options;
  private final Consumer<String> say;

  /**
   * @param say told what is being done, for whoever waits
   */
  Run(Options options, Consumer<String> say) {
    this.options = options;
    this.say = say;
  }

  Figures figures() {
    say.accept("starting PostgreSQL, Kafka, messaging and audit");
    try (var stage = Stage.open()) {
      List<Room> rooms = stage.rooms(options.rooms());
      try (var crowd = new Crowd(rooms, stage.door())) {
        return measure(stage, crowd);
      }
    }
  }

  private Figures measure(Stage stage, Crowd crowd) {
    say.accept("opening %d sockets in %d rooms".formatted(options.sockets(), options.rooms()));
    crowd.grow(options.sockets());
    if (options.warmUp().isPositive()) {
      say.accept("warming up for %d s".formatted(options.warmUp().toSeconds()));
      new Steady(crowd).run(options.rate(), options.warmUp());
    }
    var steady = steady(stage, crowd);
    var flatOut = flatOut(stage, crowd);
    var socket = socket(stage, crowd);
    return new Figures(steady, flatOut, socket, kept(stage, crowd), crowd.complaints());
  }

  private Optional<Phase> steady(Stage stage, Crowd crowd) {
    if (!options.steady().isPositive()) {
      return Optional.empty();
    }
    say.accept(
        "%d messages a second for %d s".formatted(options.rate(), options.steady().toSeconds()));
    var before = cpu(stage);
    var served = new Steady(crowd).run(options.rate(), options.steady());
    return Optional.of(phase(stage, before, served, List.of()));
  }

  private Optional<Phase> flatOut(Stage stage, Crowd crowd) {
    if (!options.flatOut().isPositive()) {
      return Optional.empty();
    }
    var flatOut = new FlatOut(crowd);
    say.accept("as fast as it goes: finding how many at a time");
    var ramp = flatOut.ramp();
    int best = FlatOut.best(ramp);
    say.accept(
        "as fast as it goes, %d at a time, for %d s"
            .formatted(best, options.flatOut().toSeconds()));
    var before = cpu(stage);
    return Optional.of(phase(stage, before, flatOut.run(best, options.flatOut()), ramp));
  }

  private Phase phase(Stage stage, Cpu before, Served served, List<FlatOut.Step> ramp) {
    var cpu = cpu(stage).since(before).perThousand(served.accepted());
    return new Phase(served, cpu, ramp);
  }

  private Optional<Socket> socket(Stage stage, Crowd crowd) {
    if (options.idle() == 0) {
      return Optional.empty();
    }
    say.accept("opening %d sockets more, to see what one costs".formatted(options.idle()));
    var before = memory(stage);
    crowd.grow(options.idle());
    return Optional.of(new Socket(options.idle(), before, memory(stage)));
  }

  private Kept kept(Stage stage, Crowd crowd) {
    say.accept("comparing what was accepted with what is kept and logged");
    var notes = crowd.notes();
    var kept = stage.archive().kept();
    var logged = stage.archive().logged(kept.size(), LOG_CATCHES_UP);
    Map<Finding.Kind, List<Finding>> findings =
        Checker.check(notes, kept).stream().collect(groupingBy(Finding::kind));
    return new Kept(Figures.accepted(notes), kept.size(), logged, findings);
  }

  private static Cpu cpu(Stage stage) {
    return Cpu.used(stage.processes());
  }

  private static Memory memory(Stage stage) {
    return Memory.afterCollection(
        requireNonNull(stage.processes().get(MESSAGING)), stage.messagingManagementPort());
  }
}
