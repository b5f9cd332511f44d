package no.samsnakk.audit.intake;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.samsnakk.audit.story.Log;
import no.samsnakk.audit.story.Person;
import no.samsnakk.audit.story.Story;
import no.samsnakk.audit.story.World;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.EventData;
import no.samsnakk.contracts.event.RecordHeaders;
import no.samsnakk.contracts.event.RoomChanged;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.platform.event.EventSealer;
import no.samsnakk.platform.id.Ids;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R7: somebody has got as far as Kafka, and writes what he likes. The log does not believe him. */
@QuarkusTest
@WithTestResource(World.class)
class ForgeryTest {
  private static final String HIS_OWN = "aGlzIG93biBrZXkgb2YgdGhpcnR5LXR3byBieXRlcyE=";

  @Inject MeterRegistry metrics;

  private final Story story = new Story();

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void a_room_keeps_its_patient_when_nobody_has_sealed_the_change() {
    var room = roomOfAre();

    var forged = story.forge(record(Topics.ROOMS, "rooms", moved(room, Ids.next())));

    isSetAside(forged);
    assertThat(patientOf(room)).isEqualTo(are.personId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"messaging", "notifications", "audit", "gateway"})
  void a_room_keeps_its_patient_when_another_service_than_rooms_has_sealed_it(String service) {
    var room = roomOfAre();
    var event = record(Topics.ROOMS, "rooms", moved(room, Ids.next()));
    Story.sealer(service).seal(event);
    var ownName = record(Topics.ROOMS, service, moved(room, Ids.next()));
    Story.sealer(service).seal(ownName);

    isSetAside(story.forge(event));
    isSetAside(story.forge(ownName));
    assertThat(patientOf(room)).isEqualTo(are.personId());
  }

  @Test
  void a_room_keeps_its_patient_when_it_is_sealed_with_a_key_of_his_own() {
    var room = roomOfAre();
    var event = record(Topics.ROOMS, "rooms", moved(room, Ids.next()));
    EventSealer.of("rooms", HIS_OWN).seal(event);

    isSetAside(story.forge(event));
    assertThat(patientOf(room)).isEqualTo(are.personId());
  }

  @Test
  void a_seal_fits_one_event_under_one_key_on_one_topic() {
    var room = roomOfAre();
    var real = record(Topics.ROOMS, "rooms", moved(Ids.next(), Ids.next()));
    Story.sealer("rooms").seal(real);
    var another = record(Topics.ROOMS, "rooms", moved(room, Ids.next()));
    var underAnotherKey =
        new ProducerRecord<String, @Nullable String>(Topics.ROOMS, 0, "other", real.value());
    var onAnotherTopic =
        new ProducerRecord<String, @Nullable String>(Topics.MESSAGES, 0, "test", real.value());

    for (var moved : List.of(another, underAnotherKey, onAnotherTopic)) {
      moved.headers().add(real.headers().lastHeader(RecordHeaders.SEAL));
      isSetAside(story.forge(moved));
    }

    assertThat(patientOf(room)).isEqualTo(are.personId());
  }

  @Test
  void an_entry_that_nobody_has_sealed_is_not_in_the_log() {
    var entry = entry(AuditAction.SIGNED_IN);

    isSetAside(story.forge(record(Topics.AUDIT, "rooms", entry)));

    isNotInTheLog(entry);
  }

  @ParameterizedTest
  @ValueSource(strings = {"messaging", "notifications", "audit", "gateway"})
  void an_entry_of_consent_comes_from_rooms_alone(String service) {
    var entry = entry(AuditAction.CONSENT_GIVEN);
    var event = record(Topics.AUDIT, service, entry);
    Story.sealer(service).seal(event);

    isSetAside(story.forge(event));

    isNotInTheLog(entry);
  }

  @Test
  void an_entry_names_the_service_that_sealed_it() {
    var entry = entry(AuditAction.REFUSED);
    var event = record(Topics.AUDIT, "rooms", entry);
    Story.sealer("gateway").seal(event);

    isSetAside(story.forge(event));

    isNotInTheLog(entry);
  }

  /** Who has one service's key reads a message's id as it passes, and is quicker. */
  @Test
  void R6_an_id_that_another_service_has_used_keeps_no_message_out() {
    var room = roomOfAre();
    var message = story.writes(are, room, 1);
    var his =
        AuditRecorded.refused(
            message.envelope().entryId(),
            message.envelope().sentAt(),
            are.personId(),
            room,
            "not-allowed");
    story.tellAs("notifications", his);
    Log.holds(his.entryId());

    story.tell(message);

    await()
        .untilAsserted(
            () ->
                assertThat(tellersOf(message.envelope().entryId()))
                    .containsExactly("REFUSED notifications", "MESSAGE_SENT messaging"));
  }

