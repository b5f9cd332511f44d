package no.samsnakk.gateway.people;

import io.smallrye.config.ConfigMapping;

/** What the gateway proves itself with to rooms. */
@ConfigMapping(prefix = "samsnakk.internal")
interface InternalKeyConfig {
  /** 32 bytes in base64, the same at rooms. */
  String key();
}
