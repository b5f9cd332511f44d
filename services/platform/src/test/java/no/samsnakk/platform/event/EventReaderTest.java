package no.samsnakk.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.EventData;
import no.samsnakk.contracts.event.Events;
import no.samsnakk.contracts.event.RecordHeaders;
import no.samsnakk.contracts.event.SessionEnded;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.platform.id.Ids;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Audit hears rooms and the gateway, and believes what they have sealed. */
class EventReaderTest {
  private static final String ROOMS = key(1);
  private static final String GATEWAY = key(2);
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

  private final EventReader reader = reader(ROOMS);

  @Test
  void what_is_sealed_by_its_teller_is_heard() {
    var entry = entry(AuditAction.CONSENT_GIVEN);

    assertThat(reader.read(heard(sealed("rooms", ROOMS, entry))))
        .isEqualTo(new Heard.Told(entry, NOW, "rooms", true));
  }

  @Test
  void what_is_not_sealed_is_told_apart() {
    assertThat(reader.read(heard(told("rooms", entry(AuditAction.REFUSED)))))
        .isInstanceOf(Heard.Unsealed.class);
  }

  @Test
  void the_seal_holds_topic_key_event_id_and_value() {
    var told = sealed("rooms", ROOMS, entry(AuditAction.CONSENT_GIVEN));

    // Where rooms seals with the same key, so that nothing but the topic tells them apart.
    assertThat(reader.read(heard(Topics.ROOMS, told.key(), told.value(), told.headers())))
        .isEqualTo(new Heard.Forged("no seal that is known"));
    isForged(heard(told.topic(), "another", told.value(), told.headers()));
    isForged(heard(told.topic(), null, told.value(), told.headers()));
    isForged(heard(told.topic(), told.key(), told.value() + " ", told.headers()));
    isForged(heard(told.topic(), told.key(), null, told.headers()));
    // The last header of a name is the one that counts.
    told.headers().add(RecordHeaders.EVENT_ID, ascii(Ids.next().toString()));
    isForged(heard(told));
  }

  @Test
  void no_part_runs_into_the_next() {
    var told = sealed("rooms", ROOMS, entry(AuditAction.CONSENT_GIVEN));
    var first = told.value().substring(0, 1);

    isForged(heard(told.topic(), told.key() + first, told.value().substring(1), told.headers()));
  }

  @Test
  void where_it_belongs_in_a_trace_may_be_written_on_the_way() {
    var told = sealed("rooms", ROOMS, entry(AuditAction.CONSENT_GIVEN));
    told.headers().add(RecordHeaders.TRACEPARENT, ascii("00-1-2-01"));

    assertThat(reader.read(heard(told))).isInstanceOf(Heard.Told.class);
  }

  @Test
  void a_key_of_ones_own_is_no_key() {
    isForged(heard(sealed("rooms", key(9), entry(AuditAction.CONSENT_GIVEN))));
  }

  @Test
  void nobody_is_believed_whose_key_we_do_not_have() {
    isForged(heard(sealed("messaging", key(3), entry(AuditAction.REFUSED))));
  }

  @Test
  void another_services_key_seals_nothing_in_rooms_name() {
    var told = told("rooms", entry(AuditAction.REFUSED));
    EventSealer.of("gateway", GATEWAY).seal(told);
    isForged(heard(told));

    var renamed = told("rooms", entry(AuditAction.REFUSED));
    EventSealer.of("gateway", GATEWAY).seal(renamed);
    var seal =
        new String(
            renamed.headers().lastHeader(RecordHeaders.SEAL).value(), StandardCharsets.US_ASCII);
    renamed.headers().add(RecordHeaders.SEAL, ascii(seal.replace("gateway", "rooms")));
    isForged(heard(renamed));
  }

