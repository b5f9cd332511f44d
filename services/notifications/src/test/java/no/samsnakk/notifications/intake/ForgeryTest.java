package no.samsnakk.notifications.intake;

import static no.samsnakk.notifications.story.Story.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import no.samsnakk.contracts.event.PersonChanged;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.notifications.story.Story;
import no.samsnakk.notifications.story.World;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody has got as far as Kafka. He wakes nobody, and nobody's letters go to him. */
@QuarkusTest
@WithTestResource(World.class)
class ForgeryTest {
  private final Story story = new Story();

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void a_message_that_messaging_has_not_told_wakes_nobody() {
    var are = story.person("Are Nordmann");
    var vera = story.person("Vera Vik");
    var room = story.oldRoom(are, vera);

    isSetAside(story.forge(record(Topics.MESSAGES, story.eventOf("messaging", room.message(are)))));
    var sealedByRooms = record(Topics.MESSAGES, story.eventOf("messaging", room.message(are)));
    Story.sealer("rooms").seal(sealedByRooms);
    isSetAside(story.forge(sealedByRooms));
    story.timePasses();

    assertThat(vera.mailBox().count()).isZero();
  }

  @Test
  void an_address_that_rooms_has_not_told_is_nobodys() {
    var are = story.person("Are Nordmann");
    var vera = story.person("Vera Vik");
    var his =
        new PersonChanged(vera.personId(), 9, vera.name(), "somebody@mail.example", List.of());
    var sealedByMessaging = record(Topics.ROOMS, story.eventOf("rooms", his));
    Story.sealer("messaging").seal(sealedByMessaging);

    isSetAside(story.forge(record(Topics.ROOMS, story.eventOf("rooms", his))));
    isSetAside(story.forge(sealedByMessaging));
    story.oldRoom(are, vera).writes(are);

    eventually(() -> vera.mailBox().count() > 0);
  }

  private static ProducerRecord<String, @Nullable String> record(String topic, String value) {
    return new ProducerRecord<>(topic, 0, "test", value);
  }

  private static void isSetAside(long offset) {
    eventually(
        () ->
            Story.count("notifications.forged where partition = 0 and \"offset\" = " + offset) > 0);
  }
}
