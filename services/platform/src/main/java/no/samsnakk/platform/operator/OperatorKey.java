package no.samsnakk.platform.operator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static no.samsnakk.platform.log.PlatformLog.LOG;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import no.samsnakk.platform.log.Warnings;
import no.samsnakk.platform.settings.ServiceName;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The key that an operator shows; who has none is told so, and nothing else. Each service has one
 * of its own ({@code SAMSNAKK_OPERATOR_KEY_‹SERVICE›}, at least 32 characters), so that whoever
 * takes one service over commands no other. Without a key nobody is let in.
 */
@ApplicationScoped
public class OperatorKey {
  private static final String NAME = "samsnakk.operator.key.";
  private static final int SHORTEST = 32;
  private static final String BEARER = "Bearer ";

  private final byte @Nullable [] key;
  private final Warnings refused;

  OperatorKey(@ServiceName String service, Config config, MeterRegistry metrics) {
    this.refused = new Warnings(metrics.counter("samsnakk." + service + ".operator.refused"));
    this.key =
        config
            .getOptionalValue(NAME + service, String.class)
            .filter(it -> it.length() >= SHORTEST)
            .map(it -> it.getBytes(UTF_8))
            .orElse(null);
  }

  /** Passes the request on or answers 401. Takes as long whichever character differs. */
  public void letIn(RoutingContext request) {
    var shown = request.request().getHeader("Authorization");
    if (key != null
        && shown != null
        && shown.startsWith(BEARER)
        && MessageDigest.isEqual(key, shown.substring(BEARER.length()).getBytes(UTF_8))) {
      request.next();
    } else {
      refused.tell(LOG::operatorRefused);
      request.response().setStatusCode(401).end();
    }
  }
}
