package no.samsnakk.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How requests are passed on. */
@ConfigMapping(prefix = "samsnakk.proxy")
interface ProxyConfig {
  /** How long a service may take to take a connection. */
  @WithDefault("2s")
  Duration connect();

  /** How long a service may be silent before the browser is told that it is away. */
  @WithDefault("20s")
  Duration patience();

  /** How many requests to one service may be under way at once; more of them queue. */
  @WithDefault("128")
  int connections();

  /** How many may queue. */
  @WithDefault("2000")
  int queue();

  /** The largest body that is passed on, in bytes. */
  @WithDefault("65536")
  int largestBody();
}
