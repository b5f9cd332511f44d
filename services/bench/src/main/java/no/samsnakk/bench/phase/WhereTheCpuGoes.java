package no.samsnakk.bench.phase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import no.samsnakk.bench.Options;
import no.samsnakk.bench.Setting;
import no.samsnakk.bench.load.FlatOut;
import no.samsnakk.bench.measure.Recording;
import no.samsnakk.bench.measure.Threads;
import no.samsnakk.bench.measure.Threads.Kind;
import no.samsnakk.bench.measure.Work;
import no.samsnakk.bench.report.Figure;
import no.samsnakk.bench.report.Measured;

/**
 * What messaging does with its processor time as fast as it goes. The kernel says how much its Java
 * threads, compilers and collector took; samples of the stacks share out that of the Java threads.
 * Measured apart from the speed, which the sampling costs a little of.
 */
final class WhereTheCpuGoes implements Phase {
  @Override
  public boolean isAskedFor(Options options) {
    return options.has(Setting.PROFILE_SECONDS);
  }

  @Override
  public Measured run(Scene scene) {
    var time = scene.options().seconds(Setting.PROFILE_SECONDS);
    scene.tell("where messaging's CPU goes: %d s more of that", time.toSeconds());
    long pid = scene.messaging();
    var recording = Recording.start(pid);
    var before = Threads.used(pid);
    new FlatOut(scene.crowd()).run(scene.options().get(Setting.FLIGHT), time);
    var threads = Threads.used(pid).since(before);
    return Measured.of(shares(threads, recording.stop()));
  }

  private static List<Figure> shares(Threads threads, Map<Work, Long> samples) {
    double all = threads.seconds().values().stream().mapToDouble(Double::doubleValue).sum();
    long sampled = samples.values().stream().mapToLong(Long::longValue).sum();
    var shares = new ArrayList<Figure>();
    samples.forEach(
        (work, count) ->
            shares.add(share(work.words(), count * threads.of(Kind.JAVA) / sampled, all)));
    shares.sort(Comparator.comparingDouble(Figure::value).reversed());
    shares.add(share("garbage collection", threads.of(Kind.GC), all));
    shares.add(share("compilers (JIT)", threads.of(Kind.JIT), all));
    shares.add(share("the rest of the JVM, and the sampling", threads.of(Kind.JVM), all));
    return shares;
  }

  private static Figure share(String what, double seconds, double ofAll) {
    return new Figure("messaging's CPU, %: " + what, 100 * seconds / ofAll);
  }
}
