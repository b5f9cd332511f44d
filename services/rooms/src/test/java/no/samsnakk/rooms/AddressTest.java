package no.samsnakk.rooms;

import static no.samsnakk.rooms.Actor.proposalTelling;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.contracts.time.MovedClock;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.rooms.address.UnsourcedAddresses;
import org.junit.jupiter.api.Test;

/** Where a person's own letters go is hers to say, and the directory's; nobody else's. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class AddressTest {
  @Inject UnsourcedAddresses unsourced;

  @Test
  void sheSeesThatThereIsNoneAndSaysWhere() {
    var are = Actor.are();
    are.seesHerAddress().statusCode(200).body("email", nullValue()).body("source", nullValue());

    are.wantsLettersAt("are@mail.example", versionOf(are))
        .statusCode(200)
        .body("email", equalTo("are@mail.example"))
        .body("source", equalTo("OWN"));

    Heard.person(are.personId(), told -> "are@mail.example".equals(told.email()));
    are.seesHerAddress().body("email", equalTo("are@mail.example"));
  }

  @Test
  void R6_R9_thatSheChangedItIsLoggedAndWhereToIsNot() throws Exception {
    var are = Actor.are();
    are.wantsLettersAt("r9-address@mail.example", versionOf(are)).statusCode(200);

    Heard.tracesOf(are.personId(), AuditAction.ADDRESS_CHANGED);
    assertTrue(
        Heard.raw().stream()
            .filter(json -> json.contains("no.samsnakk.audit"))
            .noneMatch(json -> json.contains("r9-address")));
    assertFalse(Files.readString(Path.of(Servers.LOG_FILE)).contains("r9-address"));
  }

  @Test
  void theAddressBeforeIsToBeToldWhereSheChangedItHerself() {
    var are = Actor.are();
    are.wantsLettersAt("first@mail.example", versionOf(are)).statusCode(200);
    are.wantsLettersAt("FIRST@mail.example", versionOf(are)).statusCode(200);
    are.wantsLettersAt("second@mail.example", versionOf(are)).statusCode(200);

    var told = Heard.person(are.personId(), news -> "second@mail.example".equals(news.email()));
    assertEquals("FIRST@mail.example", told.formerEmail());
    are.called("Are Nygift").signsIn();
    assertNull(
        Heard.person(are.personId(), news -> "Are Nygift".equals(news.name())).formerEmail());
    var before = Heard.personsOf(are.personId());
    assertEquals(1, before.stream().filter(news -> news.formerEmail() != null).count());
  }

  @Test
  void whoSendsLettersToSomebodyByChangingHisAddressAgainAndAgainIsRefused() {
    itIsNoonTomorrow();
    var are = Actor.are();
    var victim = "victim-" + Ids.next() + "@mail.example";
    are.wantsLettersAt(victim, versionOf(are)).statusCode(200);
    for (int i = 0; i < 2; i++) {
      are.wantsLettersAt(i + "@mail.example", versionOf(are)).statusCode(200);
      are.wantsLettersAt(victim, versionOf(are)).statusCode(200);
    }

    are.wantsLettersAt("6@mail.example", versionOf(are))
        .statusCode(429)
        .body("code", equalTo("address-changed-too-often"))
        .body("notBefore", notNullValue());
    are.seesHerAddress().body("email", equalTo(victim));

    // A stranger's address can always be taken out; but then it is enough for the day.
    are.wantsLettersAt(null, versionOf(are)).statusCode(200);
    are.wantsLettersAt(victim, versionOf(are))
        .statusCode(429)
        .body("code", equalTo("address-changed-too-often"));
  }

  @Test
  void soCanOneForWhomTheDirectoryHasAnAddress() {
    itIsNoonTomorrow();
    var nils = Actor.nils();
    nils.wantsLettersAt(null, versionOf(nils)).statusCode(200);
    for (int i = 0; i < 5; i++) {
      nils.wantsLettersAt(i + "@mail.example", versionOf(nils)).statusCode(200);
    }
    nils.wantsLettersAt("6@mail.example", versionOf(nils)).statusCode(429);

    nils.wantsLettersAt(null, versionOf(nils)).statusCode(200).body("source", equalTo("DIRECTORY"));
    nils.wantsLettersAt("4@mail.example", versionOf(nils)).statusCode(429);
  }

  @Test
  void whoTakesAnAddressAndLetsGoOfItAgainAndAgainIsRefusedToo() {
    itIsNoonTomorrow();
    var are = Actor.are();
    var victim = "victim-" + Ids.next() + "@mail.example";
    for (int i = 0; i < 3; i++) {
      are.wantsLettersAt(victim, versionOf(are)).statusCode(200);
      are.wantsLettersAt(null, versionOf(are)).statusCode(200);
    }

    are.wantsLettersAt(victim, versionOf(are)).statusCode(429);
  }

  @Test
  void soIsWhoWritesTheSameAddressAnotherWayAgainAndAgain() throws SQLException {
    itIsNoonTomorrow();
    var are = Actor.are();
    var hers = "her-" + Ids.next() + "@mail.example";
    for (var spelling : List.of("H", "h", "H", "h")) {
      are.wantsLettersAt(spelling + hers.substring(1), versionOf(are)).statusCode(200);
    }
    are.wantsLettersAt(hers.replace("@", "+room@"), versionOf(are)).statusCode(200);
    var told = timesTold(are);

    are.wantsLettersAt(hers.replace("@", "+ROOM@"), versionOf(are))
        .statusCode(429)
        .body("code", equalTo("address-changed-too-often"));
    are.seesHerAddress().body("email", equalTo(hers.replace("@", "+room@")));
    assertEquals(told, timesTold(are));
  }

  @Test
  void soIsWhoSaysTheDirectorysHerselfAndLetsGoOfItAgainAndAgain() {
    itIsNoonTomorrow();
    var sara = Actor.sara();
    var listed = "sara@demo.samsnakk.example";
    for (int i = 0; i < 3; i++) {
      sara.wantsLettersAt(listed, versionOf(sara)).statusCode(200).body("source", equalTo("OWN"));
      sara.wantsLettersAt(null, versionOf(sara)).statusCode(200).body("email", equalTo(listed));
    }

    sara.wantsLettersAt(listed, versionOf(sara)).statusCode(429);
  }

  @Test
  void whatChangesNothingCountsForNothingAndIsToldNobody() throws SQLException {
    itIsNoonTomorrow();
    var are = Actor.are();
    are.wantsLettersAt("are@mail.example", versionOf(are)).statusCode(200);
    long version = versionOf(are);
    var told = timesTold(are);
    for (int i = 0; i < 6; i++) {
      are.wantsLettersAt("are@mail.example", version).statusCode(200);
    }

    assertEquals(version, versionOf(are));
    assertEquals(told, timesTold(are));
    are.wantsLettersAt("elsewhere@mail.example", version).statusCode(200);
  }

  @Test
  void whatOthersDoWithAnAddressKeepsNobodyFromLeavingIt() {
    var hers = "hers-" + Ids.next() + "@mail.example";
    var leaving = Stream.generate(Actor::are).limit(7).toList();
    for (var each : leaving) {
      each.wantsLettersAt(hers, versionOf(each)).statusCode(200);
    }

    for (var each : leaving) {
      each.wantsLettersAt("elsewhere@mail.example", versionOf(each)).statusCode(200);
    }
  }

  @Test
  void hersGoesBeforeTheDirectorysAndTakenBackTheDirectorysIsUsed() {
    var vera = Actor.vera();
    vera.seesHerAddress()
        .body("email", equalTo("vera@demo.samsnakk.example"))
        .body("source", equalTo("DIRECTORY"));

    vera.wantsLettersAt("vera@mail.example", versionOf(vera)).body("source", equalTo("OWN"));
    vera.wantsLettersAt(null, versionOf(vera))
        .statusCode(200)
        .body("email", equalTo("vera@demo.samsnakk.example"))
        .body("source", equalTo("DIRECTORY"));
  }

  @Test
  void ofTwoChangesAtOnceOneIsRefusedAndNoneIsLost() throws Exception {
    var are = Actor.are();
    long shown = versionOf(are);
    List<Callable<Integer>> both =
        List.of(
            () -> are.wantsLettersAt("a@mail.example", shown).extract().statusCode(),
            () -> are.wantsLettersAt("b@mail.example", shown).extract().statusCode());
    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var answer : threads.invokeAll(both)) {
        statuses.add(answer.get());
      }
    }

    assertEquals(List.of(200, 409), statuses.stream().sorted().toList());
    are.wantsLettersAt("c@mail.example", shown)
        .statusCode(409)
        .body("code", equalTo("address-changed-meanwhile"));
  }

  @Test
  void aSignInAtTheSameMomentLosesNeitherTheNameNorTheAddress() throws Exception {
    for (int i = 0; i < 10; i++) {
      var are = Actor.are();
      var name = "Are Nummer " + i;
      var email = "are" + i + "@mail.example";
      long shown = versionOf(are);
      List<Callable<Integer>> both =
          List.of(
              () -> {
                are.called(name).signsIn();
                return 200;
              },
              () -> are.wantsLettersAt(email, shown).extract().statusCode());
      try (var threads = Executors.newFixedThreadPool(2)) {
        var answers = threads.invokeAll(both);
        answers.getFirst().get();
        if (answers.getLast().get() == 409) {
          are.wantsLettersAt(email, versionOf(are)).statusCode(200);
        }
      }
      are.looksAtHerself().body("name", equalTo(name));
      are.seesHerAddress().body("email", equalTo(email));
    }
  }

  @Test
  void onlyWhoHasProvedWhoSheIsChangesIt() {
    var are = Actor.are();
    long shown = versionOf(are);
    are.with("idporten-loa-substantial", Duration.ZERO)
        .wantsLettersAt("are@mail.example", shown)
        .statusCode(403)
        .body("code", equalTo("level-too-low"));
    are.seesHerAddress().body("email", nullValue());
  }

  @Test
  void oneRuleSaysWhatAnAddressIsWhoeverWritesIt() {
    var are = Actor.are();
    var kari = Actor.kari();
    long shown = versionOf(are);
    for (var wrong :
        List.of(
            "",
            "are",
            "are@mail",
            "are mail@mail.example",
            "are@mail.example\r\nBcc: all@mail.example",
            "are@mail.example ",
            "\"are\"@mail.example",
            ".are@mail.example",
            "are@-mail.example",
            "åre@mail.example",
            "are@mail.example\u202e",
            "a".repeat(250) + "@mail.example")) {
      are.wantsLettersAt(wrong, shown).statusCode(400).body("fields.name", contains("email"));
      kari.proposes(Ids.next(), proposalTelling(wrong, kari, are))
          .statusCode(400)
          .body("fields.name", contains("email"));
    }
    are.wantsLettersAt("are.nordmann+rom@sub.mail.xn--p1ai", shown).statusCode(200);
  }

  @Test
  void anAddressFromBeforeThatTheDirectoryDoesNotNameIsLetGoAndThatIsTold() throws Throwable {
    var are = Actor.are();
    var frida = Actor.frida();
    long fridas = versionOf(frida);
    typedBefore("typed-before@mail.example", are.personId());
    typedBefore("frida@demo.samsnakk.example", frida.personId());

    unsourced.drop();

    assertEquals(0, Database.count("select count(*) from rooms.person where email is not null"));
    Heard.person(are.personId(), told -> told.version() > 1 && told.email() == null);
    are.seesHerAddress().body("email", nullValue());
    Heard.person(
        frida.personId(),
        told -> told.version() > fridas && "frida@demo.samsnakk.example".equals(told.email()));
    frida.seesHerAddress().body("email", equalTo("frida@demo.samsnakk.example"));
  }

  private static void typedBefore(String email, UUID personId) throws Exception {
    var sql = "update rooms.person set email = '%s' where person_id = '%s'";
    Database.execute(sql.formatted(email, personId));
  }

  /** How often others are told of her. */
  private static long timesTold(Actor person) throws SQLException {
    return Database.count(
        "select count(*) from rooms.outbox where topic = '%s' and key = '%s'"
            .formatted(Topics.ROOMS, person.personId()));
  }

  /** So that none of what it does in a day is of two days. */
  private static void itIsNoonTomorrow() {
    var clock = MovedClock.going();
    QuarkusMock.installMockForType(clock, Clock.class);
    clock.moveTo(Noon.tomorrow());
  }

  private static long versionOf(Actor person) {
    return Long.parseLong(person.seesHerAddress().statusCode(200).extract().path("version") + "");
  }
}
