package no.samsnakk.audit.story;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.samsnakk.contracts.openapi.RoomsStandIn;
import no.samsnakk.local.LocalKafka;
import no.samsnakk.local.LocalPostgres;
import no.samsnakk.local.Service;

/** A real PostgreSQL, a real Kafka, somebody who answers in rooms' place, and a key for tokens. */
public class World implements QuarkusTestResourceLifecycleManager {
  public static final String OPERATOR_KEY = "a-key-of-at-least-thirty-two-characters";
  static final String SUPERUSER = "test.superuser";

  /** Before each of the settings of a client that may do everything. */
  static final String KAFKA = "test.kafka.";

  static final String JDBC = "test.jdbc";
  static final String SIGNING_KEY = "test.signing-key";

  private static final Path OF_ROOMS = Path.of("../rooms/src/main/resources/db/migration");
  private static final String TABLES_OF_ROOMS =
      """
      create table room (room_id uuid primary key, status text not null, patient_id uuid not null,
        access_epoch bigint not null);
      create table seat (room_id uuid not null references room, seat_id uuid not null,
        person_id uuid not null, part text not null, status text not null, organisation_id uuid,
        primary key (room_id, seat_id), unique (room_id, person_id, part));\
      """;

  private final LocalPostgres postgres = LocalPostgres.temporary().migrated(Service.AUDIT);
  private final LocalKafka kafka = kafka();
  private final RoomsStandIn rooms = new RoomsStandIn();

  @Override
  public Map<String, String> start() {
    var keys = keys();
    roomsHasMigrated();
    var settings = new HashMap<String, String>();
    postgres.configuration().forEach((name, value) -> settings.put(property(name), value));
    kafka.configuration().forEach((name, value) -> settings.put(property(name), value));
    kafka.administrator().forEach((name, value) -> settings.put(KAFKA + name, value.toString()));
    settings.put("samsnakk.rooms.url", rooms.url());
    settings.put("quarkus.oidc.auth-server-url", "");
    settings.put("quarkus.oidc.public-key", base64(keys.getPublic().getEncoded()));
    settings.put(SIGNING_KEY, base64(keys.getPrivate().getEncoded()));
    settings.put("samsnakk.operator.key.audit", OPERATOR_KEY);
    // Tests say when it is night.
    settings.put("samsnakk.verification.look", "1h");
    settings.put("samsnakk.seat-check.look", "1h");
    settings.put(SUPERUSER, postgres.superuserJdbcUrl());
    settings.put(JDBC, postgres.jdbcUrl());
    return settings;
  }

  /** What rooms publishes, with its own scripts, over as much of its tables as they need. */
  private void roomsHasMigrated() {
    try (var connection = DriverManager.getConnection(postgres.superuserJdbcUrl());
        var statement = connection.createStatement()) {
      statement.execute("set role samsnakk_rooms_owner; set search_path = rooms");
      statement.execute(TABLES_OF_ROOMS);
      for (var script : List.of("V2__access.sql", "V5__audit_reads_access.sql")) {
        var sql = Files.readString(OF_ROOMS.resolve(script));
        statement.execute(sql.replace("${runtime}", "samsnakk_rooms"));
      }
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
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
