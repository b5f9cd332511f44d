package no.samsnakk.e2e.border;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.stage.Journey;
import no.samsnakk.e2e.stage.RunningProcess;
import no.samsnakk.e2e.stage.Samsnakk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody has taken a running service over, and uses what it knows (decision 8). */
@Journey
@Order(32)
class RunningServicesTest {
  private static final String REFUSED = "42501";

  private final Cast cast;
  private final Samsnakk samsnakk;

  RunningServicesTest(Cast cast, Samsnakk samsnakk) {
    this.cast = cast;
    this.samsnakk = samsnakk;
  }

  @BeforeAll
  void somethingIsSaidAndLogged() {
    Room room = cast.roomForAll("Et rom med noe i");
    cast.kari().opens(room).write("Dette skal bli stående");
    cast.are().opens(room).has("Dette skal bli stående");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rooms", "messaging", "notifications", "audit", "gateway", "keycloak"})
  void itKnowsNeitherAnOwnersPasswordNorTheSuperusersNorAnotherServices(String part) {
    String known = RunningProcess.of(samsnakk.pid(part)).words();
    String own = "SAMSNAKK_DB_" + part.toUpperCase(Locale.ROOT) + "_PASSWORD";

    assertThat(known).contains(samsnakk.secret(own));
    assertThat(samsnakk.secrets())
        .filteredOn(it -> it.startsWith("SAMSNAKK_DB_") && !it.equals(own))
        .hasSizeGreaterThan(10)
        .noneMatch(it -> known.contains(samsnakk.secret(it)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "kafka"})
  void theServersThemselvesAreToldNone(String part) {
    String known = RunningProcess.of(samsnakk.pid(part)).words();

    assertThat(samsnakk.secrets())
        .filteredOn(it -> it.startsWith("SAMSNAKK_DB_"))
        .noneMatch(it -> known.contains(samsnakk.secret(it)));
  }

  @Test
  void R7_withWhatAuditKnowsNoEntryOfTheLogIsChangedOrDeleted() throws SQLException {
    String before = theLog();
    try (Connection audit = as("audit")) {
      for (String attempt :
          List.of(
              "update audit.entry set reason = 'another'",
              "delete from audit.entry",
              "truncate audit.entry",
              "drop table audit.entry",
              "alter table audit.entry owner to samsnakk_audit",
              "alter table audit.entry disable trigger all",
              "alter table audit.entry drop constraint hash_is_of_the_content",
              "create trigger t before insert on audit.entry for each row"
                  + " execute function suppress_redundant_updates_trigger()",
              "create rule r as on insert to audit.entry do also delete from audit.entry",
              "create function audit.f() returns int language sql return 1",
              "create table audit.entry2 (seq int)",
              "set role samsnakk_audit_owner",
              "set role postgres",
              "set session authorization samsnakk_audit_owner",
              "set session_replication_role = replica",
              "alter role samsnakk_audit superuser",
              "grant samsnakk_audit_owner to samsnakk_audit",
              "copy audit.entry to program 'true'",
              "update audit.flyway_schema_history set success = false")) {
        isRefused(audit, attempt);
      }
      // What is not his to give is given without effect.
      audit.createStatement().execute("grant update, delete on audit.entry to samsnakk_audit");
      isRefused(audit, "delete from audit.entry");
    }
    assertThat(theLog()).startsWith(before);
  }

  @Test
  void R9_withWhatMessagingKnowsRowLevelSecurityBinds() throws SQLException {
    assertThat(count(asSuperuser(), "messaging.entry")).isPositive();
    try (Connection messaging = as("messaging")) {
      for (String attempt :
          List.of(
              "alter table messaging.entry disable row level security",
              "drop policy reading on messaging.entry",
              "alter policy reading on messaging.entry using (true)",
              "create policy all_of_it on messaging.entry using (true)",
              "alter table messaging.entry owner to samsnakk_messaging",
              "alter role samsnakk_messaging bypassrls",
              "set role samsnakk_messaging_owner",
              "set session authorization samsnakk_messaging_owner",
              "create or replace function messaging.readable_rooms() returns setof uuid"
                  + " language sql return null::uuid",
              "set row_security = off; select * from messaging.entry",
              "update messaging.entry set kind = 'ANOTHER'",
              "delete from messaging.entry",
              "truncate messaging.entry")) {
        isRefused(messaging, attempt);
      }
      messaging.createStatement().execute("set row_security = on");
      assertThat(count(messaging, "messaging.entry")).isZero();
      assertThat(count(messaging, "messaging.read_mark")).isZero();
      assertThat(count(messaging, "messaging.view_interval")).isZero();
      messaging.createStatement().execute("set samsnakk.person = '" + UUID.randomUUID() + "'");
      assertThat(count(messaging, "messaging.entry")).isZero();
    }
  }

  /** With nothing but what the running process knows. */
  private Connection as(String service) throws SQLException {
    var known = RunningProcess.of(samsnakk.pid(service)).environment();
    String variable = "SAMSNAKK_DB_" + service.toUpperCase(Locale.ROOT) + "_PASSWORD";
    return DriverManager.getConnection(
        "jdbc:postgresql://" + known.get("SAMSNAKK_DATABASE"),
        "samsnakk_" + service,
        known.get(variable));
  }

  private Connection asSuperuser() throws SQLException {
    return DriverManager.getConnection(samsnakk.superuserJdbcUrl("samsnakk"));
  }

  private static void isRefused(Connection connection, String attempt) {
    assertThatThrownBy(() -> connection.createStatement().execute(attempt))
        .as(attempt)
        .isInstanceOfSatisfying(
            SQLException.class, it -> assertThat(it.getSQLState()).as(attempt).isEqualTo(REFUSED));
  }

  private static long count(Connection connection, String table) throws SQLException {
    try (var rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Every entry's hash, in their order; more may come while we look. */
  private String theLog() throws SQLException {
    String hashes = "select string_agg(encode(hash, 'hex'), ' ' order by seq) from audit.entry";
    try (var superuser = asSuperuser();
        var rows = superuser.createStatement().executeQuery(hashes)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
