package no.samsnakk.platform.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.auth.SecurityProtocol;

/**
 * Who a service is towards Kafka, and how the connection is protected.
 *
 * @param user its SCRAM user, where the protocol has one
 * @param truststore a PEM file with the authorities that sign the brokers' certificates; without
 *     one those that Java knows
 */
record Security(
    SecurityProtocol protocol,
    String user,
    Optional<String> password,
    Optional<String> truststore) {
  private static final String SCRAM =
      "org.apache.kafka.common.security.scram.ScramLoginModule required"
          + " username=\"%s\" password=\"%s\";";

  Security {
    if (usesSasl(protocol) && password.isEmpty()) {
      throw new IllegalStateException("No password for Kafka's user " + user);
    }
  }

  /** Kafka's own settings for it. */
  Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol.name);
    if (usesSasl(protocol)) {
      settings.put(SaslConfigs.SASL_MECHANISM, "SCRAM-SHA-512");
      settings.put(
          SaslConfigs.SASL_JAAS_CONFIG,
          SCRAM.formatted(quotable(user), quotable(password.orElseThrow())));
    }
    if (usesTls(protocol)) {
      truststore.ifPresent(
          file -> {
            settings.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
            settings.put(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, file);
          });
    }
    return settings;
  }

  private static boolean usesSasl(SecurityProtocol protocol) {
    return protocol == SecurityProtocol.SASL_SSL || protocol == SecurityProtocol.SASL_PLAINTEXT;
  }

  private static boolean usesTls(SecurityProtocol protocol) {
    return protocol == SecurityProtocol.SASL_SSL || protocol == SecurityProtocol.SSL;
  }

  /** A password may hold any character: in JAAS a quoted text ends at the first bare quote. */
  private static String quotable(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  @Override
  public String toString() {
    return "Security[%s as %s]".formatted(protocol, user);
  }
}
