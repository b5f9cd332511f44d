package no.samsnakk.platform.settings;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is the same in every service, but for its name. */
@ConfigMapping(prefix = "samsnakk")
public interface ServiceSettings {
  /** Its name, which is its schema and the stem of its database roles; fixed in each service. */
  String service();

  /** Whose events it hears, and where: {@code <service>/<topic>} each; fixed in each service. */
  Optional<List<String>> hears();

  /** The one address that browsers know, without a slash at its end. */
  String origin();

  /** Who says who somebody is: the address of its OpenID Connect realm. */
  String issuer();

  /** Whether synthetic identity numbers are taken, and no others. */
  boolean demo();

  /** How old a login may be for what needs a fresh one. */
  Duration freshLogin();
}
