package no.samsnakk.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.contracts.event.Events;
import no.samsnakk.contracts.event.RecordHeaders;
import no.samsnakk.contracts.event.SessionEnded;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.local.LocalKafka;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Somebody who reads everything that there is in one Kafka about ended sessions. */
final class Ear implements AutoCloseable {
  private final KafkaConsumer<String, String> reader;
  private final List<UUID> heard = new ArrayList<>();
  private final Map<UUID, String> seals = new HashMap<>();

  Ear(LocalKafka kafka) {
    Map<String, Object> settings = new HashMap<>(kafka.administrator());
    settings.put("group.id", "reader");
    settings.put("auto.offset.reset", "earliest");
    reader = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    reader.subscribe(List.of(Topics.SESSIONS));
  }

  /** Everything heard so far, repeats included, after waiting for all of these. */
  List<UUID> heardAfterAllOf(List<UUID> awaited) {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!heard.containsAll(awaited) && System.nanoTime() < deadline) {
      for (var message : reader.poll(Duration.ofMillis(200))) {
        var event = (SessionEnded) Events.read(message.value()).orElseThrow();
        heard.add(event.sessionId());
        var seal = message.headers().lastHeader(RecordHeaders.SEAL).value();
        seals.put(event.sessionId(), new String(seal, StandardCharsets.US_ASCII));
      }
    }
    return List.copyOf(heard);
  }

  /** With what this session's event came last. */
  String sealOf(UUID session) {
    return seals.get(session);
  }

  @Override
  public void close() {
    reader.close();
  }
}
