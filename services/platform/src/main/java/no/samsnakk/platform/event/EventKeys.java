package no.samsnakk.platform.event;

import static java.util.stream.Collectors.toMap;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.samsnakk.contracts.event.RecordHeaders;
import no.samsnakk.platform.settings.ServiceSettings;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The keys that this service has: its own, and of the services that it hears what they seal with
 * where it hears them ({@code samsnakk.hears}). Without all of them it does not start.
 */
@Startup
@Singleton
public class EventKeys {
  private static final String NAME = "samsnakk.event.key.";

  private final String service;
  private final List<TellerKey> own;
  private final Map<String, List<EventKey>> heard;

  /**
   * Reads them.
   *
   * @throws IllegalStateException if one is missing
   * @throws IllegalArgumentException if one is none
   */
  @Inject
  EventKeys(ServiceSettings settings, Config config) {
    this(settings.service(), settings.hears(), config);
  }

  EventKeys(String service, Optional<List<String>> hears, Config config) {
    this.service = service;
    this.own = TellerKey.parse(service, key(config, service));
    this.heard =
        hears.orElse(List.of()).stream()
            .collect(toMap(way -> way, way -> EventKey.parse(teller(way), key(config, way))));
  }

  private static String key(Config config, String whose) {
    var name = NAME + whose.replace('/', '.');
    return config
        .getOptionalValue(name, String.class)
        .orElseThrow(() -> new IllegalStateException("No " + name));
  }

  private static String teller(String way) {
    return way.substring(0, way.indexOf('/'));
  }

  /** Seals what this service tells. */
  @Produces
  @Singleton
  EventSealer sealer() {
    return new EventSealer(own);
  }

  /** Who sealed it; nobody, if the seal is missing, broken or of a key that we do not have. */
  Optional<String> sealedBy(ConsumerRecord<String, ? extends @Nullable String> record) {
    var header = record.headers().lastHeader(RecordHeaders.SEAL);
    return header == null || header.value() == null
        ? Optional.empty()
        : Seal.of(header.value()).filter(seal -> fits(seal, Sealed.of(record))).map(Seal::service);
  }

  private boolean fits(Seal seal, Sealed event) {
    return keysOf(seal.service(), event.topic()).anyMatch(key -> key.made(seal, event));
  }

  private Stream<EventKey> keysOf(String teller, String topic) {
    return teller.equals(service)
        ? own.stream().map(key -> key.on(topic))
        : heard.getOrDefault(teller + "/" + topic, List.of()).stream();
  }
}
