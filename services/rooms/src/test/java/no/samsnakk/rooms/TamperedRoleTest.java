package no.samsnakk.rooms;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import no.samsnakk.local.Home;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.rooms.directory.DirectoryStart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mallory administers the database, and would like to be a professional or an auditor. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class TamperedRoleTest {
  @Inject DirectoryStart directory;
  @Inject MeterRegistry metrics;

  private Actor mallory;
  private Actor vera;

  @BeforeEach
  void veraAloneHasARole() {
    mallory = Actor.somebodyNew("Mallory Nordmann").signsIn();
    vera = Actor.vera();
  }

  @AfterEach
  void theDirectoryIsReadAgain() throws Throwable {
    directory.read(Home.find().deploy("demo/directory.json"));
  }

  @Test
  void aRoleThatHeWritesIsNone() throws SQLException {
    writesARole("AUDITOR", "null");

    mallory.looksAtHerself().body("roles", empty());
  }

  @Test
  void norIsOneWithTheSealOfHers() throws SQLException {
    writesARole("PROFESSIONAL", "(select seal from rooms.role where %s)".formatted(isOf(vera)));

    mallory.looksAtHerself().body("roles", empty());
  }

  @Test
  void hersDoesNotBecomeHis() throws SQLException {
    Database.execute(
        "update rooms.role set person_id = '%s' where %s"
            .formatted(mallory.personId(), isOf(vera)));

    mallory.looksAtHerself().body("roles", empty());
  }

  @Test
  void noColumnMakesMoreOfHers() throws Throwable {
    var kari = Actor.kari().organisationId();
    for (var column :
        new String[] {"kind = 'AUDITOR'", "title = 'Sjef'", "organisation_id = '" + kari + "'"}) {
      Database.execute("update rooms.role set %s where %s".formatted(column, isOf(vera)));

      vera.looksAtHerself().body("roles", empty());
      theDirectoryIsReadAgain();
    }
  }

  @Test
  void oneThatHasEndedDoesNotBeginAnew() throws Throwable {
    var role = writesARole("AUDITOR", "null");
    beforeThereWereSeals();
    theDirectoryIsReadAgain();
    assertTrue(isSealed(role));

    Database.execute("update rooms.role set ended_at = null where role_id = '" + role + "'");

    mallory.looksAtHerself().body("roles", empty());
  }

  @Test
  void nobodyIsInvitedByOneThatHeWrote() throws SQLException {
    var role = writesARole("PROFESSIONAL", "null");
    var are = Actor.are();
    var kari = Actor.kari();
    var roomId = kari.proposesRoomFor(are);
    are.consents(roomId);

    kari.invites(roomId, role.toString()).statusCode(422).body("code", equalTo("role-unknown"));
  }

  @Test
  void theOperatorIsTold() throws SQLException {
    double before = refused();
    writesARole("AUDITOR", "null");

    mallory.looksAtHerself().body("roles", empty());

    assertTrue(refused() > before);
  }

  /** As all are that rooms knew before there were seals. */
  @Test
  void oneWithoutASealIsTheSameOnceTheDirectoryIsRead() throws Throwable {
    var role = vera.roleId();
    Database.execute("update rooms.role set seal = null");
    beforeThereWereSeals();
    vera.looksAtHerself().body("roles", empty());

    theDirectoryIsReadAgain();

    assertEquals(role, vera.roleId());
    assertEquals(0, Database.count("select count(*) from rooms.role where seal is null"));
  }

  @Test
  void whatHeWroteIsOverOnceTheDirectoryIsRead() throws Throwable {
    var role = writesARole("AUDITOR", "null");

    theDirectoryIsReadAgain();

    mallory.looksAtHerself().body("roles", empty());
    assertEquals(
        1,
        Database.count(
            "select count(*) from rooms.role where ended_at is not null and role_id = '%s'"
                .formatted(role)));
  }

  @Test
  void noReadingSealsWhatHeWrote() throws Throwable {
    for (var seal : new String[] {"null", "'\\x00'"}) {
      for (var ended : new String[] {"null", "now()"}) {
        var role = writesARole("AUDITOR", seal);
        Database.execute(
            "update rooms.role set ended_at = %s where role_id = '%s'".formatted(ended, role));

        theDirectoryIsReadAgain();

        assertFalse(isSealed(role), seal + ", ended " + ended);
        Database.execute("delete from rooms.role where role_id = '" + role + "'");
      }
    }
  }

  /** With the service's own password; an administrator of the database could. */
  @Test
  void norCanTheServiceHaveItSealedAsOneFromBefore() throws SQLException {
    try (var rooms = Database.asRooms();
        var statement = rooms.createStatement()) {
      var refused =
          assertThrows(SQLException.class, () -> statement.execute("delete from rooms.done_once"));
      assertTrue(String.valueOf(refused.getMessage()).contains("permission denied"));
    }
  }

  private static void beforeThereWereSeals() throws SQLException {
    Database.execute("delete from rooms.done_once");
  }

  private static boolean isSealed(UUID role) throws SQLException {
    return Database.count(
            "select count(*) from rooms.role where octet_length(seal) = 32 and role_id = '%s'"
                .formatted(role))
        == 1;
  }

  private UUID writesARole(String kind, String seal) throws SQLException {
    var id = Ids.next();
    Database.execute(
        """
        insert into rooms.role (role_id, person_id, organisation_id, kind, title, seal)
        values ('%s', '%s', '%s', '%s', 'Veileder', %s)"""
            .formatted(id, mallory.personId(), vera.organisationId(), kind, seal));
    return id;
  }

  private double refused() {
    return metrics.counter("samsnakk.rooms.roles.refused").count();
  }

  private static String isOf(Actor person) {
    return "ended_at is null and person_id = '" + person.personId() + "'";
  }
}
