package no.samsnakk.gateway.issuer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What the gateway is at the issuer. */
@ConfigMapping(prefix = "samsnakk.client")
interface ClientConfig {
  /** Its client id there. */
  @WithDefault("gateway")
  String id();

  /** Its secret there: {@code SAMSNAKK_CLIENT_SECRET}. */
  String secret();

  /** Which identity provider Keycloak is told to go to at once; empty to let it ask. */
  @WithDefault("bankid")
  Optional<String> identityProvider();

  /** How long a connection to the issuer may take, and then each answer. */
  @WithDefault("5s")
  Duration patience();
}
