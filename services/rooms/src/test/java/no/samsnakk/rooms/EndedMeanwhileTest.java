package no.samsnakk.rooms;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import no.samsnakk.local.Home;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.rooms.directory.DirectoryStart;
import no.samsnakk.rooms.seat.EndedRoles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R1: whose role has ended while a room was closed does not come back with the patient's yes. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class EndedMeanwhileTest {
  @Inject DirectoryStart directory;
  @Inject EndedRoles endedRoles;
  @TempDir Path folder;

  private Actor kari;
  private Actor frida;
  private Actor are;
  private UUID roomId;

  @BeforeEach
  void areHasTakenBackHisConsentToARoomWithKariAndFrida() {
    kari = Actor.kari();
    frida = Actor.frida();
    are = Actor.are();
    roomId = kari.proposesRoomFor(are, frida);
    are.consents(roomId).statusCode(200);
    are.approves(roomId, frida).statusCode(200);
    are.withdraws(roomId).statusCode(200);
  }

  @AfterEach
  void theDirectorySaysWhatItDidBefore() throws Throwable {
    theDirectorySays(demo());
  }

  @Test
  void R1_aProposerWithoutHerRoleDoesNotComeBackNorLaterWhenSheHasItAgain() throws Throwable {
    var shown = are.shown(roomId);
    roleEnds(kari);
    are.views(roomId)
        .body("ifYes.joins", empty())
        .body("ifYes.asked", contains(are.seatOf(roomId, frida)));
    are.saysYesTo(roomId, shown).statusCode(409).body("code", equalTo("consent-page-outdated"));

    are.opensAgain(roomId).statusCode(200).body("participantCount", equalTo(1));
    theDirectorySays(demo());
    kari.views(roomId).statusCode(404);
    are.withdraws(roomId).body("ifYes.joins", empty());
    are.opensAgain(roomId).statusCode(200);
    kari.views(roomId).statusCode(404);
  }

  @Test
  void R1_whoHasTheRoleAgainIsNotLetInByAPageThatDidNotNameHer() throws Throwable {
    roleEnds(kari);
    var shown = are.shown(roomId);
    theDirectorySays(demo());

    are.saysYesTo(roomId, shown).statusCode(409).body("code", equalTo("consent-page-outdated"));
    kari.views(roomId).statusCode(404);
  }

  @Test
  void aYesWithoutItsProposerIsNoneToHerAndHisNoStands() throws Throwable {
    roleEnds(kari);
    are.opensAgain(roomId).statusCode(200);
    theDirectorySays(demo());
    var again = Actor.proposal(kari, are);

    kari.proposes(Ids.next(), again).statusCode(409).body("code", equalTo("asked-too-recently"));
  }

  @Test
  void aYesThatLetsHerInAgainTakesHisNoBack() {
    var again = Actor.proposal(kari, are);
    kari.proposes(Ids.next(), again).statusCode(409).body("code", equalTo("asked-too-recently"));

    are.opensAgain(roomId).statusCode(200);

    kari.proposes(Ids.next(), again).statusCode(201);
  }

  private void roleEnds(Actor helper) throws Throwable {
    theDirectorySays(demo().replace(helper.number, Numbers.synthetic()));
  }

  private void theDirectorySays(String json) throws Throwable {
    directory.read(Files.writeString(folder.resolve("directory.json"), json));
    endedRoles.emptySeats();
  }

  private static String demo() throws Exception {
    return Files.readString(Home.find().deploy("demo/directory.json"));
  }
}
