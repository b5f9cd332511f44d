package no.samsnakk.rooms;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding each other in the directory, as one remembers a name and not as it is spelled. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class SearchTest {
  private static final List<String> BY_NAME =
      List.of("Frida Fastlege", "Nils Nysgjerrig", "Vera Veileder");

  @ParameterizedTest
  @ValueSource(
      strings = {"mmunepsyk", "KOMMUNEPSYKOLOG", "komunepsykolog", "kari asko", "ari ommu"})
  void anyPartOfEachWordFindsHer(String query) {
    Actor.frida().searches(query).body("items.name", hasItem("Kari Kommunepsykolog"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Øyane DPS", "oyane", "oeyane", "Öyane", "  øyane  –  dps ", "ØYANE, DPS."})
  void whatOneTypesForOeFindsOe(String query) {
    Actor.kari().searches(query).body("items.name", hasItem("Sara Psykolog"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Kari Sara", "kariq psy", "øyane nav", "--", "%_", "\\%", "\u037A\u037A"})
  void whatStandsNowhereFindsNobody(String query) {
    Actor.frida().searches(query).statusCode(200).body("items", empty());
  }

  @ParameterizedTest
  @CsvSource({
    "Håkon,Haakon",
    "Aase Bjørg,Åse Bjoerg",
    "Kristian,Christian",
    "Thommas,Tomas",
    "Wenche,Venke",
    "Elisabeth,Elizabet",
    "Sofie,Sophie",
    "Kjær,Kjaer",
    "René,Rene",
    "Anne-Lise,Anne Lise",
    "Đorđe,Dorde",
    "Ærlig,AERLIG",
    "O’Brien,O'Brien"
  })
  void twoSpellingsOfOneNameAreOne(String one, String other) throws SQLException {
    assertEquals(folded(one), folded(other));
  }

  /** As one types it, from any letter on. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Joseph",
        "Christian",
        "Psykoedukasjon",
        "Bratholmen",
        "Øyvind Kjærstad",
        "Foxx",
        "Weiß"
      })
  void everyPartOfAWordIsAPartOfWhatItIsFoundBy(String word) throws SQLException {
    var lost =
        """
        select count(*)
          from generate_series(1, length('%1$s')) i, generate_series(1, length('%1$s')) n
         where position(rooms.plain(substr('%1$s', i, n)) in rooms.plain('%1$s')) = 0""";

    assertEquals(0, Database.count(lost.formatted(word)));
  }

  @ParameterizedTest
  @CsvSource({"Berg,Borg", "Nils,Nina", "Team 2,Team 22", "Мария,Марта"})
  void twoNamesStayTwo(String one, String other) throws SQLException {
    assertTrue(!folded(one).equals(folded(other)) && !folded(one).isEmpty());
  }

  @Test
  void withWhomOneSharesARoomComesFirst() {
    var are = Actor.are();
    var room = Actor.kari().proposesRoomFor(are, Actor.vera());
    are.consents(room);
    assertEquals(BY_NAME, names(are, "er"), "who is only asked about is no nearer");

    are.approves(room, Actor.vera());
    assertEquals("Vera Veileder", names(are, "er").getFirst());

    are.withdraws(room);
    assertEquals(BY_NAME, names(are, "er"));
  }

  /** That somebody is her patient is not to be seen over her shoulder. */
  @Test
  void R9_herPatientIsNoNearerToHerThanAnybody() {
    var sara = Actor.sara();
    var before = names(sara, "er");

    var room = sara.proposesRoomFor(Actor.vera());
    Actor.vera().consents(room);

    assertEquals(before, names(sara, "er"));
  }

  @Test
  void whatBeginsAWordComesBeforeWhatIsInsideOne() {
    var are = Actor.are();
    are.consents(Actor.frida().proposesRoomFor(are));

    var names = names(are, "ps");

    assertTrue(
        names.indexOf("Sara Psykolog") < names.indexOf("Kari Kommunepsykolog"), names::toString);
  }

  /** However few of those who fit are looked at. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "be",
        "an",
        "lo",
        "ka",
        "al",
        "tl",
        "st",
        "fastlege",
        "astle",
        "nav",
        "kari",
        "haakon",
        "håkon berg",
        "aas",
        "wenk moe",
        "psy tromso",
        "thom",
        "lig",
        "rd",
        "ps ko",
        "barum dps vei",
        "qvist",
        "frida"
      })
  void amongManyTheFirstTwentyAreThoseOfAll(String query) throws SQLException {
    var are = Actor.are();
    are.consents(Actor.frida().proposesRoomFor(are));
    Crowd.of(600);
    try {
      assertEquals(
          firstOfAll(are, query),
          are.searches(query).statusCode(200).extract().path("items.roleId"));
    } finally {
      Crowd.forget();
    }
  }

  /** As decision 78 has it, without any haste. */
  private static List<String> firstOfAll(Actor searcher, String query) throws SQLException {
    return Database.texts(
        """
        with typed as (
          select rooms.plain(w) as plain, rooms.folded(rooms.plain(w)) as folded
            from regexp_split_to_table('%2$s', ' ') w
        ), near as (
          select s.person_id from rooms.seat s join rooms.room r using (room_id)
           where r.patient_id = '%1$s' and r.status = 'ACTIVE' and s.status = 'ACTIVE'
        )
        select r.role_id::text
          from rooms.role r
         where r.kind = 'PROFESSIONAL' and r.ended_at is null and r.person_id <> '%1$s'
           and not exists (select from typed
             where position(plain in words) = 0 and position(folded in words) = 0)
         order by r.person_id in (select person_id from near) desc,
           not exists (select from typed
             where position(' ' || plain in words) = 0 and position(' ' || folded in words) = 0) desc,
           r.words, r.role_id
         limit 20"""
            .formatted(searcher.personId(), query));
  }

  private static List<String> names(Actor who, String query) {
    return who.searches(query).statusCode(200).extract().path("items.name");
  }

  private static String folded(String written) throws SQLException {
    return Database.texts(
            "select rooms.folded(rooms.plain('%s'))".formatted(written.replace("'", "''")))
        .getFirst();
  }
}
