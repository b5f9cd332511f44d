package no.samsnakk.platform.connections;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How many connections a port takes, and how long each may take for what. */
@ConfigMapping(prefix = "samsnakk.connections")
interface ConnectionConfig {
  /** How many one port holds at once; who comes then is closed before anything was read. */
  @WithDefault("25000")
  int most();

  /**
   * How many of them may come from one address (of IPv6: from one /64, and four times as many from
   * one /48). None is counted for the trusted proxies, behind which everybody comes, and none at
   * all with 0.
   */
  @WithDefault("0")
  int perAddress();

  /**
   * How long a header may take, from the first octet to the last; on a new connection from the
   * moment that it was taken, so TLS is in it.
   */
  @WithDefault("10s")
  Duration header();

  /** How long a body may take, from the end of the header to the end of the body. */
  @WithDefault("30s")
  Duration body();

  /** How long a connection may say nothing between two requests. */
  @WithDefault("75s")
  Duration idle();

  /**
   * Whose {@code X-Forwarded-For} is believed, as addresses or networks ({@code 10.0.0.0/8}). This
   * machine always is: what listens on it is ours, or an ingress.
   */
  Optional<List<String>> trustedProxies();
}
