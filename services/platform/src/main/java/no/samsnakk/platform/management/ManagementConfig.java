package no.samsnakk.platform.management;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** How the management port may be asked. */
@ConfigMapping(prefix = "samsnakk.management")
interface ManagementConfig {
  /**
   * The names that it is asked by besides {@code localhost}, without a port ({@code
   * rooms.samsnakk.svc}). An address needs none.
   */
  Optional<List<String>> hosts();
}
