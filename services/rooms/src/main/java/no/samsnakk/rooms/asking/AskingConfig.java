package no.samsnakk.rooms.asking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long somebody has to wait before he asks the same person again. Zero: not at all. */
@ConfigMapping(prefix = "samsnakk.asking")
public interface AskingConfig {
  /** After the first no; after each further one twice as long. */
  @WithDefault("24h")
  Duration afterNo();

  /**
   * While an own question is open, and after the second that was taken back; each further one makes
   * it twice as long. What was taken back once may be asked again at once: that is a slip.
   */
  @WithDefault("1h")
  Duration afterTakingBack();

  /** No pause is longer. */
  @WithDefault("60d")
  Duration longest();

  /** What is longer ago does not count. */
  @WithDefault("365d")
  Duration remember();
}
