package no.samsnakk.notifications.webpush;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** What push services know this service by. */
@ConfigMapping(prefix = "samsnakk.vapid")
interface VapidConfig {
  /** The file of its keys, made if it is missing. Lost with it: every subscription. */
  @WithDefault("vapid.json")
  Path file();
}
