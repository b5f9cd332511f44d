package no.samsnakk.platform.audittrail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of the log one person can fill. */
@ConfigMapping(prefix = "samsnakk.traces")
public interface TraceConfig {
  /**
   * For how long refusals of the same person, room and code are one entry, and her views of the
   * same room: the first is told at once, and how many there were when this is over.
   */
  @WithDefault("10m")
  Duration window();

  /**
   * How many acts that leave an entry a person may do at once, in each service and instance. Five
   * minutes of turning pages as fast as one can read a line of each: nobody meets it by using
   * Samsnakk.
   */
  @WithDefault("300")
  int burst();

  /** How many more each minute. */
  @WithDefault("120")
  int perMinute();

  /**
   * How often an instance looks for windows that are over, and writes down what it has counted of
   * people whose budget is spent. A crash loses at most as much of such a count, never the first.
   */
  @WithDefault("1s")
  Duration sweep();
}
