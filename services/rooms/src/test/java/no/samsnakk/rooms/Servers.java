package no.samsnakk.rooms;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import no.samsnakk.local.Home;
import no.samsnakk.local.LocalKafka;
import no.samsnakk.local.LocalPostgres;
import no.samsnakk.local.Service;
import org.jspecify.annotations.Nullable;

/** What rooms runs on in the tests. The issuer is a key of our own; Keycloak is met elsewhere. */
public class Servers implements QuarkusTestResourceLifecycleManager {
  static final String INTERNAL_KEY = Base64.getEncoder().encodeToString(new byte[32]);
  static final String LOG_FILE = "target/rooms-under-test.log";

  private static @Nullable LocalPostgres postgres;
  private static @Nullable LocalKafka kafka;

  static LocalPostgres postgres() {
    return Objects.requireNonNull(postgres);
  }

  static LocalKafka kafka() {
    return Objects.requireNonNull(kafka);
  }

  @Override
  public Map<String, String> start() {
    var database = LocalPostgres.temporary().migrated(Service.ROOMS);
    var broker = inItsOwnClassLoader(LocalKafka::temporary);
    postgres = database;
    kafka = broker;
    var config = new HashMap<String, String>();
    database.configuration().forEach((name, value) -> config.put(property(name), value));
    broker.configuration().forEach((name, value) -> config.put(property(name), value));
    config.put("samsnakk.demo", "true");
    config.put("samsnakk.person.key", INTERNAL_KEY);
    config.put("samsnakk.internal.key", INTERNAL_KEY);
    config.put("samsnakk.issuer", Issuer.NAME);
    config.put("samsnakk.directory.file", Home.find().deploy("demo/directory.json").toString());
    config.put("quarkus.oidc.auth-server-url", "");
    config.put("quarkus.oidc.public-key", Issuer.publicKey());
    config.put("quarkus.oidc.id-token.auth-server-url", "");
    config.put("quarkus.oidc.id-token.public-key", Issuer.publicKey());
    // All tests propose as the same few.
    config.put("samsnakk.bounds.open-proposals", "100000");
    config.put("quarkus.http.test-port", "0");
    config.put("quarkus.management.test-port", "0");
    config.put("quarkus.log.file.enabled", "true");
    config.put("quarkus.log.file.path", LOG_FILE);
    return config;
  }

  /** Kafka's admin client looks its classes up by the thread's class loader, which is Quarkus'. */
  private static <T> T inItsOwnClassLoader(Supplier<T> start) {
    var thread = Thread.currentThread();
    var quarkus = thread.getContextClassLoader();
    thread.setContextClassLoader(LocalKafka.class.getClassLoader());
    try {
      return start.get();
    } finally {
      thread.setContextClassLoader(quarkus);
    }
  }

  private static String property(String variable) {
    return variable.toLowerCase(Locale.ROOT).replace('_', '.');
  }

  @Override
  public void stop() {
    if (kafka != null) {
      kafka.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }
}
