package no.samsnakk.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the outbox is relayed. */
@ConfigMapping(prefix = "samsnakk.outbox")
interface OutboxConfig {
  /** Whether this instance may relay; off only in tests that look at the rows. */
  @WithDefault("true")
  boolean relay();

  /** How often the leader looks without being woken, and how soon a follower tries to lead. */
  @WithDefault("1s")
  Duration lookAgain();

  /** How many records are sent before they are acknowledged together. */
  @WithDefault("500")
  int batch();
}
