package no.samsnakk.rooms;

import static no.samsnakk.contracts.time.Patience.await;
import static no.samsnakk.rooms.Actor.proposal;
import static no.samsnakk.rooms.Actor.proposalTelling;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Nils is the ex-partner of a woman whose identity number he knows, and works at a clinic. What he
 * types about her must never become hers, and must tell him nothing.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class TypedAboutHerTest {
  private Actor nils;
  private Actor kari;
  private Actor her;
  private String his;

  @BeforeEach
  void nilsKnowsHerNumber() {
    nils = Actor.nils();
    kari = Actor.kari();
    her = Actor.somebodyNew("Hanne Hemmelig");
    his = address("nils");
  }

  @Test
  void hisAddressIsForgottenWithHisProposalAndTheNextProposersIsUsed() throws Exception {
    var lured = Ids.next();
    nils.proposes(lured, proposalTelling(his, nils, her)).statusCode(201);
    assertEquals(his, letterTo(lured));
    nils.retracts(lured).statusCode(204);
    Heard.traces(lured, AuditAction.PROPOSAL_RETRACTED);
    assertNowhereInTheDatabase(his);

    var right = address("right");
    var roomId = Ids.next();
    kari.proposes(roomId, proposalTelling(right, kari, her)).statusCode(201);

    assertEquals(right, letterTo(roomId));
    assertTrue(toldOf(her).stream().noneMatch(told -> told.contains(his) || told.contains(right)));
  }

  @Test
  void theAnswerAndTheLetterAreTheSameForAKnownAndAnUnknownNumber() throws Exception {
    var known = Actor.somebodyNew("Ola Hemmelig").signsIn();
    var ofKnown = Ids.next();
    var ofUnknown = Ids.next();

    nils.proposes(ofKnown, proposalTelling(his, nils, known)).statusCode(201);
    nils.proposes(ofUnknown, proposalTelling(his, nils, her)).statusCode(201);

    assertEquals(his, letterTo(ofKnown));
    assertEquals(his, letterTo(ofUnknown));
    known.signsIn();
    assertTrue(toldOf(known).stream().noneMatch(told -> told.contains(his)));
  }

  @Test
  void theAddressIsGoneOnceSheHasAnsweredWhateverTheAnswer() throws Exception {
    her.signsIn();
    for (var saysYes : List.of(true, false)) {
      var typed = address("typed");
      var roomId = Ids.next();
      kari.proposes(roomId, proposalTelling(typed, kari, her)).statusCode(201);
      assertEquals(typed, letterTo(roomId));

      var answer = saysYes ? her.consents(roomId) : her.declines(roomId);
      answer.statusCode(200);

      assertNowhereInTheDatabase(typed);
      Heard.changesOf(roomId, 2);
      assertEquals(1, Heard.raw().stream().filter(json -> json.contains(typed)).count());
    }
  }

  @Test
  void fortyProposalsAtOnceLeaveNothingWithThePerson() throws Exception {
    var people = new ArrayList<Callable<Integer>>();
    for (var proposer : List.of(kari, nils, Actor.frida(), Actor.vera(), Actor.sara())) {
      for (int i = 0; i < 8; i++) {
        var body = proposalTelling(address("many"), proposer, her);
        people.add(() -> proposer.proposes(Ids.next(), body).extract().statusCode());
      }
    }
    try (var threads = Executors.newFixedThreadPool(people.size())) {
      for (var answer : threads.invokeAll(people)) {
        assertTrue(List.of(201, 409).contains(answer.get()));
      }
    }
    her.signsIn();
    her.asks().get("/api/me/address").then().statusCode(200);
    assertTrue(toldOf(her).stream().noneMatch(told -> told.contains("@")));
  }

  @Test
  void theNameHeTypedIsNeverHers() throws Exception {
    nils.proposes(Ids.next(), proposal(nils, her)).statusCode(201);
    kari.proposesRoomFor(her);

    her.signsIn();

    assertTrue(toldOf(her).stream().allMatch(told -> told.contains("Hanne Hemmelig")));
  }

  /** An address that nobody else has. */
  private static String address(String of) {
    return of + "-" + Ids.next() + "@mail.example";
  }

  /** Where notifications is asked to send the letter of a proposal. */
  private static String letterTo(UUID roomId) {
    var told = Pattern.compile("\"letterTo\":\"([^\"]*)\"");
    var proposed =
        await()
            .until(
                () ->
                    Heard.raw().stream()
                        .filter(json -> json.contains("\"change\":\"PROPOSED\""))
                        .filter(json -> json.contains("\"roomId\":\"" + roomId))
                        .toList(),
                found -> !found.isEmpty());
    var found = told.matcher(proposed.getFirst());
    return found.find() ? found.group(1) : "nowhere";
  }

  /** Everything that was told of a person who has signed in by now. */
  private static List<String> toldOf(Actor person) throws Exception {
    if (Database.count(
            "select count(*) from rooms.subject where subject = '" + person.subject + "'")
        == 0) {
      person.signsIn();
    }
    var id = person.personId();
    Heard.person(id, told -> true);
    return Heard.raw().stream()
        .filter(json -> json.contains("person-changed") && json.contains(id.toString()))
        .toList();
  }

  private static void assertNowhereInTheDatabase(String text) throws Exception {
    for (var table : Database.texts("select tablename from pg_tables where schemaname = 'rooms'")) {
      var rows = "select count(*) from rooms.%s t where t::text like '%%%s%%'";
      assertEquals(0, Database.count(rows.formatted(table, text)), table);
    }
  }
}
