package no.samsnakk.messaging.live.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.contracts.entry.Envelope;
import no.samsnakk.contracts.event.EntryCommitted;
import no.samsnakk.contracts.event.EventData;
import no.samsnakk.contracts.event.MessagesRead;
import no.samsnakk.contracts.event.RecordHeaders;
import no.samsnakk.contracts.event.RoomChanged;
import no.samsnakk.contracts.event.SessionEnded;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.contracts.event.TypingStarted;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.Story;
import no.samsnakk.messaging.story.Traces;
import no.samsnakk.messaging.story.Wire;
import no.samsnakk.messaging.story.World;
import no.samsnakk.platform.id.Ids;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody has got as far as Kafka: nobody with an open socket notices anything of it. */
@QuarkusTest
@WithTestResource(World.class)
class ForgeryTest {
  @Inject EventDispatcher dispatcher;
  @Inject MeterRegistry metrics;
  private final Story story = new Story();
  private Person are;
  private Person vera;
  private UUID room;

  @BeforeEach
  void begin() {
    are = story.person();
    vera = story.person();
    room = story.room(are, vera);
    are.sends(room, "Hei");
    vera.opens(room);
  }

  @AfterEach
  void end() {
    story.close();
  }

  @Test
  void a_session_is_not_ended_by_whom_it_is_not_asked() {
    hears(
        new SessionEnded(
            vera.sessionId(), vera.personId(), story.now(), SessionEnded.Cause.LOGOUT));

    are.sends(room, "Er du der?");
    vera.sees("Er du der?");
    assertThat(vera.browser().isOpen()).isTrue();
  }

  @Test
  void nothing_is_seen_that_nobody_has_written_and_nobody_seems_to_write_or_to_have_read() {
    hears(
        new EntryCommitted(
            new Envelope(
                room,
                2,
                Ids.next(),
                Ids.next(),
                are.personId(),
                null,
                EntryClass.VISIBLE,
                "TEXT",
                1,
                story.now(),
                1),
            "bm90IGZvciB1cw=="));
    hears(new TypingStarted(room, are.personId(), Ids.next()));
    hears(new MessagesRead(room, are.personId(), null, 1, story.now()));

    are.sends(room, "Dette skrev jeg");
    vera.sees("Dette skrev jeg");
    assertThat(vera.browser().live()).hasSize(1);
    assertThat(vera.browser().all(ServerFrame.SomeoneTyping.class)).isEmpty();
  }

  @Test
  void a_room_is_as_it_was() {
    hears(
        new RoomChanged(
            room,
            1L << 52,
            RoomChanged.Change.CONSENT_WITHDRAWN,
            RoomChanged.Status.WITHDRAWN,
            are.personId(),
            are.personId(),
            are.personId(),
            null,
            List.of()));

    are.sends(room, "Fortsatt her");
    vera.sees("Fortsatt her");
  }

  /** Each would be a line of its own, and bury the others. */
  @ParameterizedTest
  @ValueSource(strings = {Topics.MESSAGES, Topics.TYPING})
  void what_does_not_even_look_like_an_event_fills_no_log(String topic) {
    double before = forged();
    try (var traces = new Traces()) {
      dispatcher.take(heard(nonsense(topic, null)));
      dispatcher.take(heard(nonsense(topic, "no room")));
      dispatcher.take(heard(withId(nonsense(topic, room.toString()), "no id".getBytes(US_ASCII))));
      dispatcher.take(heard(withId(nonsense(topic, room.toString()), null)));

      assertThat(traces.ofLogs("could not be used")).isEmpty();
    }
    assertThat(forged()).isEqualTo(before + 4);
  }

  private static ProducerRecord<String, String> nonsense(String topic, @Nullable String key) {
    return new ProducerRecord<>(topic, key, "no event");
  }

  private static ProducerRecord<String, String> withId(
      ProducerRecord<String, String> record, byte @Nullable [] id) {
    record.headers().add(RecordHeaders.EVENT_ID, id);
    return record;
  }

  /** Without a seal, and with one of each service that may not tell it. */
  private void hears(EventData event) {
    double before = forged();
    var unsealed = Wire.unsealed(event);
    dispatcher.take(heard(unsealed));
    int tries = 1;
    for (var service : List.of("rooms", "messaging", "gateway")) {
      if (!service.equals(Wire.teller(event))) {
        var another = Wire.unsealed(event);
        Wire.sealer(service).seal(another);
        dispatcher.take(heard(another));
        tries++;
      }
    }
    assertThat(forged()).isEqualTo(before + tries);
  }

  private double forged() {
    return metrics.counter("samsnakk.messaging.records.forged").count();
  }

  private static ConsumerRecord<String, String> heard(ProducerRecord<String, String> told) {
    return new ConsumerRecord<>(
        told.topic(),
        0,
        0,
        System.currentTimeMillis(),
        TimestampType.CREATE_TIME,
        0,
        0,
        told.key(),
        told.value(),
        told.headers(),
        Optional.empty());
  }
}
