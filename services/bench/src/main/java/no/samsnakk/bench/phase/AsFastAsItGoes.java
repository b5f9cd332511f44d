package no.samsnakk.bench.phase;

import java.util.List;
import no.samsnakk.bench.Options;
import no.samsnakk.bench.Setting;
import no.samsnakk.bench.load.FlatOut;
import no.samsnakk.bench.report.Measured;
import no.samsnakk.bench.report.Table;

/** More and more at a time until it gets no faster, and then that for a while. */
final class AsFastAsItGoes implements Phase {
  private static final String NAME = "flat out";

  @Override
  public boolean isAskedFor(Options options) {
    return options.has(Setting.FLAT_SECONDS);
  }

  @Override
  public Measured run(Scene scene) {
    var flatOut = new FlatOut(scene.crowd());
    scene.tell("as fast as it goes: finding how many at a time");
    var ramp = flatOut.ramp();
    int best = FlatOut.best(ramp);
    var time = scene.options().seconds(Setting.FLAT_SECONDS);
    scene.tell("as fast as it goes, %d at a time, for %d s", best, time.toSeconds());
    var before = scene.cpu();
    var served = flatOut.run(best, time);
    var figures = Pace.figures(NAME, served, scene.cpu().since(before));
    return new Measured(
        Measured.withTarget(figures, NAME + ": accepted", "3,000, aim 5,000"),
        List.of(table(ramp)));
  }

  private static String table(List<FlatOut.Step> ramp) {
    var table = new Table("How many at a time serve best:", "on their way", "accepted a second");
    ramp.forEach(step -> table.row("" + step.onTheirWay(), step.acceptedPerSecond()));
    return table.markdown();
  }
}
