package no.samsnakk.bench.fault;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.samsnakk.bench.history.Finding;
import no.samsnakk.bench.measure.Latency;

/**
 * What became of the promises.
 *
 * @param findings what the checker found; nothing where all is well
 * @param back of those whose instance was killed, until they saw their room again
 * @param withoutKafka for each time that Kafka was away
 * @param unsettled people who did not have everything when all was mended
 * @param logged messages that are in the log
 * @param unloggedViews views whose opening or end is not
 * @param answersLost commits whose answer was cut off
 * @param logCaughtUp when the log was whole, after all was mended; people had to be done first
 */
record Verdict(
    List<Finding> findings,
    long accepted,
    long kept,
    long logged,
    long unloggedViews,
    Duration logCaughtUp,
    int accessChanges,
    long unsettled,
    Latency back,
    List<WithoutKafka> withoutKafka,
    int answersLost,
    Map<String, Integer> heard) {
  private static final int SHOWN = 20;
  private static final String NEXT_LINE = "\n" + " ".repeat(22);

  /** Everything that the rules promise. How fast people were back is said and not judged here. */
  boolean isKept() {
    return findings.isEmpty()
        && unsettled == 0
        && logged == kept
        && unloggedViews == 0
        && withoutKafka.stream().allMatch(it -> it.accepted() > 0);
  }

  /** The five seconds, for 99 of a hundred. */
  boolean isBackInTime(Duration limit) {
    return back.p99() <= limit.toMillis();
  }

  /**
   * While nothing else is broken: others have what is written although Kafka is away, and soon
   * after its return everything is in the log.
   */
  boolean isCaughtUpInTime(Duration heard, Duration drained) {
    return withoutKafka.stream().allMatch(it -> it.isHeardWithin(heard))
        && logCaughtUp.compareTo(drained) <= 0;
  }

  String text() {
    return """
        %s
          messages            %d accepted, %d kept, %d of them in the log
          views               %d without both their entries in the log
          the log was whole   %d ms after all was mended
          access changed      %d times
          not caught up       %d people
          back after a kill   %d people: p50 %.0f ms, p99 %.0f ms, max %.0f ms
          without Kafka       %s
          commits             %d whose answer was cut off
          clients also heard  %s"""
        .formatted(
            found(),
            accepted,
            kept,
            logged,
            unloggedViews,
            logCaughtUp.toMillis(),
            accessChanges,
            unsettled,
            back.count(),
            back.p50(),
            back.p99(),
            back.max(),
            withoutKafka.stream().map(WithoutKafka::text).collect(Collectors.joining(NEXT_LINE)),
            answersLost,
            new TreeMap<>(heard));
  }

  private String found() {
    if (findings.isEmpty()) {
      return "  the checker          found nothing";
    }
    var byKind =
        findings.stream().collect(groupingBy(Finding::kind, TreeMap::new, Collectors.counting()));
    var some =
        findings.stream()
            .limit(SHOWN)
            .map(finding -> "    " + finding.kind() + ": " + finding.what())
            .collect(Collectors.joining("\n"));
    return "  the checker          found " + byKind + "\n" + some;
  }
}
