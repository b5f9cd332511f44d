package no.samsnakk.bench.phase;

import java.time.Duration;
import no.samsnakk.bench.Setting;
import no.samsnakk.bench.load.FlatOut;
import no.samsnakk.bench.load.Steady;

/**
 * Before anything is measured: as fast as it goes, until the compilers have seen everything often,
 * and then at the steady pace, until they have nothing left to do. Warmed up at the steady pace
 * alone, a server would still be compiling minutes later, and that would be measured.
 */
public final class WarmUp {
  private static final Duration SETTLES = Duration.ofSeconds(30);

  private WarmUp() {}

  public static void run(Scene scene) {
    var time = scene.options().seconds(Setting.WARMUP);
    if (time.isZero()) {
      return;
    }
    scene.tell(
        "warming up: %d s as fast as it goes, then %d s at the steady pace",
        time.toSeconds(), SETTLES.toSeconds());
    new FlatOut(scene.crowd()).run(scene.options().get(Setting.FLIGHT), time);
    new Steady(scene.crowd()).run(scene.options().get(Setting.RATE), SETTLES);
  }
}
