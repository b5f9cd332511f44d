package no.samsnakk.rooms;

import static no.samsnakk.contracts.time.Patience.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.EventData;
import no.samsnakk.contracts.event.Events;
import no.samsnakk.contracts.event.PersonChanged;
import no.samsnakk.contracts.event.RoomChanged;
import no.samsnakk.contracts.event.Topics;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that rooms has told over Kafka since it started. */
final class Heard {
  private static final List<String> RAW = new ArrayList<>();
  private static final KafkaConsumer<String, String> CONSUMER = consumer();

  private Heard() {}

  private static KafkaConsumer<String, String> consumer() {
    var consumer =
        new KafkaConsumer<>(
            Servers.kafka().administrator(), new StringDeserializer(), new StringDeserializer());
    var partitions =
        List.of(Topics.ROOMS, Topics.AUDIT).stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }

  /** As it came over the wire. */
  static synchronized List<String> raw() {
    CONSUMER.poll(Duration.ofMillis(50)).forEach(told -> RAW.add(told.value()));
    return List.copyOf(RAW);
  }

  private static <T extends EventData> List<T> all(Class<T> type, Predicate<T> which) {
    return raw().stream()
        .flatMap(json -> Events.read(json).stream())
        .filter(type::isInstance)
        .map(type::cast)
        .filter(which)
        .toList();
  }

  /** A room's changes, once the last one has this epoch. */
  static List<RoomChanged> changesOf(UUID roomId, long lastEpoch) {
    return await()
        .until(
            () -> all(RoomChanged.class, told -> told.roomId().equals(roomId)),
            told -> !told.isEmpty() && told.getLast().accessEpoch() == lastEpoch);
  }

  /** What the log is told about a room, once it has been told of this. */
  static List<AuditRecorded> traces(UUID roomId, AuditAction last) {
    return await()
        .until(
            () -> all(AuditRecorded.class, told -> roomId.equals(told.roomId())),
            told -> told.stream().anyMatch(entry -> entry.action() == last));
  }

  /** What the log is told of this person, once there is an entry of this kind. */
  static List<AuditRecorded> tracesOf(UUID personId, AuditAction action) {
    return await()
        .until(
            () ->
                all(
                    AuditRecorded.class,
                    told -> told.agentId().equals(personId) && told.action() == action),
            told -> !told.isEmpty());
  }

  /** That a person was refused something for this reason, once the log is told of it. */
  static AuditRecorded refusalOf(UUID personId, String code) {
    return await()
        .until(
            () ->
                all(
                    AuditRecorded.class,
                    told -> told.agentId().equals(personId) && code.equals(told.code())),
            told -> !told.isEmpty())
        .getFirst();
  }

  /** All that others have been told of a person so far. */
  static List<PersonChanged> personsOf(UUID personId) {
    return all(PersonChanged.class, told -> told.personId().equals(personId));
  }

  /** What others have been told of a person, once this is the last version. */
  static PersonChanged person(UUID personId, Predicate<PersonChanged> last) {
    return await()
        .until(() -> personsOf(personId), told -> !told.isEmpty() && last.test(told.getLast()))
        .getLast();
  }
}
