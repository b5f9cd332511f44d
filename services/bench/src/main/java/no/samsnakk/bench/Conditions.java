package no.samsnakk.bench;

import java.util.List;
import no.samsnakk.bench.stage.Stage;

/** Under which conditions the figures came about: what a reader has to know to believe them. */
final class Conditions {
  private Conditions() {}

  static List<String> of(Options options) {
    return List.of(
        "%d rooms of five, %d sockets with their room open, one for each person at first"
            .formatted(options.get(Setting.ROOMS), options.get(Setting.SOCKETS)),
        "PostgreSQL, Kafka, messaging, audit and the load on this machine together; each run on fresh servers; every message committed with fsync, encrypted and logged",
        "warmed up for %d s as fast as it goes and 30 s at the steady pace, before anything is measured"
            .formatted(options.get(Setting.WARMUP)),
        "steady: an open loop at %d a second for %d s, each message timed from the moment it was due"
            .formatted(options.get(Setting.RATE), options.get(Setting.SECONDS)),
        "flat out: a closed loop for %d s, with as many on their way as served best in a ramp"
            .formatted(options.get(Setting.FLAT_SECONDS)),
        "messaging runs with `%s`; the bounds on messages a minute are lifted, all others stand"
            .formatted(Stage.MEMORY));
  }
}
