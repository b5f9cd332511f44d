package no.samsnakk.messaging.story;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import no.samsnakk.contracts.openapi.RoomsStandIn;
import no.samsnakk.keys.TransitStandIn;
import no.samsnakk.local.LocalKafka;
import no.samsnakk.local.LocalPostgres;
import no.samsnakk.local.Service;

/**
 * A real PostgreSQL and a real Kafka, with rooms' own published view over plain tables, the
 * gateway's own sessions, and a signer of tokens.
 */
public final class World implements QuarkusTestResourceLifecycleManager {
  static final String SIGNING_KEY = "test.signing-key";
  static final String SUPERUSER = "test.superuser";

  /** Before each of the settings of a client that may do everything. */
  static final String KAFKA = "test.kafka.";

  static final String OPERATOR_KEY = "a-key-of-at-least-thirty-two-characters";
  static final String AUDITS_KEY = "another-key-for-the-commands-of-audit";
  public static final String ORIGIN = "http://localhost:18200";

  private static final Path VIEW =
      Path.of("../rooms/src/main/resources/db/migration/V2__access.sql");
  private static final Path VIEW_WITH_ENDS =
      Path.of("../rooms/src/main/resources/db/migration/V17__how_a_seat_ended.sql");
  private static final Path VIEW_TODAY =
      Path.of("../rooms/src/main/resources/db/migration/V20__blocks.sql");
  private static final Path SESSIONS =
      Path.of("../gateway/src/main/resources/db/migration/V1__sessions.sql");
  private static final Path SESSION_VIEW =
      Path.of("../gateway/src/main/resources/db/migration/V2__published_sessions.sql");
  private static final String TABLES =
      """
      create table room (room_id uuid primary key, status text not null, patient_id uuid not null,
        access_epoch bigint not null);
      create table seat (room_id uuid not null references room, seat_id uuid not null,
        person_id uuid not null, part text not null, status text not null, organisation_id uuid,
        closed_with_room boolean not null default false, refused_at timestamptz,
        changed_at timestamptz not null default now(),
        primary key (room_id, seat_id), unique (room_id, person_id, part));
      create index on seat (person_id);
      create table block (patient_id uuid not null, person_id uuid not null,
        blocked_at timestamptz not null, primary key (patient_id, person_id));\
      """;

  private final LocalPostgres postgres = LocalPostgres.temporary().migrated(Service.MESSAGING);
  private final LocalKafka kafka = kafka();
  private final RoomsStandIn rooms;
  private final TransitStandIn keyService = new TransitStandIn();
  private final Path keys;

  public World() throws IOException {
    rooms = new RoomsStandIn();
    keys = Files.createTempDirectory("messaging-test-keys");
  }

  @Override
  public Map<String, String> start() {
    make("rooms", TABLES, text(VIEW), text(VIEW_WITH_ENDS), view(text(VIEW_TODAY)));
    make("gateway", text(SESSIONS), text(SESSION_VIEW));
    Map<String, String> settings = new HashMap<>();
    postgres.configuration().forEach((name, value) -> settings.put(property(name), value));
    kafka.configuration().forEach((name, value) -> settings.put(property(name), value));
    kafka.administrator().forEach((name, value) -> settings.put(KAFKA + name, value.toString()));
    settings.put("samsnakk.rooms.url", rooms.url());
    settings.put("samsnakk.origin", ORIGIN);
    settings.put("samsnakk.ticket.key", Base64.getEncoder().encodeToString(new byte[32]));
    settings.put("samsnakk.operator.key.messaging", OPERATOR_KEY);
    settings.put("samsnakk.operator.key.audit", AUDITS_KEY);
    settings.put("samsnakk.room-key.file", keys.resolve("room-key").toString());
    settings.put("samsnakk.room-key.transit.url", keyService.url().toString());
    settings.put("samsnakk.room-key.transit.token-file", token().toString());
    settings.put("quarkus.oidc.auth-server-url", "");
    settings.put(SUPERUSER, postgres.superuserJdbcUrl());
    limits(settings);
    patience(settings);
    tokens(settings);
    return settings;
  }

  /** The view alone, of what a migration makes. */
  private static String view(String migration) {
    var from = migration.indexOf("create or replace view access_v1");
    return migration.substring(from, migration.indexOf(';', from) + 1);
  }

  private Path token() {
    try {
      var file = keys.resolve("token");
      keyService.knows("s.messaging", file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Wide enough for the tests that send a lot, narrow enough to be reached. */
  private static void limits(Map<String, String> settings) {
    settings.put("samsnakk.limits.messages-per-person-per-minute", "1000");
    settings.put("samsnakk.limits.messages-per-room-per-minute", "1900");
    settings.put("samsnakk.limits.outbound-bytes", "400K");
    settings.put("samsnakk.limits.opening-bytes", "100K");
    settings.put("samsnakk.limits.slow", "1s");
    settings.put("samsnakk.limits.silence", "20s");
    settings.put("quarkus.websockets-next.server.auto-ping-interval", "2s");
    settings.put("samsnakk.limits.sockets-per-person", "5");
    settings.put("samsnakk.limits.arrivals-at-once", "8");
    settings.put("samsnakk.limits.views-per-socket", "5");
    settings.put("samsnakk.traces.window", "3s");
    // Soon spent, and slow to come back: however slow the machine is, it stays spent for a while.
    settings.put("samsnakk.traces.burst", "100");
    settings.put("samsnakk.traces.per-minute", "6");
  }

  /**
   * What a test keeps waiting by a lock of its own waits until it lets go, on a slow machine too.
   */
  private static void patience(Map<String, String> settings) {
    settings.put("quarkus.datasource.reactive.additional-properties.statement_timeout", "60s");
  }

  private static void tokens(Map<String, String> settings) {
    try {
      var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
      var encoder = Base64.getEncoder();
      settings.put(
          "quarkus.oidc.public-key", encoder.encodeToString(pair.getPublic().getEncoded()));
      settings.put(SIGNING_KEY, encoder.encodeToString(pair.getPrivate().getEncoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As the other service makes it: with its owner's role, in its schema. */
  private void make(String service, String... scripts) {
    try (var connection = DriverManager.getConnection(postgres.superuserJdbcUrl());
        var statement = connection.createStatement()) {
      statement.execute("set role samsnakk_%1$s_owner; set search_path = %1$s".formatted(service));
      for (var script : scripts) {
        statement.execute(script.replace("${runtime}", "samsnakk_" + service));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Path script) {
    try {
      return Files.readString(script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  private static String property(String variable) {
    return variable.toLowerCase(java.util.Locale.ROOT).replace('_', '.');
  }

  @Override
  public void stop() {
    rooms.close();
    keyService.close();
    kafka.close();
    postgres.close();
  }
}
