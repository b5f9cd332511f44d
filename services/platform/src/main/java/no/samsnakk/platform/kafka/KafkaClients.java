package no.samsnakk.platform.kafka;

import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes this service's Kafka clients: all of them connect in the same way, as the same user. */
@Startup
@Singleton
public class KafkaClients {
  private final Map<String, Object> connection;

  /**
   * Reads what the operator has said; docs/operations/own-servers.md describes it.
   *
   * @throws IllegalStateException if the security asked for needs a password and there is none
   * @throws IllegalArgumentException if there is no security of that name
   */
  @Inject
  KafkaClients(KafkaConfig config) {
    this(
        config.servers(), config.security(), config.user(), config.password(), config.truststore());
  }

  KafkaClients(
      String servers,
      String security,
      String user,
      Optional<String> password,
      Optional<String> truststore) {
    var secured = new Security(SecurityProtocol.forName(security), user, password, truststore);
    this.connection = new HashMap<>(secured.settings());
    connection.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
  }

  /** Clients that connect like this: for programs that read no configuration. */
  public KafkaClients(Map<String, Object> connection) {
    this.connection = Map.copyOf(connection);
  }

  /** What the channels of SmallRye connect with: it goes in the place of Quarkus' own. */
  @Produces
  @Singleton
  @Identifier("default-kafka-broker")
  Map<String, Object> connection() {
    return Map.copyOf(connection);
  }

  /** A producer of texts. */
  public Producer<String, String> producer(Map<String, Object> settings) {
    return new KafkaProducer<>(with(settings), new StringSerializer(), new StringSerializer());
  }

  /** A consumer of texts. */
  public Consumer<String, String> consumer(Map<String, Object> settings) {
    return new KafkaConsumer<>(with(settings), new StringDeserializer(), new StringDeserializer());
  }

  /** Somebody who asks Kafka about its topics. */
  public Admin admin(Map<String, Object> settings) {
    return Admin.create(with(settings));
  }

  private Map<String, Object> with(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.putAll(connection);
    return all;
  }
}
