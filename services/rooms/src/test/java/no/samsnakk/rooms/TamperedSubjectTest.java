package no.samsnakk.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mallory administers the database, and would like to be Vera. Both have signed in. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class TamperedSubjectTest {
  @Inject MeterRegistry metrics;

  private Actor mallory;
  private Actor vera;
  private UUID malloryId;
  private UUID veraId;

  @BeforeEach
  void bothHaveSignedIn() {
    mallory = Actor.somebodyNew("Mallory Nordmann").signsIn();
    vera = Actor.somebodyNew("Vera Nordmann").signsIn();
    malloryId = mallory.personId();
    veraId = vera.personId();
  }

  @Test
  void hisSubjectDoesNotLeadToHer() throws SQLException {
    becomesVera();

    mallory.looksAtHerself().statusCode(401);
  }

  @Test
  void norWithAllThatIsInHerRow() throws SQLException {
    becomesVera();
    Database.execute(
        "update rooms.subject set seal = (select seal from rooms.subject where %s) where %s"
            .formatted(row(vera), row(mallory)));

    mallory.looksAtHerself().statusCode(401);
  }

  @Test
  void norWithoutASeal() throws SQLException {
    becomesVera();
    Database.execute("update rooms.subject set seal = '' where " + row(mallory));

    mallory.looksAtHerself().statusCode(401);
  }

  @Test
  void herRowDoesNotBecomeHis() throws SQLException {
    Database.execute("delete from rooms.subject where " + row(mallory));
    Database.execute(
        "update rooms.subject set subject = '%s' where %s".formatted(mallory.subject, row(vera)));

    mallory.looksAtHerself().statusCode(401);
  }

  @Test
  void whoSignsInAnewIsHimselfAgain() throws SQLException {
    becomesVera();

    mallory.signsIn();

    assertEquals(malloryId, mallory.personId());
    assertEquals(veraId, vera.personId());
  }

  /** As everybody whose subject rooms knew before there were seals: the migration forgets it. */
  @Test
  void whoseSubjectIsForgottenIsTheSameOnceSheSignsIn() throws SQLException {
    Database.execute("delete from rooms.subject where " + row(vera));
    vera.looksAtHerself().statusCode(401);

    vera.signsIn();

    assertEquals(veraId, vera.personId());
  }

  @Test
  void hisNumberDoesNotFindHer() throws SQLException {
    Database.leadNumber(malloryId, veraId);
    Database.execute("delete from rooms.subject where " + row(mallory));

    mallory.reportsSignIn(mallory.idToken(), Servers.INTERNAL_KEY).statusCode(403);
    mallory.looksAtHerself().statusCode(401);
    assertTrue(refused("people") > 0);
  }

  @Test
  void norWithAllTheNumbersThatAreInHis() throws SQLException {
    Database.execute(
        """
        with his as (delete from rooms.subject where %s),
        aside as (
          update rooms.person set number_key = sha256(number_key) where person_id = '%2$s'
          returning old.number_key, number_sealed)
        update rooms.person set (number_key, number_sealed) = (select * from aside)
         where person_id = '%3$s'"""
            .formatted(row(mallory), malloryId, veraId));

    mallory.reportsSignIn(mallory.idToken(), Servers.INTERNAL_KEY).statusCode(403);
  }

  @Test
  void theOperatorIsTold() throws SQLException {
    double before = refused("subjects");
    becomesVera();

    mallory.looksAtHerself().statusCode(401);

    assertTrue(refused("subjects") > before);
  }

  private double refused(String what) {
    return metrics.counter("samsnakk.rooms." + what + ".refused").count();
  }

  private void becomesVera() throws SQLException {
    Database.execute(
        "update rooms.subject set person_id = '%s' where %s".formatted(veraId, row(mallory)));
  }

  private static String row(Actor person) {
    return "subject = '" + person.subject + "'";
  }
}
