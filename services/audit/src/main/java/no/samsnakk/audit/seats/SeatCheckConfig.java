package no.samsnakk.audit.seats;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;

/** When it is looked for seats without an approval. */
@ConfigMapping(prefix = "samsnakk.seat-check")
interface SeatCheckConfig {
  /** When in the night, UTC. One that was missed is made up for. */
  @WithDefault("02:45")
  LocalTime at();

  /** How often an instance looks whether it is due, and what another one has found. */
  @WithDefault("1m")
  Duration look();

  /** For how long an approval may be on its way before its absence is told. */
  @WithDefault("1h")
  Duration patience();
}
