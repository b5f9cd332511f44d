package no.samsnakk.local.kafka;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import no.samsnakk.local.tls.Tls;

/**
 * What our broker, which is its own controller, is told.
 *
 * @param data what it keeps its records in
 * @param port where it listens
 * @param advertised where clients are told to connect to
 * @param controller where it listens to itself
 */
public record BrokerSettings(Path data, int port, int advertised, int controller) {

  /** As a file, with the administrator's password in it. */
  public String text(String adminPassword, Tls tls) {
    Properties lines = new Properties();
    lines.putAll(common(adminPassword, Users.protocol(tls)));
    lines.putAll(encryption(tls));
    StringWriter text = new StringWriter();
    try {
      lines.store(text, "Written at every start by LocalKafka");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The broker shows its certificate on both listeners, and verifies its own controller's. */
  private static Map<String, String> encryption(Tls tls) {
    Map<String, String> settings = new HashMap<>();
    tls.of("kafka")
        .ifPresent(
            own -> {
              settings.put("ssl.keystore.type", "PEM");
              settings.put("ssl.keystore.location", own.toString());
            });
    settings.putAll(Users.truststore(tls));
    return settings;
  }

  private Map<String, String> common(String adminPassword, String protocol) {
    String login = Users.adminLogin(adminPassword);
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", "1"),
        Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controller),
        Map.entry(
            "listeners", "CLIENTS://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller),
        Map.entry("advertised.listeners", "CLIENTS://localhost:" + advertised),
        Map.entry(
            "listener.security.protocol.map", "CLIENTS:%1$s,CONTROLLER:%1$s".formatted(protocol)),
        Map.entry("listener.name.clients.sasl.enabled.mechanisms", "SCRAM-SHA-512,PLAIN"),
        Map.entry("listener.name.clients.plain.sasl.jaas.config", login),
        Map.entry(
            "listener.name.clients.scram-sha-512.sasl.jaas.config",
            "org.apache.kafka.common.security.scram.ScramLoginModule required;"),
        Map.entry("listener.name.controller.sasl.enabled.mechanisms", "PLAIN"),
        Map.entry("listener.name.controller.plain.sasl.jaas.config", login),
        Map.entry("sasl.mechanism.inter.broker.protocol", "PLAIN"),
        Map.entry("sasl.mechanism.controller.protocol", "PLAIN"),
        Map.entry(
            "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
        Map.entry("super.users", "User:" + Users.ADMIN),
        Map.entry("inter.broker.listener.name", "CLIENTS"),
        Map.entry("controller.listener.names", "CONTROLLER"),
        Map.entry("log.dirs", data.toString()),
        Map.entry("auto.create.topics.enable", "false"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "4"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("transaction.state.log.num.partitions", "4"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
        Map.entry("num.network.threads", "2"),
        Map.entry("num.io.threads", "4"));
  }
}
