package no.samsnakk.platform.ticket;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What tickets are signed with. */
@ConfigMapping(prefix = "samsnakk.ticket")
interface TicketConfig {
  /** 32 bytes in base64, the same at the gateway and at messaging; the others need none. */
  Optional<String> key();
}
