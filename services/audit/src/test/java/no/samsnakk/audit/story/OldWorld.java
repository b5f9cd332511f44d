package no.samsnakk.audit.story;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.Events;
import no.samsnakk.contracts.event.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The world as a version without seals has left it: its tables, and a record in Kafka that nobody
 * has read yet.
 */
public final class OldWorld extends World {
  public static final UUID OLD_ENTRY = UUID.fromString("0193f1a0-0000-7000-8000-000000000001");

  @Override
  public Map<String, String> start() {
    var settings = super.start();
    // As the migration leaves it in a schema that is older than seals (platform's BorderTest).
    try (var connection = DriverManager.getConnection(settings.get(SUPERUSER));
        var statement = connection.createStatement()) {
      statement.execute("insert into audit.unsealed_border_due values (now())");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    tellWithoutASeal(settings);
    return settings;
  }

  private static void tellWithoutASeal(Map<String, String> settings) {
    var client = new HashMap<String, Object>();
    settings.forEach(
        (name, value) -> {
          if (name.startsWith(KAFKA)) {
            client.put(name.substring(KAFKA.length()), value);
          }
        });
    var at = Instant.parse("2026-11-20T10:00:00Z");
    var entry =
        AuditRecorded.success(OLD_ENTRY, at, AuditAction.SIGNED_IN, UUID.randomUUID(), null);
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(KafkaProducer.class.getClassLoader());
    try (var kafka = new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
      var value = Events.write(OLD_ENTRY, "rooms", at, entry);
      kafka.send(new ProducerRecord<>(Topics.AUDIT, 0, "test", value)).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
