package no.samsnakk.rooms;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.local.Home;
import no.samsnakk.rooms.directory.DirectoryStart;
import no.samsnakk.rooms.seat.EndedRoles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class DirectoryTest {
  private static final String FOUND_BY_OTHER_WORDS =
      """
      select count(*) from rooms.role r
        join rooms.person p using (person_id)
        join rooms.organisation o using (organisation_id),
        rooms.plain(concat_ws(' ', p.name, r.title, o.name)) said
       where r.words <> ' ' || said || ' ' || rooms.folded(said)""";

  @Inject DirectoryStart directory;
  @Inject EndedRoles endedRoles;
  @TempDir Path folder;

  private static String demo() throws IOException {
    return Files.readString(Home.find().deploy("demo/directory.json"));
  }

  private void theDirectorySays(String json) throws Throwable {
    directory.read(Files.writeString(folder.resolve("directory.json"), json));
    endedRoles.emptySeats();
  }

  @AfterEach
  void theDirectorySaysWhatItDidBefore() throws Throwable {
    theDirectorySays(demo());
    assertEquals(0, Database.count(FOUND_BY_OTHER_WORDS));
  }

  @Test
  void readingItAgainChangesNothingAndTellsNobody() throws Throwable {
    var everything = "select md5(string_agg(t::text, '' order by t::text)) from rooms.%s t";
    var before = Database.texts(everything.formatted("person"));
    var roles = Database.texts(everything.formatted("role"));

    theDirectorySays(demo());

    assertEquals(before, Database.texts(everything.formatted("person")));
    assertEquals(roles, Database.texts(everything.formatted("role")));
  }

  @Test
  void noOtherServiceKeepsItFromBeingRead() throws Throwable {
    Database.waitsForNothingButItsTurn("directory", () -> theDirectorySays(demo()));

    try (var messaging = Database.asMessaging();
        var jdbc = messaging.createStatement()) {
      assertThrows(SQLException.class, () -> jdbc.execute("select from rooms.turn for update"));
    }
  }

  @Test
  void whoIsNoLongerInItLosesHerRoleAndHerSeats() throws Throwable {
    var kari = Actor.kari();
    var frida = Actor.frida();
    var are = Actor.are();
    var fridasRole = frida.roleId();
    var fridasOffice = UUID.fromString(frida.organisationId());
    var roomId = kari.proposesRoomFor(are, frida);
    are.consents(roomId);
    are.approves(roomId, frida);
    frida.views(roomId).statusCode(200);

    theDirectorySays(demo().replace("\"title\": \"Fastlege\"", "\"title\": \"Pensjonist\""));
    frida.looksAtHerself().body("roles[0].title", equalTo("Pensjonist"));
    frida.views(roomId).statusCode(200);

    theDirectorySays(
        demo().replaceAll("(?s),\\s*\\{\\s*\"identityNumber\": \"24897110055\".*?\\]\\s*\\}", ""));

    frida.looksAtHerself().body("roles", empty());
    frida.views(roomId).statusCode(404);
    assertEquals("REMOVED", are.seatStatusOf(roomId, frida));
    kari.invites(roomId, fridasRole).statusCode(422).body("code", equalTo("role-unknown"));
    kari.searches("Frida").statusCode(200).body("items", empty());
    var told = Heard.changesOf(roomId, 4).getLast();
    assertEquals(frida.personId(), told.concerns());
    Heard.person(frida.personId(), person -> person.roles().isEmpty());
    var emptied =
        Heard.traces(roomId, AuditAction.SEAT_REMOVED).stream()
            .filter(entry -> entry.action() == AuditAction.SEAT_REMOVED)
            .findFirst()
            .orElseThrow();
    assertEquals(fridasOffice, emptied.agentId(), "R6: she has done nothing");
    assertEquals(fridasOffice, emptied.agentOrganisationId());
    assertEquals(frida.personId(), emptied.concerns());
    assertEquals(fridasOffice, told.changedBy());

    theDirectorySays(demo());
    assertEquals(fridasRole, frida.roleId(), "a role that is back is the same role");
    frida.views(roomId).statusCode(404);
  }

  @Test
  void anOrganisationsNewNameIsTold() throws Throwable {
    theDirectorySays(demo().replace("\"NAV Askøy\"", "\"NAV Askøy og Øygarden\""));
    var vera = Actor.vera();
    vera.looksAtHerself().body("roles[0].organisation.name", equalTo("NAV Askøy og Øygarden"));
    Heard.person(
        vera.personId(),
        told -> told.roles().getFirst().organisationName().equals("NAV Askøy og Øygarden"));
    Actor.kari().searches("nav øygard").body("items.name", hasItem("Vera Veileder"));
  }

  @Test
  void whoIsCalledSomethingElseIsFoundByThatAlone() throws Throwable {
    theDirectorySays(demo().replace("\"Nils Nysgjerrig\"", "\"Nils Gift-Aasen\""));

    Actor.kari().searches("nils åsen").body("items.name", hasItem("Nils Gift-Aasen"));
    Actor.kari().searches("nysgjerrig").body("items", empty());
  }

  @Test
  void aBrokenFileIsRefusedWithoutRepeatingWhatIsInIt() throws Exception {
    var number = Numbers.synthetic();
    for (var wrong :
        List.of(
            "no json at all " + number,
            "{}",
            "null",
            demo().replace("310000108", "310000107"),
            demo().replace("03827810060", "03827810061"),
            demo().replace("03827810060", Numbers.likeReal()),
            demo().replace("03827810060", "24897110055"),
            demo().replace("\"number\": \"310000213\"", "\"number\": \"310000108\""),
            demo().replace("\"organisation\": \"310000213\"", "\"organisation\": \"999999999\""),
            demo().replace("\"kind\": \"AUDITOR\"", "\"kind\": \"KING\""),
            demo().replace("\"name\": \"Kari Kommunepsykolog\"", "\"name\": \" \""),
            demo().replace("\"title\": \"Fastlege\"", "\"title\": null"))) {
      var refused = assertThrows(IllegalStateException.class, () -> theDirectorySays(wrong));
      var message = String.valueOf(refused.getMessage()).replace(folder.toString(), "");
      assertTrue(message.matches("(?s)SAMS0021[23]: .*"), message);
      assertFalse(message.matches("(?s).*\\d{9,}.*"), message);
      assertFalse(message.contains("Kari"), message);
    }
    assertThrows(
        IllegalStateException.class, () -> directory.read(folder.resolve("not-there.json")));
  }

  @Test
  void anAddressThatIsNoneKeepsNobodyOutAndIsToldByItsPlaceAlone() throws Throwable {
    var told = new Ear();
    Logger.getLogger("").addHandler(told);
    try {
      theDirectorySays(demo().replace("kari@demo.samsnakk.example", "kari@demo"));
    } finally {
      Logger.getLogger("").removeHandler(told);
    }

    Actor.kari().seesHerAddress().body("email", nullValue());
    Actor.vera().seesHerAddress().body("email", equalTo("vera@demo.samsnakk.example"));
    var message = told.messages.stream().filter(it -> it.startsWith("SAMS00205")).toList();
    assertEquals(1, message.size());
    assertTrue(message.getFirst().contains("people[2]"), message.getFirst());
    assertTrue(told.messages.stream().noneMatch(it -> it.contains("kari@")));
  }

  @Test
  void aRowThatSomebodyHasChangedIsLeftAsItIsAndAllOthersGoOn() throws Throwable {
    var kari = Actor.kari();
    var frida = Actor.frida();
    var karisRole = kari.roleId();
    var herRow = "where person_id = '" + kari.personId() + "'";
    var herKey = Database.texts("select number_key from rooms.person " + herRow).getFirst();
    var people = Database.count("select count(*) from rooms.person");
    Database.execute("update rooms.person set number_key = sha256(number_key) " + herRow);
    try {
      theDirectorySays(demo().replace("\"title\": \"Fastlege\"", "\"title\": \"Pensjonist\""));

      frida.looksAtHerself().body("roles[0].title", equalTo("Pensjonist"));
      assertEquals(karisRole, kari.roleId());
      assertEquals(people, Database.count("select count(*) from rooms.person"));
    } finally {
      Database.execute("update rooms.person set number_key = '%s' %s".formatted(herKey, herRow));
    }
  }

  @Test
  void aNumberThatFindsSomebodyElseMakesNobodyAProfessional() throws Throwable {
    var listed = Actor.are();
    var other = Actor.are();
    Database.leadNumber(listed.personId(), other.personId());

    theDirectorySays(demo().replace("24897110055", listed.number));

    listed.looksAtHerself().body("roles", empty());
    other.looksAtHerself().body("roles", empty());
    assertFalse(Actor.kari().roleId().isEmpty());
  }

  @Test
  void kariFindsProfessionalsByNameTitleAndOrganisation() {
    var kari = Actor.kari();
    kari.searches("sa").statusCode(200).body("items.name", hasItem("Sara Psykolog"));
    kari.searches("ØYANE psyk")
        .body("items.name", hasItems("Sara Psykolog", "Nils Nysgjerrig"))
        .body("items.organisation.name", everyItem(equalTo("Øyane DPS")));
    kari.searches("fastlege")
        .body("items[0].name", equalTo("Frida Fastlege"))
        .body("items[0].roleId", equalTo(Actor.frida().roleId()))
        .body("items[0].personId", equalTo(Actor.frida().personId().toString()))
        .body("items[0].title", equalTo("Fastlege"))
        .body("items[0].organisation.name", equalTo("Kleppestø legesenter"));
    kari.searches("Anne Auditor").body("items", empty());
    kari.searches("Anne").body("items.name", not(hasItem("Anne Auditor")));
    kari.searches("Are Nordmann").body("items", empty());
    kari.searches("Kari").body("items.name", not(hasItem("Kari Kommunepsykolog")));
    kari.searches("%%").body("items", empty());
    kari.searches("__").body("items", empty());
    kari.searches("as").body("items.size()", lessThanOrEqualTo(20));
  }

  @Test
  void aSearchNeedsTwoCharacters() {
    var kari = Actor.kari();
    for (var query : List.of("", "k", "  ", " k ", "x".repeat(101))) {
      kari.searches(query).statusCode(400).body("code", equalTo("invalid-request"));
    }
  }

  @Test
  void onlyProfessionalsAndThoseWithARoomSearch() {
    var ola = Actor.are();
    ola.searches("Sara").statusCode(403).body("code", equalTo("not-allowed"));
    Actor.anne().searches("Sara").statusCode(403);
    Actor.kari().proposesRoomFor(ola);
    ola.searches("Sara").statusCode(200);
  }

  @Test
  void R6_aSearchLeavesATraceWithoutWhatWasSearchedFor() {
    var kari = Actor.kari();
    kari.searches("Vera Hemmelig").statusCode(200);
    var trace = Heard.tracesOf(kari.personId(), AuditAction.DIRECTORY_SEARCHED).getLast();
    assertEquals(kari.organisationId(), String.valueOf(trace.agentOrganisationId()));
    assertTrue(Heard.raw().stream().noneMatch(json -> json.contains("Hemmelig")));
  }

  /** Hears what is told to the operator. */
  private static final class Ear extends Handler {
    final List<String> messages = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord logged) {
      messages.add(logged.getMessage() + " " + Arrays.toString(logged.getParameters()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
