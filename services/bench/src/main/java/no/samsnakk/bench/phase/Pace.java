package no.samsnakk.bench.phase;

import java.util.ArrayList;
import java.util.List;
import no.samsnakk.bench.load.Served;
import no.samsnakk.bench.measure.Cpu;
import no.samsnakk.bench.report.Figure;
import no.samsnakk.bench.report.Measured;

/** The figures of a stretch of sending. */
final class Pace {
  private Pace() {}

  static List<Figure> figures(String name, Served served, Cpu cpu) {
    var figures = new ArrayList<Figure>();
    figures.add(new Figure(name + ": accepted a second", served.perSecond()));
    figures.add(new Figure(name + ": refused or unanswered", served.refused() + served.unknown()));
    figures.addAll(Measured.times(name + ": delivery", served.delivery()));
    figures.addAll(Measured.times(name + ": acceptance", served.acceptance()));
    figures.add(new Figure(name + ": deliveries for each accepted", deliveries(served)));
    var share = cpu.perThousand(served.accepted());
    share.seconds().forEach((process, s) -> figures.add(new Figure(cpuOf(name, process), s)));
    figures.add(new Figure(cpuOf(name, "all but the " + Cpu.OURSELVES), share.ofServers()));
    return figures;
  }

  private static String cpuOf(String name, String process) {
    return name + ": CPU s for 1,000, " + process;
  }

  private static double deliveries(Served served) {
    return (double) served.delivery().count() / served.accepted();
  }
}
