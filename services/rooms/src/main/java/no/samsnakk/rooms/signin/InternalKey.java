package no.samsnakk.rooms.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static no.samsnakk.rooms.log.RoomsLog.LOG;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.Base64;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.rooms.identity.Key;
import org.jspecify.annotations.Nullable;

/** Tells the gateway from everybody else who has a token. */
@Startup
@ApplicationScoped
class InternalKey {
  private final byte[] expected;

  InternalKey(InternalKeyConfig config) {
    expected = Key.read(config.key(), "SAMSNAKK_INTERNAL_KEY");
  }

  /** Refuses with {@code not-allowed} unless it is ours; takes as long whichever byte differs. */
  void require(@Nullable String shown) {
    var ours = Base64.getEncoder().encode(expected);
    if (shown == null || !MessageDigest.isEqual(ours, shown.strip().getBytes(UTF_8))) {
      LOG.internalKeyWrong();
      throw new Refusal(RefusalCode.NOT_ALLOWED);
    }
  }
}
