package no.samsnakk.messaging.reading.history;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import no.samsnakk.contracts.entry.EditPayload;
import no.samsnakk.contracts.entry.RetractionPayload;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.RoomOfAre;
import no.samsnakk.messaging.story.World;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.Test;

/** How much somebody who is let in will be able to read. */
@QuarkusTest
@WithTestResource(World.class)
class WrittenTest extends RoomOfAre {
  @Test
  void where_nothing_is_said_there_is_nothing() {
    written(are).statusCode(200).body("messages", equalTo(0)).body("anything", equalTo(false));
  }

  @Test
  void
      messages_are_counted_once_however_often_they_are_answered_and_changed_and_not_when_taken_back() {
    are.sends(room, "Hei");
    long second = are.sends(room, "Jeg kan ikke den 11.").seq();
    long third = are.sends(room, "I feil rom").seq();
    vera.says(room, "ACKNOWLEDGEMENT", Map.of("about", second, "says", "THANKS"));
    are.says(room, EditPayload.KIND, EditPayload.of(second, "Jeg kan ikke den 12."));
    are.says(room, RetractionPayload.KIND, RetractionPayload.of(third));

    written(vera).statusCode(200).body("messages", equalTo(2)).body("anything", equalTo(true));
  }

  @Test
  void R4_after_a_withdrawal_nobody_but_the_patient_is_told() {
    are.sends(room, "Hei");

    story.withdrawsSilently(room);

    written(are).statusCode(200).body("messages", equalTo(1));
    written(vera).statusCode(404).body("code", equalTo("room-unknown"));
  }

  @Test
  void R1_a_foreign_room_is_answered_like_one_that_does_not_exist() {
    are.sends(room, "Hei");
    var nils = story.person();

    written(nils).statusCode(404).body("code", equalTo("room-unknown"));
    nils.asks()
        .get("/api/conversations/" + Ids.next() + "/written")
        .then()
        .statusCode(404)
        .body("code", equalTo("room-unknown"));
  }

  private ValidatableResponse written(Person by) {
    return by.asks().get("/api/conversations/" + room + "/written").then();
  }
}
