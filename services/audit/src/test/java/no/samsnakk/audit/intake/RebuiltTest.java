package no.samsnakk.audit.intake;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.audit.story.Log;
import no.samsnakk.audit.story.Story;
import no.samsnakk.audit.story.World;
import no.samsnakk.contracts.event.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands beside an id can be thrown away: the compacted topic has the last of everything. */
@QuarkusTest
@WithTestResource(World.class)
class RebuiltTest {
  private final Story story = new Story();
  @Inject Intake intake;

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void who_people_are_and_whose_the_rooms_are_is_the_same_afterwards() {
    var bergen = story.organisation("Haukeland");
    var are = story.patient("Are Nordmann");
    var kari = story.professional("Kari Lege", "Lege", bergen);
    var room = story.room(are, kari);
    var proposed = story.proposedRoom(are, kari);
    story.rename(kari, "Kari Nygift");
    story.retracts(kari, proposed, are);
    await()
        .until(() -> Log.count("audit.room where retracted and room_id = '" + proposed + "'") == 1);
    await().until(() -> Log.count("audit.person where name = 'Kari Nygift'") >= 1);
    var before = known(are.personId(), kari.personId(), room, proposed);
    Log.asSuperuser("truncate audit.person, audit.role, audit.room, audit.room_organisation");

    intake.take(Story.compacted(Topics.ROOMS)).await().indefinitely();

    assertThat(known(are.personId(), kari.personId(), room, proposed)).isEqualTo(before);
    assertThat(before).hasSize(6);
  }

  private static List<String> known(UUID are, UUID kari, UUID room, UUID proposed) {
    var people = " where person_id in ('" + are + "', '" + kari + "')";
    var rooms = " where room_id in ('" + room + "', '" + proposed + "')";
    return Stream.of(
            "person" + people, "role" + people, "room" + rooms, "room_organisation" + rooms)
        .flatMap(
            rows ->
                Log.texts(
                    "select t::text from audit."
                        + rows.replace(" where", " t where")
                        + " order by 1")
                    .stream())
        .toList();
  }
}
