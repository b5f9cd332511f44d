package no.samsnakk.platform.intake;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** The channel that a service consumes; fixed in each service, which may have none. */
@ConfigMapping(prefix = "mp.messaging.incoming.intake")
interface IntakeChannel {
  /** What it listens to. */
  Optional<List<String>> topics();
}