  @Test
  void R6_another_entry_under_an_id_of_its_own_teller_is_in_the_log_too_and_is_told() {
    var first = entry(AuditAction.SIGNED_IN);
    story.tell(first);
    Log.holds(first.entryId());
    var second =
        AuditRecorded.success(
            first.entryId(), first.at(), AuditAction.ROOM_VIEWED, first.agentId(), null);

    double before = contradictions();
    story.tellAs("rooms", second);
    story.tellAs("rooms", second);
    Log.holds(story.acts(are, AuditAction.SIGNED_IN, null));

    assertThat(tellersOf(first.entryId())).containsExactly("SIGNED_IN rooms", "ROOM_VIEWED rooms");
    await().until(() -> contradictions() == before + 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 900_000})
  void nobody_fills_the_log_with_one_entry(int length) {
    var entry =
        AuditRecorded.refused(Ids.next(), Instant.now(), are.personId(), null, "x".repeat(length));

    var told = story.tellAs("notifications", entry);

    var place = "audit.set_aside where \"offset\" = %d and topic = '%s'";
    await().until(() -> Log.count(place.formatted(told.offset(), told.topic())) == 1);
    isNotInTheLog(entry);
  }

  @Test
  void what_comes_behind_a_forgery_is_in_the_log() {
    isSetAside(story.forge(record(Topics.AUDIT, "rooms", entry(AuditAction.SIGNED_IN))));

    Log.holds(story.acts(are, AuditAction.SIGNED_IN, null));
  }

  @Test
  void R9_of_a_forgery_nothing_is_kept_but_where_it_lies() {
    isSetAside(story.forge(new ProducerRecord<>(Topics.AUDIT, 0, "Are Nordmann", "Are Nordmann")));

    assertThat(Log.texts("select t::text from audit.forged t"))
        .noneMatch(row -> row.contains("Nordmann"));
  }

  @Test
  void who_forges_without_end_fills_no_table() {
    long before = Log.count("audit.forged");
    Log.asSuperuser(
        "insert into audit.forged select 'x', 0, n, now() from generate_series(1, 10000) n");
    try {
      story.forge(record(Topics.AUDIT, "rooms", entry(AuditAction.SIGNED_IN)));
      Log.holds(story.acts(are, AuditAction.SIGNED_IN, null));

      assertThat(Log.count("audit.forged where topic <> 'x'")).isEqualTo(before);
    } finally {
      Log.asSuperuser("delete from audit.forged where topic = 'x'");
    }
  }

  private final Person are = story.patient("Are Nordmann");

  private UUID roomOfAre() {
    var clinic = story.organisation("Vik DPS");
    var room = story.room(are, story.professional("Vera Vik", "Psykolog", clinic));
    await().until(() -> Log.count(roomRow(room)) == 1);
    return room;
  }

  private static String roomRow(UUID room) {
    return "audit.room where room_id = '" + room + "'";
  }

  private static UUID patientOf(UUID room) {
    return UUID.fromString(Log.texts("select patient_id::text from " + roomRow(room)).getFirst());
  }

  private static RoomChanged moved(UUID room, UUID patient) {
    return new RoomChanged(
        room,
        99,
        RoomChanged.Change.SEAT_APPROVED,
        RoomChanged.Status.ACTIVE,
        patient,
        patient,
        patient,
        null,
        List.of());
  }

  private AuditRecorded entry(AuditAction action) {
    return AuditRecorded.success(
        Ids.next(), Instant.parse("2026-11-22T10:00:00Z"), action, are.personId(), null);
  }

  private ProducerRecord<String, @Nullable String> record(
      String topic, String service, EventData event) {
    return new ProducerRecord<>(topic, 0, "test", story.eventOf(service, event));
  }

  private static void isSetAside(RecordMetadata forged) {
    var place =
        "audit.forged where topic = '%s' and partition = 0 and \"offset\" = %d"
            .formatted(forged.topic(), forged.offset());
    await().until(() -> Log.count(place) == 1);
  }

  private double contradictions() {
    return metrics.get("samsnakk.audit.entries.contradicting").counter().count();
  }

  private static List<String> tellersOf(UUID entryId) {
    return Log.texts(
        "select action || ' ' || teller from audit.entry where entry_id = '%s' order by seq"
            .formatted(entryId));
  }

  private static void isNotInTheLog(AuditRecorded entry) {
    assertThat(Log.count("audit.entry where entry_id = '" + entry.entryId() + "'")).isZero();
  }
}
