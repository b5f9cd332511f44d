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

  /**
   * For how long what was sent is kept, so that a Kafka that has lost its data can be filled anew:
   * at least for as long as a consumer may be away (the longest retention in topics.properties).
   * Costs about a kilobyte for each event.
   */
  @WithDefault("30d")
  Duration keep();

  /**
   * How soon a round may follow one that was not full: what comes meanwhile shares the next. The
   * first after a quiet moment waits for nothing.
   */
  @WithDefault("20ms")
  Duration pace();

  /**
   * Whether what the version before has appended without a seal is sealed, where that is due. On
   * for the first start after that version, and off again: as long as it is on, an administrator of
   * the database can have sealed what he has written himself.
   */
  @WithDefault("false")
  boolean sealOld();

  /** How many records are sent before they are acknowledged together. */
  @WithDefault("500")
  int batch();
}
