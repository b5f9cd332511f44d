package no.samsnakk.rooms.signin;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What the gateway proves itself with. */
@ConfigMapping(prefix = "samsnakk.internal")
interface InternalKeyConfig {
  /** {@code SAMSNAKK_INTERNAL_KEY}: 32 bytes in base64, the same at the gateway. */
  Optional<String> key();
}
