package no.samsnakk.audit.story;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import no.samsnakk.local.LocalKafka;
import no.samsnakk.local.LocalPostgres;

/** A real PostgreSQL, a real Kafka, somebody who answers in rooms' place, and a key for tokens. */
public final class World implements QuarkusTestResourceLifecycleManager {
  public static final String OPERATOR_KEY = "a-key-of-at-least-thirty-two-characters";
  static final String SUPERUSER = "test.superuser";
  static final String JDBC = "test.jdbc";
  static final String SIGNING_KEY = "test.signing-key";

  private final LocalPostgres postgres = LocalPostgres.temporary();
  private final LocalKafka kafka = kafka();
  private final RoomsStandIn rooms = rooms();

  @Override
  public Map<String, String> start() {
    var keys = keys();
    var settings = new HashMap<String, String>();
    postgres.configuration().forEach((name, value) -> settings.put(property(name), value));
    kafka.configuration().forEach((name, value) -> settings.put(property(name), value));
    settings.put("samsnakk.rooms.url", rooms.url());
    settings.put("quarkus.oidc.auth-server-url", "");
    settings.put("quarkus.oidc.public-key", base64(keys.getPublic().getEncoded()));
    settings.put(SIGNING_KEY, base64(keys.getPrivate().getEncoded()));
    settings.put("samsnakk.operator.key", OPERATOR_KEY);
    // Tests say when it is night.
    settings.put("samsnakk.verification.look", "1h");
    settings.put(SUPERUSER, postgres.superuserJdbcUrl());
    settings.put(JDBC, postgres.jdbcUrl());
    return settings;
  }

  /** The name that an environment variable is known by: SAMSNAKK_KAFKA is samsnakk.kafka. */
  private static String property(String variable) {
    return variable.toLowerCase(java.util.Locale.ROOT).replace('_', '.');
  }

  @Override
  public void stop() {
    rooms.close();
    kafka.close();
    postgres.close();
  }

  /** Kafka's client finds its own classes through the thread, which Quarkus has given another. */
  private static LocalKafka kafka() {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(LocalKafka.class.getClassLoader());
    try {
      return LocalKafka.temporary();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static RoomsStandIn rooms() {
    try {
      return new RoomsStandIn();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KeyPair keys() {
    try {
      return KeyPairGenerator.getInstance("RSA").generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
