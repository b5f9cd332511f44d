package no.samsnakk.platform.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Readers for those who know no keys, and whom they warn. */
public final class Readers {
  private Readers() {}

  /** Of a service that hears nobody: whatever has a seal is forged. */
  public static EventReader ofNobody() {
    var own = Base64.getEncoder().encodeToString(new byte[32]);
    var config =
        new SmallRyeConfigBuilder()
            .withDefaultValues(Map.of("samsnakk.event.key.audit", own))
            .build();
    return new EventReader(new EventKeys("audit", Optional.empty(), config));
  }

  /** What warns this service's operator. */
  public static Forgeries forgeries(String service, MeterRegistry metrics) {
    return new Forgeries(service, metrics);
  }
}