  @ParameterizedTest
  @EnumSource(names = {"SIGNED_OUT", "REFUSED"})
  void the_gateway_may_tell_of_its_own_acts(AuditAction action) {
    assertThat(reader.read(heard(sealed("gateway", GATEWAY, entry(action)))))
        .isInstanceOf(Heard.Told.class);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"SIGNED_OUT", "REFUSED"},
      mode = EnumSource.Mode.EXCLUDE)
  void and_of_nobody_elses(AuditAction action) {
    isForged(heard(sealed("gateway", GATEWAY, entry(action))));
  }

  @Test
  void an_event_on_another_topic_than_its_own_is_none() {
    var ended = new SessionEnded(Ids.next(), Ids.next(), NOW, SessionEnded.Cause.LOGOUT);
    var told = new ProducerRecord<>(Topics.AUDIT, "key", text("gateway", ended));
    EventSealer.of("gateway", GATEWAY).seal(told);

    isForged(heard(told));
  }

  @Test
  void two_keys_are_believed_while_one_takes_the_others_place() {
    var old = sealed("rooms", ROOMS, entry(AuditAction.CONSENT_GIVEN));
    var young = sealed("rooms", key(7), entry(AuditAction.CONSENT_GIVEN));

    assertThat(reader(ROOMS + "," + key(7)).read(heard(old))).isInstanceOf(Heard.Told.class);
    assertThat(reader(ROOMS + "," + key(7)).read(heard(young))).isInstanceOf(Heard.Told.class);
    assertThat(reader(key(7)).read(heard(young))).isInstanceOf(Heard.Told.class);
    assertThat(reader(key(7)).read(heard(old))).isInstanceOf(Heard.Forged.class);
    // The first one seals.
    var both = sealed("rooms", key(7) + "," + ROOMS, entry(AuditAction.CONSENT_GIVEN));
    assertThat(reader(key(7)).read(heard(both))).isInstanceOf(Heard.Told.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.rooms",
        "2.rooms.00000000.AAAA",
        "1.rooms.00000000.!",
        "1....",
        "...."
      })
  void a_broken_seal_is_none(String seal) {
    var told = told("rooms", entry(AuditAction.CONSENT_GIVEN));
    told.headers().add(RecordHeaders.SEAL, ascii(seal));

    isForged(heard(told));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Are Nordmann",
        "{\"name\": \"Are Nordmann\"",
        "{\"name\": \"Are Nordmann\"}",
        "{\"type\": \"no.samsnakk.audit.recorded.v1\", \"data\": {\"reason\": \"Are Nordmann\"}}"
      })
  void R9_why_it_cannot_be_read_repeats_nothing_of_it(String value) {
    var told = new ProducerRecord<>(Topics.AUDIT, "key", value);
    EventSealer.of("rooms", ROOMS).seal(told);

    assertThat(reader.read(heard(told)))
        .isInstanceOfSatisfying(
            Heard.Unreadable.class, read -> assertThat(read.why()).doesNotContain("Nordmann"));
  }

  @Test
  void a_seal_without_end_is_none() {
    var told = told("rooms", entry(AuditAction.CONSENT_GIVEN));
    told.headers().add(RecordHeaders.SEAL, new byte[1_000_000]);

    isForged(heard(told));
  }

  @Test
  void who_has_not_all_keys_does_not_start() {
    assertThatThrownBy(() -> keys(Map.of("samsnakk.event.key.rooms.samsnakk.audit.v1", key(6))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("No samsnakk.event.key.audit");
    assertThatThrownBy(() -> keys(Map.of("samsnakk.event.key.audit", key(5))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("No samsnakk.event.key.rooms.samsnakk.audit.v1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"c2hvcnQ=", "not base64!", "c2VjcmV0IQ==,"})
  void what_is_no_key_is_said_without_saying_what_it_is(String key) {
    assertThatThrownBy(() -> EventSealer.of("rooms", key))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .startsWith("An event key of rooms")
        .doesNotContain(key.substring(0, 4));
  }

  private void isForged(ConsumerRecord<String, String> heard) {
    assertThat(reader.read(heard)).isInstanceOf(Heard.Forged.class);
  }

  private static EventReader reader(String rooms) {
    var all =
        Map.of(
            "samsnakk.event.key.rooms.samsnakk.audit.v1", onAudit(rooms),
            "samsnakk.event.key.rooms.samsnakk.rooms.v1", onAudit(rooms),
            "samsnakk.event.key.gateway.samsnakk.audit.v1", onAudit(GATEWAY),
            "samsnakk.event.key.audit", key(5));
    return new EventReader(keys(all));
  }

  /** What whoever hears it there is given. */
  private static String onAudit(String keys) {
    return Stream.of(keys.split(","))
        .map(key -> EventKey.mac(Base64.getDecoder().decode(key)))
        .map(hmac -> hmac.doFinal(Topics.AUDIT.getBytes(StandardCharsets.US_ASCII)))
        .map(key -> Base64.getEncoder().encodeToString(key))
        .collect(Collectors.joining(","));
  }

  private static EventKeys keys(Map<String, String> settings) {
    var config = new SmallRyeConfigBuilder().withDefaultValues(settings).build();
    return new EventKeys(
        "audit",
        Optional.of(
            List.of(
                "rooms/samsnakk.audit.v1", "gateway/samsnakk.audit.v1", "rooms/samsnakk.rooms.v1")),
        config);
  }

  private static String key(int number) {
    var bytes = new byte[32];
    Arrays.fill(bytes, (byte) number);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static AuditRecorded entry(AuditAction action) {
    return AuditRecorded.success(UUID.randomUUID(), NOW, action, UUID.randomUUID(), null);
  }

  private static String text(String service, EventData event) {
    return Events.write(Ids.next(), service, NOW, event);
  }

  private static ProducerRecord<String, String> told(String service, EventData event) {
    var told = new ProducerRecord<>(Topics.AUDIT, "key", text(service, event));
    told.headers().add(RecordHeaders.EVENT_ID, ascii(Ids.next().toString()));
    return told;
  }

  private static ProducerRecord<String, String> sealed(
      String service, String keys, EventData event) {
    var told = told(service, event);
    EventSealer.of(service, keys).seal(told);
    return told;
  }

  private static ConsumerRecord<String, String> heard(ProducerRecord<String, String> told) {
    return heard(told.topic(), told.key(), told.value(), told.headers());
  }

  private static ConsumerRecord<String, String> heard(
      String topic, String key, String value, Headers headers) {
    return new ConsumerRecord<>(
        topic, 0, 0, 0, TimestampType.CREATE_TIME, 0, 0, key, value, headers, Optional.empty());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
