package no.samsnakk.rooms.identity;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The secret that guards identity numbers. */
@ConfigMapping(prefix = "samsnakk.person")
interface PersonKeyConfig {
  /** {@code SAMSNAKK_PERSON_KEY}: 32 bytes in base64. Whoever loses it loses every number. */
  Optional<String> key();
}
