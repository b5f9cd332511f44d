package no.samsnakk.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.List;

/** Where the services behind the gateway are. */
@ConfigMapping(prefix = "samsnakk")
interface ServiceAddresses {
  /** Rooms. */
  One rooms();

  /** Messaging. */
  Several messaging();

  /** Notifications. */
  Several notifications();

  /** Audit. */
  Several audit();

  /**
   * A service that has one address: the others ask it too, through a client that knows one only.
   */
  interface One {
    /** Its address. */
    URI url();
  }

  /** A service of which there may be several. */
  interface Several {
    /** Their addresses, separated by commas. */
    List<URI> url();
  }
}
