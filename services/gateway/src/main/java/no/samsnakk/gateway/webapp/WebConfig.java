package no.samsnakk.gateway.webapp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Which web app is served. */
@ConfigMapping(prefix = "samsnakk.web")
interface WebConfig {
  /** The folder that npm builds: {@code SAMSNAKK_WEB_ROOT}. */
  @WithDefault("services/web/dist")
  Path root();
}
