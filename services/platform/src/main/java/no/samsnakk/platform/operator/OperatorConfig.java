package no.samsnakk.platform.operator;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What whoever runs Samsnakk proves himself with. */
@ConfigMapping(prefix = "samsnakk.operator")
interface OperatorConfig {
  /** {@code SAMSNAKK_OPERATOR_KEY}: at least 32 characters. Without one nobody is let in. */
  Optional<String> key();
}
