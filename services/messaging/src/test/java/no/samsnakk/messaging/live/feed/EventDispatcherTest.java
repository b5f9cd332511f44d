package no.samsnakk.messaging.live.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import no.samsnakk.contracts.event.RecordHeaders;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.messaging.story.Story;
import no.samsnakk.messaging.story.Traces;
import no.samsnakk.messaging.story.Wire;
import no.samsnakk.messaging.story.World;
import no.samsnakk.platform.id.Ids;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An instance hears its own messages once more from Kafka, and does not even read them. */
@QuarkusTest
@WithTestResource(World.class)
class EventDispatcherTest {
  private static final String COMPLAINT = "could not be used";

  @Inject EventDispatcher dispatcher;
  private final Story story = new Story();

  @AfterEach
  void end() {
    story.close();
  }

  @Test
  void what_this_instance_has_told_is_passed_by_and_what_another_has_is_read() {
    var are = story.person();
    var room = story.room(are);
    are.opens(room);
    var sent = are.sends(room, "Hei");

    try (var traces = new Traces()) {
      dispatcher.take(unreadable(room, sent.entryId()));
      assertThat(traces.ofLogs(COMPLAINT)).isEmpty();

      dispatcher.take(unreadable(room, Ids.next()));
      assertThat(traces.ofLogs(COMPLAINT)).hasSize(1);
    }
  }

  private static void seal(ConsumerRecord<String, String> heard) {
    var told =
        new ProducerRecord<>(heard.topic(), null, heard.key(), heard.value(), heard.headers());
    Wire.sealer("messaging").seal(told);
    heard.headers().add(told.headers().lastHeader(RecordHeaders.SEAL));
  }

  /** Whoever reads it complains. */
  private static ConsumerRecord<String, String> unreadable(UUID room, UUID eventId) {
    var heard = new ConsumerRecord<>(Topics.MESSAGES, 0, 0, room.toString(), "no event");
    heard
        .headers()
        .add(RecordHeaders.EVENT_ID, eventId.toString().getBytes(StandardCharsets.US_ASCII));
    seal(heard);
    return heard;
  }
}
