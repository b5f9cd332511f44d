package no.samsnakk.gateway.world;

import static no.samsnakk.contracts.time.Patience.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import no.samsnakk.contracts.event.EventData;
import no.samsnakk.contracts.event.Events;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the gateway told the others, as it stands in Kafka. */
public final class Told {
  private Told() {}

  /** Waits until something like this has been told on the topic. */
  public static <D extends EventData> D on(String topic, Class<D> type, Predicate<D> wanted) {
    List<D> found = new ArrayList<>();
    try (var reader = reader(topic)) {
      await()
          .until(
              () -> {
                reader
                    .poll(Duration.ofMillis(200))
                    .forEach(
                        told ->
                            Events.read(told.value())
                                .filter(type::isInstance)
                                .map(type::cast)
                                .filter(wanted)
                                .ifPresent(found::add));
                return !found.isEmpty();
              });
    }
    return found.getFirst();
  }

  /** How a client connects that may say and hear what all the others do. */
  private static Map<String, Object> kafka() {
    var config = ConfigProvider.getConfig();
    var settings = new HashMap<String, Object>();
    for (var name : config.getPropertyNames()) {
      if (name.startsWith(World.KAFKA)) {
        settings.put(name.substring(World.KAFKA.length()), config.getValue(name, String.class));
      }
    }
    return settings;
  }

  private static KafkaConsumer<String, String> reader(String topic) {
    var settings = kafka();
    settings.put("group.id", "told-" + UUID.randomUUID());
    settings.put("auto.offset.reset", "earliest");
    var reader = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    reader.subscribe(List.of(topic));
    return reader;
  }
}
