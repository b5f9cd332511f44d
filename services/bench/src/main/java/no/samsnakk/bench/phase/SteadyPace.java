package no.samsnakk.bench.phase;

import no.samsnakk.bench.Options;
import no.samsnakk.bench.Setting;
import no.samsnakk.bench.load.Steady;
import no.samsnakk.bench.report.Measured;

/** A day at work: so many messages a second, each timed from the moment it was due. */
final class SteadyPace implements Phase {
  private static final String NAME = "steady";

  @Override
  public boolean isAskedFor(Options options) {
    return options.has(Setting.SECONDS);
  }

  @Override
  public Measured run(Scene scene) {
    int rate = scene.options().get(Setting.RATE);
    var time = scene.options().seconds(Setting.SECONDS);
    scene.tell("%d messages a second for %d s", rate, time.toSeconds());
    var before = scene.cpu();
    var served = new Steady(scene.crowd()).run(rate, time);
    var figures = Pace.figures(NAME, served, scene.cpu().since(before));
    figures = Measured.withTarget(figures, NAME + ": delivery p50", "under 5");
    figures = Measured.withTarget(figures, NAME + ": delivery p99", "under 30");
    return Measured.of(figures);
  }
}
