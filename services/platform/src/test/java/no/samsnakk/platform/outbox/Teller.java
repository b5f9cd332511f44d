package no.samsnakk.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.contracts.event.SessionEnded;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.local.kafka.Users;
import no.samsnakk.platform.event.EventSealer;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.kafka.KafkaClients;

/**
 * A process that tells something, with the real outbox and the real relay, for tests to kill.
 *
 * <p>Arguments: {@code tell <session id>…} commits one event for each and says so on standard
 * output; {@code relay} only relays. Then it stays until it is killed. Database and Kafka come from
 * the environment.
 */
final class Teller {
  static final String SERVICE = "gateway";

  static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  private Teller() {}

  public static void main(String[] args) throws InterruptedException {
    var env = System.getenv();
    var pool = pool(env);
    var kafka = new KafkaClients(connection(env));
    relay(env, pool, new SimpleMeterRegistry(), kafka).start(new io.quarkus.runtime.StartupEvent());
    if (args[0].equals("tell")) {
      tell(pool, List.of(args).subList(1, args.length));
      System.out.println("committed");
    }
    Thread.sleep(Duration.ofMinutes(2));
  }

  /** The real one, which is still to be started. */
  static OutboxRelay relay(
      Map<String, String> env,
      io.vertx.sqlclient.Pool pool,
      MeterRegistry metrics,
      KafkaClients kafka) {
    var sealer = EventSealer.of(SERVICE, env.getOrDefault("SAMSNAKK_EVENT_KEY_GATEWAY", KEY));
    var config = config(env);
    return new OutboxRelay(
        pool,
        new OldRows(sealer, config, SERVICE, metrics),
        new Proof(sealer, SERVICE, metrics),
        new KafkaSender(kafka),
        new KafkaTopics(kafka),
        config,
        Clock.systemUTC(),
        SERVICE);
  }

  static Map<String, Object> connection(Map<String, String> env) {
    return Users.service(
        env.get("SAMSNAKK_KAFKA"), SERVICE, env.get("SAMSNAKK_KAFKA_GATEWAY_PASSWORD"));
  }

  static io.vertx.sqlclient.Pool pool(Map<String, String> env) {
    var address = env.get("SAMSNAKK_DATABASE");
    var options =
        PgConnectOptions.fromUri("postgresql://" + address)
            .setUser("samsnakk_gateway")
            .setPassword(env.get("SAMSNAKK_DB_GATEWAY_PASSWORD"))
            .addProperty("search_path", SERVICE);
    return PgBuilder.pool().connectingTo(options).using(Vertx.vertx()).build();
  }

  static void tell(io.vertx.sqlclient.Pool pool, List<String> sessions) {
    tell(pool, KEY, sessions.stream().map(UUID::fromString).map(Teller::ended).toList());
  }

  static void tell(io.vertx.sqlclient.Pool pool, String keys, List<OutboxRecord> records) {
    var outbox = new Outbox(SERVICE, Clock.systemUTC(), EventSealer.of(SERVICE, keys));
    Pool.newInstance(pool)
        .withTransaction(connection -> outbox.append(connection, records))
        .await()
        .indefinitely();
  }

  static OutboxRecord ended(UUID session) {
    var at = Clock.systemUTC().instant();
    var data = new SessionEnded(session, Ids.next(), at, SessionEnded.Cause.LOGOUT);
    return OutboxRecord.of(Ids.next(), Topics.SESSIONS, session, data);
  }

  private static OutboxConfig config(Map<String, String> env) {
    return new OutboxConfig() {
      @Override
      public boolean relay() {
        return true;
      }

      @Override
      public Duration lookAgain() {
        return Duration.ofMillis(200);
      }

      @Override
      public Duration keep() {
        return Duration.parse(env.getOrDefault("SAMSNAKK_OUTBOX_KEEP", "P1D"));
      }

      @Override
      public Duration pace() {
        return Duration.ofMillis(20);
      }

      @Override
      public boolean sealOld() {
        return env.containsKey("SAMSNAKK_OUTBOX_SEAL_OLD");
      }

      @Override
      public int batch() {
        return 500;
      }
    };
  }
}
