package no.samsnakk.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator says how Kafka is reached; every client does as she says. */
class KafkaClientsTest {
  private static final Optional<String> NONE = Optional.empty();

  @Test
  void with_tls_and_a_password_a_client_is_its_services_own_user() {
    var clients = clients("SASL_SSL", Optional.of("secret"), Optional.of("/etc/ca.pem"));

    assertThat(clients.connection())
        .containsEntry("bootstrap.servers", "kafka.example:9093")
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
        .containsEntry("ssl.truststore.type", "PEM")
        .containsEntry("ssl.truststore.location", "/etc/ca.pem");
    assertThat(login(clients).get("username")).isEqualTo("samsnakk-rooms");
  }

  @Test
  void without_a_truststore_those_are_trusted_whom_java_trusts() {
    assertThat(clients("SSL", NONE, NONE).connection())
        .containsEntry("security.protocol", "SSL")
        .doesNotContainKeys("ssl.truststore.location", "ssl.truststore.type", "sasl.mechanism");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "a\"b", "a\\b", "a\\\"; c=\"d", "it's", "a b=c;"})
  void a_password_may_be_anything(String password) {
    var clients = clients("SASL_PLAINTEXT", Optional.of(password), NONE);

    assertThat(login(clients).get("password")).isEqualTo(password);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SASL_SSL", "SASL_PLAINTEXT"})
  void who_has_no_password_does_not_start(String security) {
    assertThatThrownBy(() -> clients(security, NONE, NONE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("No password for Kafka's user samsnakk-rooms");
  }

  @Test
  void a_security_that_kafka_does_not_know_is_none() {
    assertThatThrownBy(() -> clients("SASL_TLS", Optional.of("secret"), NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_password_is_not_told() {
    var security =
        new Security(SecurityProtocol.SASL_SSL, "samsnakk-rooms", Optional.of("secret"), NONE);

    assertThat(security.toString()).doesNotContain("secret");
  }

  private static KafkaClients clients(
      String security, Optional<String> password, Optional<String> truststore) {
    return new KafkaClients("kafka.example:9093", security, "samsnakk-rooms", password, truststore);
  }

  /** As Kafka reads it. */
  private static Map<String, ?> login(KafkaClients clients) {
    var jaas = (String) clients.connection().get("sasl.jaas.config");
    var context = JaasContext.loadClientContext(Map.of("sasl.jaas.config", new Password(jaas)));
    return context.configurationEntries().getFirst().getOptions();
  }
}
