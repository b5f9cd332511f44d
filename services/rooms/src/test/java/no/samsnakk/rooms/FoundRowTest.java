package no.samsnakk.rooms;

import static no.samsnakk.contracts.time.Patience.await;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import no.samsnakk.contracts.database.BentEquality;
import no.samsnakk.rooms.directory.Roles;
import no.samsnakk.rooms.person.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Mallory administers the database and has it find Vera's row where his is asked for. Her row is
 * whole, and not what was asked for. Both have signed in.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class FoundRowTest {
  private static final String ROOMS = "samsnakk_rooms";

  @Inject Roles roles;
  @Inject People people;
  @Inject MeterRegistry metrics;

  private Actor mallory;
  private Actor vera;
  private UUID malloryId;
  private UUID veraId;
  private BentEquality bent;

  @BeforeEach
  void bothHaveSignedIn() {
    mallory = Actor.somebodyNew("Mallory Nordmann").signsIn();
    vera = Actor.somebodyNew("Vera Nordmann").signsIn();
    malloryId = mallory.personId();
    veraId = vera.personId();
  }

  @AfterEach
  void equalityIsWhatItWas() throws SQLException {
    bent.close();
    roomsIsBack();
  }

  @Test
  void R6_hisSubjectDoesNotFindHers() throws SQLException {
    bent = BentEquality.ofTexts(superuser(), ROOMS, mallory.subject, vera.subject);
    roomsIsBack();

    isToldOf("subject", vera.subject, () -> mallory.looksAtHerself().statusCode(401));
  }

  @Test
  void R6_hisNumberDoesNotFindHer() throws SQLException {
    Database.execute("delete from rooms.subject where subject = '" + mallory.subject + "'");
    bent = BentEquality.ofBytes(superuser(), ROOMS, numberKey(malloryId), numberKey(veraId));
    roomsIsBack();

    isToldOf(
        "person",
        veraId,
        () -> mallory.reportsSignIn(mallory.idToken(), Servers.INTERNAL_KEY).statusCode(403));
    mallory.looksAtHerself().statusCode(401);
  }

  @Test
  void R6_herRolesAreNotHis() throws Throwable {
    var helper = Actor.vera();
    var role = helper.roleId();
    bendIds(malloryId, helper.personId());

    isToldOf("role", role, () -> assertEquals(List.of(), inASession(() -> roles.of(malloryId))));
  }

  @Test
  void R6_whatIsInHerRowIsNotHis() throws SQLException {
    bendIds(malloryId, veraId);

    isToldOf("person", veraId, () -> mallory.looksAtHerself().statusCode(403));
    mallory.seesHerAddress().statusCode(403);
  }

  @Test
  void R6_norAmongSeveral() throws Throwable {
    var role = UUID.fromString(Actor.vera().roleId());
    bendIds(malloryId, veraId);
    isToldOf(
        "person",
        veraId,
        () -> assertEquals(Map.of(), inASession(() -> people.byIds(List.of(malloryId)))));
    bent.close();

    bendIds(malloryId, role);
    isToldOf(
        "role",
        role,
        () -> assertEquals(Map.of(), inASession(() -> roles.byIds(List.of(malloryId)))));
  }

  /** A line in ten seconds, whichever row the last is. */
  private void isToldOf(String table, Object found, Executable ask) {
    double before = unasked();
    await()
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              assertDoesNotThrow(ask);
              var last = "the last in rooms.%s is %s.".formatted(table, found);
              return Files.readAllLines(Path.of(Servers.LOG_FILE)).stream()
                  .anyMatch(line -> line.contains("SAMS00209") && line.contains(last));
            });
    assertTrue(unasked() > before);
  }

  private double unasked() {
    return metrics.counter("samsnakk.rooms.rows.unasked").count();
  }

  private static <T> T inASession(Supplier<Uni<T>> ask) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(() -> Panache.withSession(ask));
  }

  private void bendIds(UUID asked, UUID found) throws SQLException {
    bent = BentEquality.ofIds(superuser(), ROOMS, asked, found);
    roomsIsBack();
  }

  /** Its connections were closed. */
  private static void roomsIsBack() {
    await()
        .untilAsserted(
            () -> Actor.somebodyNew("Ola Nordmann").signsIn().looksAtHerself().statusCode(200));
  }

  private static String numberKey(UUID personId) throws SQLException {
    return Database.texts(
            "select encode(number_key, 'hex') from rooms.person where person_id = '%s'"
                .formatted(personId))
        .getFirst();
  }

  private static String superuser() {
    return Servers.postgres().superuserJdbcUrl();
  }
}
