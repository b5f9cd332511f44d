package no.samsnakk.bench.phase;

import java.util.List;
import no.samsnakk.bench.Options;
import no.samsnakk.bench.report.Measured;

/** One thing that is measured. Leaves the servers as it found them, but for what was written. */
public interface Phase {
  /** All of them, in the order in which they disturb each other least. */
  List<Phase> ALL =
      List.of(
          new SteadyPace(),
          new MixedPace(),
          new AsFastAsItGoes(),
          new WhereTheCpuGoes(),
          new Openings(),
          new SlowReaders(),
          new Soak(),
          new IdleSockets());

  boolean isAskedFor(Options options);

  Measured run(Scene scene);
}
