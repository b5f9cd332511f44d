package no.samsnakk.gateway.socket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How sockets are passed on. */
@ConfigMapping(prefix = "samsnakk.socket")
interface SocketConfig {
  /** How many sockets one instance passes on at once. */
  @WithDefault("20000")
  int most();

  /** How long messaging may take to answer an upgrade. */
  @WithDefault("10s")
  Duration patience();

  /** How long one end of a socket may take nothing before it is dropped; a browser comes again. */
  @WithDefault("30s")
  Duration full();
}
