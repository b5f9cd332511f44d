package no.samsnakk.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * What another JVM's Java threads are doing, sampled by its own flight recorder. By processor time
 * where the recorder can (Linux), which counts system calls too; elsewhere by the clock, which
 * counts Java code alone.
 */
public final class Recording {
  private static final String BY_CPU = "jdk.CPUTimeSample";
  private static final String BY_CLOCK = "jdk.ExecutionSample";

  private final long pid;

  private Recording(long pid) {
    this.pid = pid;
  }

  /** Begins. */
  public static Recording start(long pid) {
    Jcmd.run(pid, "JFR.configure", "stackdepth=192");
    Jcmd.run(
        pid,
        "JFR.start",
        "name=bench",
        "settings=none",
        "+" + BY_CPU + "#enabled=true",
        "+" + BY_CPU + "#throttle=10ms",
        "+" + BY_CLOCK + "#enabled=true",
        "+" + BY_CLOCK + "#period=10ms");
    return new Recording(pid);
  }

  /** Ends, and says how many samples belong to what. */
  public Map<Work, Long> stop() {
    try {
      var file = Files.createTempFile("samsnakk-bench", ".jfr");
      try {
        Jcmd.run(pid, "JFR.stop", "name=bench", "filename=" + file);
        return samples(RecordingFile.readAllEvents(file));
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Work, Long> samples(List<RecordedEvent> events) {
    var byCpu = samples(events, BY_CPU);
    return byCpu.isEmpty() ? samples(events, BY_CLOCK) : byCpu;
  }

  private static Map<Work, Long> samples(List<RecordedEvent> events, String type) {
    Map<Work, Long> samples = new TreeMap<>();
    events.stream()
        .filter(event -> event.getEventType().getName().equals(type))
        .forEach(event -> samples.merge(work(event.getStackTrace()), 1L, Long::sum));
    return samples;
  }

  private static Work work(RecordedStackTrace stack) {
    return stack == null
        ? Work.UNKNOWN
        : Work.of(stack.getFrames().stream().map(Recording::name).toList());
  }

  private static String name(RecordedFrame frame) {
    var method = frame.getMethod();
    return method.getType().getName() + "." + method.getName();
  }
}
