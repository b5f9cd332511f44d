package no.samsnakk.gateway.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many may begin to sign in. Each of them leaves a row until he is back, or has given up. */
@ConfigMapping(prefix = "samsnakk.sign-in")
interface SignInConfig {
  /**
   * How many in a minute from one address (of IPv6: from one /64, and four times as many from one
   * /48), at one instance. A hospital may come from one.
   */
  @WithDefault("120")
  int perAddress();

  /** How many in a minute from everywhere, at one instance. */
  @WithDefault("1200")
  int most();
}
