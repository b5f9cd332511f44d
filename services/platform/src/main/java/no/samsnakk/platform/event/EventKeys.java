package no.samsnakk.platform.event;

import static java.util.stream.Collectors.toMap;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import no.samsnakk.contracts.event.RecordHeaders;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The keys that this service has: its own, and those of the services that it hears ({@code
 * samsnakk.hears}). Without all of them it does not start.
 */
@Startup
@Singleton
public class EventKeys {
  private static final String NAME = "samsnakk.event.key.";

  private final String service;
  private final Map<String, List<EventKey>> keys;

  /**
   * Reads them.
   *
   * @throws IllegalStateException if one is missing
   * @throws IllegalArgumentException if one is none
   */
  @Inject
  EventKeys(
      @ConfigProperty(name = "samsnakk.service") String service,
      @ConfigProperty(name = "samsnakk.hears") Optional<List<String>> hears,
      Config config) {
    this.service = service;
    Set<String> services = new HashSet<>(hears.orElse(List.of()));
    services.add(service);
    this.keys =
        services.stream()
            .collect(toMap(name -> name, name -> EventKey.parse(name, key(config, name))));
  }

  private static String key(Config config, String service) {
    return config
        .getOptionalValue(NAME + service, String.class)
        .orElseThrow(() -> new IllegalStateException("No " + NAME + service));
  }

  /** Seals what this service tells, with the first of its keys. */
  @Produces
  @Singleton
  EventSealer sealer() {
    return new EventSealer(Objects.requireNonNull(keys.get(service)).getFirst());
  }

  /** Who sealed it; nobody, if the seal is missing, broken or of a key that we do not have. */
  Optional<String> sealedBy(ConsumerRecord<String, ? extends @Nullable String> heard) {
    var header = heard.headers().lastHeader(RecordHeaders.SEAL);
    return header == null || header.value() == null
        ? Optional.empty()
        : Seal.of(header.value()).filter(seal -> fits(seal, heard)).map(Seal::service);
  }

  private boolean fits(Seal seal, ConsumerRecord<String, ? extends @Nullable String> heard) {
    var id = EventSealer.eventId(heard.headers());
    return keys.getOrDefault(seal.service(), List.of()).stream()
        .filter(key -> key.id().equals(seal.keyId()))
        .map(key -> key.seal(heard.topic(), heard.key(), id, heard.value()))
        .anyMatch(mac -> MessageDigest.isEqual(mac, seal.mac()));
  }
}
