package no.samsnakk.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mallory administers the database, and would like to be Vera. Both have signed in. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class TamperedSubjectTest {
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

  @Test
  void hisNumberDoesNotFindHer() throws SQLException {
    Database.execute(
        """
        with his as (
          update rooms.person set number_key = sha256(number_key) where person_id = '%1$s'
          returning old.number_key as found)
        update rooms.person set number_key = (select found from his) where person_id = '%2$s'"""
            .formatted(malloryId, veraId));
    Database.execute("delete from rooms.subject where " + row(mallory));

    mallory.reportsSignIn(mallory.idToken(), Servers.INTERNAL_KEY).statusCode(403);
    mallory.looksAtHerself().statusCode(401);
  }

  private void becomesVera() throws SQLException {
    Database.execute(
        "update rooms.subject set person_id = '%s' where %s".formatted(veraId, row(mallory)));
  }

  private static String row(Actor person) {
    return "subject = '" + person.subject + "'";
  }
}
