package no.samsnakk.platform.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;

/**
 * Clients that are closed with this: left open, each asks for a Kafka that has ended hundreds of
 * times a second.
 */
public class ClosedClients extends KafkaClients implements AutoCloseable {
  private static final Duration AT_ONCE = Duration.ZERO;

  private final ConcurrentLinkedQueue<Runnable> closings = new ConcurrentLinkedQueue<>();

  /** Clients that connect like this. */
  public ClosedClients(Map<String, Object> connection) {
    super(connection);
  }

  @Override
  public Producer<String, String> producer(Map<String, Object> settings) {
    var producer = super.producer(settings);
    closings.add(() -> producer.close(AT_ONCE));
    return producer;
  }

  @Override
  public Admin admin(Map<String, Object> settings) {
    var admin = super.admin(settings);
    closings.add(() -> admin.close(AT_ONCE));
    return admin;
  }

  @Override
  public void close() {
    closings.forEach(Runnable::run);
  }
}
