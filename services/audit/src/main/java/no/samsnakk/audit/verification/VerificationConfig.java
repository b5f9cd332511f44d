package no.samsnakk.audit.verification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;

/** When the log is verified by itself. */
@ConfigMapping(prefix = "samsnakk.verification")
interface VerificationConfig {
  /** When in the night, UTC. One that was missed is made up for. */
  @WithDefault("02:30")
  LocalTime at();

  /** How often an instance looks whether it is due, and what another one has found. */
  @WithDefault("1m")
  Duration look();
}
