package no.samsnakk.gateway.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a session lives and how its tokens are kept. */
@ConfigMapping(prefix = "samsnakk.session")
public interface SessionConfig {
  /** {@code SAMSNAKK_SESSION_KEY}: 32 bytes in base64, the same on all instances. */
  String key();

  /** When a session ends whatever happens. It ends earlier where its refresh token expires. */
  @WithDefault("10h")
  Duration life();

  /**
   * When it ends unless the person does something. Shorter than the issuer's own idle time, less
   * the life of an access token, so that it is this one that counts.
   */
  @WithDefault("1h")
  Duration idle();

  /**
   * How long a login may take, from "sign in" to coming back. Longer than the issuer's own pages
   * hold: one that has waited too long is begun anew there, and the same login ends well.
   */
  @WithDefault("2h")
  Duration loginLife();

  /** How much life an access token must have left to be passed on. */
  @WithDefault("30s")
  Duration refreshAhead();

  /** For how long this instance believes what it read of a session. */
  @WithDefault("5s")
  Duration remembered();

  /**
   * How often the issuer is asked whether a session lives there: so long an end that it does not
   * tell may take to be noticed. Costs it one answer for each session in that time.
   */
  @WithDefault("1m")
  Duration askEvery();

  /** How often this instance ends what has expired. */
  @WithDefault("10s")
  Duration clearEvery();
}
