package no.samsnakk.bench;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import no.samsnakk.bench.history.Checker;
import no.samsnakk.bench.history.Finding;
import no.samsnakk.bench.load.Crowd;
import no.samsnakk.bench.phase.Phase;
import no.samsnakk.bench.phase.Scene;
import no.samsnakk.bench.phase.WarmUp;
import no.samsnakk.bench.report.Figure;
import no.samsnakk.bench.report.Figures;
import no.samsnakk.bench.report.Figures.Kept;
import no.samsnakk.bench.report.Measured;
import no.samsnakk.bench.report.Rounded;
import no.samsnakk.bench.stage.Stage;

/** One run: fresh servers, a crowd, one phase after the other, and the reckoning. */
final class Run {
  private static final Duration LOG_CATCHES_UP = Duration.ofSeconds(120);

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
      var rooms = stage.rooms(options.get(Setting.ROOMS));
      try (var crowd = new Crowd(rooms, stage.door())) {
        return measure(new Scene(options, stage, rooms, crowd, say));
      }
    }
  }

  private Figures measure(Scene scene) {
    var crowd = scene.crowd();
    int sockets = options.get(Setting.SOCKETS);
    say.accept("opening %d sockets in %d rooms".formatted(sockets, scene.rooms().size()));
    crowd.grow(sockets);
    WarmUp.run(scene);
    var phases = new ArrayList<Measured>();
    for (var phase : Phase.ALL) {
      if (phase.isAskedFor(options)) {
        var measured = phase.run(scene);
        tell(measured);
        phases.add(measured);
      }
    }
    var kept = kept(scene);
    double seconds = kept.logged().after().toMillis() / 1000d;
    phases.add(Measured.of(List.of(new Figure("log complete after the end, s", seconds))));
    return new Figures(phases, kept, crowd.complaints());
  }

  /** At once: what fails later does not take with it what has been measured. */
  private void tell(Measured measured) {
    measured
        .figures()
        .forEach(it -> say.accept("  %s: %s".formatted(it.name(), Rounded.text(it.value()))));
  }

  private Kept kept(Scene scene) {
    say.accept("comparing what was accepted with what is kept and logged");
    var notes = scene.crowd().notes();
    var kept = scene.stage().archive().kept(scene.rooms());
    var logged = scene.stage().archive().logged(kept.size(), LOG_CATCHES_UP);
    Map<Finding.Kind, List<Finding>> findings =
        Checker.check(notes, kept).stream().collect(groupingBy(Finding::kind));
    return new Kept(Figures.accepted(notes), kept.size(), logged, findings);
  }
}
