package no.samsnakk.bench.phase;

import no.samsnakk.bench.Options;
import no.samsnakk.bench.Setting;
import no.samsnakk.bench.load.Steady;
import no.samsnakk.bench.report.Measured;

/** The steady pace, and one in five is a question, its answer, or a short answer to a message. */
final class MixedPace implements Phase {
  private static final String NAME = "mixed";
  private static final int ONE_IN = 5;

  @Override
  public boolean isAskedFor(Options options) {
    return options.has(Setting.MIXED_SECONDS);
  }

  @Override
  public Measured run(Scene scene) {
    int rate = scene.options().get(Setting.RATE);
    var time = scene.options().seconds(Setting.MIXED_SECONDS);
    scene.tell("the same for %d s, one in %d a question or an answer", time.toSeconds(), ONE_IN);
    var before = scene.cpu();
    var served = new Steady(scene.crowd()).runMixed(rate, time, ONE_IN);
    return Measured.of(Pace.figures(NAME, served, scene.cpu().since(before)));
  }
}
