package no.samsnakk.platform.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Optional;

/** How Kafka is reached, and as whom. */
@ConfigMapping(prefix = "samsnakk.kafka")
interface KafkaConfig {
  /** The brokers, {@code host:port} each, separated by commas. */
  @WithParentName
  String servers();

  /** How the connection is secured, in Kafka's words; {@code SASL_SSL} if nothing else is said. */
  String security();

  /** Its own user there, {@code samsnakk-} and its name if nothing else is said. */
  String user();

  /** The user's password; {@code SAMSNAKK_KAFKA_<service>_PASSWORD}, each service's its own. */
  Optional<String> password();

  /** PEM file of the authorities that sign the brokers' certificates; else those Java knows. */
  Optional<String> truststore();
}
