package no.samsnakk.audit.story;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import no.samsnakk.contracts.entry.AcknowledgementPayload;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.contracts.entry.Envelope;
import no.samsnakk.contracts.entry.QuestionPayload;
import no.samsnakk.contracts.entry.TextPayload;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.EntryCommitted;
import no.samsnakk.contracts.event.EventData;
import no.samsnakk.contracts.event.Events;
import no.samsnakk.contracts.event.PersonChanged;
import no.samsnakk.contracts.event.RoomChanged;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.platform.caller.Level;
import no.samsnakk.platform.caller.Me;
import no.samsnakk.platform.event.EventSealer;
import no.samsnakk.platform.id.Ids;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** What happens elsewhere, told over the real Kafka as the other services tell it. */
public final class Story implements AutoCloseable {
  private final Clock clock = Clock.tickMillis(java.time.ZoneOffset.UTC);
  private final KafkaProducer<String, @Nullable String> kafka =
      new KafkaProducer<>(
          kafka(Map.of("linger.ms", 0)), new StringSerializer(), new StringSerializer());

  /** How a client connects that may say and hear what all the others do. */
  static Map<String, Object> kafka(Map<String, Object> more) {
    var config = ConfigProvider.getConfig();
    var settings = new HashMap<>(more);
    for (var name : config.getPropertyNames()) {
      if (name.startsWith(World.KAFKA)) {
        settings.put(name.substring(World.KAFKA.length()), config.getValue(name, String.class));
      }
    }
    return settings;
  }

  static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }

  static PrivateKey signingKey() {
    try {
      var bytes = Base64.getDecoder().decode(setting(World.SIGNING_KEY));
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A new organisation. */
  public Me.Organisation organisation(String name) {
    return new Me.Organisation(Ids.next(), name);
  }

  /** Somebody without any role, told of and known. */
  public Person patient(String name) {
    return known(name, List.of());
  }

  public Person professional(String name, String title, Me.Organisation at) {
    return known(name, List.of(new Me.Role(Ids.next(), Me.Kind.PROFESSIONAL, title, at)));
  }

  public Person auditor(String name, Me.Organisation... at) {
    return known(
        name,
        List.of(at).stream()
            .map(one -> new Me.Role(Ids.next(), Me.Kind.AUDITOR, "Personvernombud", one))
            .toList());
  }

  private Person known(String name, List<Me.Role> roles) {
    var session = new Person.Session(Level.HIGH, Duration.ofMinutes(1));
    var person = new Person(Ids.next(), name, roles, session);
    tell(person.asTold(1));
    Log.knows(person);
    return person;
  }

  /** Rooms has another name for her now. */
  public void rename(Person person, String name) {
    tell(new Person(person.personId(), name, person.roles(), person.session()).asTold(2));
  }

  /** A room with approved helpers, told of. */
  public UUID room(Person patient, Person... helpers) {
    var roomId = Ids.next();
    tellRoom(roomId, patient, RoomChanged.Change.SEAT_APPROVED, helpers);
    return roomId;
  }

  /** A room whose helpers still wait for the patient. */
  public UUID proposedRoom(Person patient, Person... helpers) {
    var roomId = Ids.next();
    tellRoom(roomId, patient, RoomChanged.Change.PROPOSED, helpers);
    return roomId;
  }

  /** The proposal is taken back. */
  public void retracts(Person proposer, UUID roomId, Person patient) {
    tellRoom(roomId, patient, RoomChanged.Change.PROPOSAL_RETRACTED, proposer);
  }

  private void tellRoom(UUID roomId, Person patient, RoomChanged.Change change, Person... helpers) {
    boolean retracted = change == RoomChanged.Change.PROPOSAL_RETRACTED;
    var status =
        switch (change) {
          case PROPOSED -> RoomChanged.SeatStatus.PROPOSED;
          case PROPOSAL_RETRACTED -> RoomChanged.SeatStatus.REMOVED;
          default -> RoomChanged.SeatStatus.ACTIVE;
        };
    tell(
        new RoomChanged(
            roomId,
            retracted ? 2 : 1,
            change,
            retracted ? RoomChanged.Status.RETRACTED : RoomChanged.Status.ACTIVE,
            patient.personId(),
            helpers[0].personId(),
            patient.personId(),
            null,
            List.of(helpers).stream().map(helper -> seat(helper, status)).toList()));
  }

  private static RoomChanged.Seat seat(Person helper, RoomChanged.SeatStatus status) {
    boolean active = status == RoomChanged.SeatStatus.ACTIVE;
    return new RoomChanged.Seat(
        Ids.next(),
        helper.personId(),
        helper.organisationId(),
        RoomChanged.Part.HELPER,
        status,
        active,
        active);
  }

  /** She did something at work; the entry's id. */
  public UUID acts(Person agent, AuditAction action, @Nullable UUID roomId) {
    return record(
        AuditRecorded.success(Ids.next(), clock.instant(), action, agent.personId(), roomId)
            .onBehalfOf(agent.roles().isEmpty() ? null : agent.organisationId()));
  }

  /** A patient has blocked somebody, as it is told of one of his rooms. */
  public UUID blocks(Person patient, Person blocked, UUID roomId) {
    return record(
        AuditRecorded.success(
                Ids.next(), clock.instant(), AuditAction.PERSON_BLOCKED, patient.personId(), roomId)
            .about(patient.personId(), blocked.personId()));
  }

  /** Somebody was refused; no word of whom she acted for. */
  public UUID isRefused(Person agent, @Nullable UUID roomId, String code) {
    return record(
        AuditRecorded.refused(Ids.next(), clock.instant(), agent.personId(), roomId, code));
  }

  /** The first refusal and the entry that counts the others, as the services tell them. */
  public UUID[] isRefusedAgainAndAgain(Person agent, UUID roomId, String code, long count) {
    return againAndAgain(
        AuditRecorded.firstRefused(Ids.next(), clock.instant(), agent.personId(), roomId, code),
        count);
  }

  /** The first view of a room and the entry that counts the others. */
  public UUID[] looksAgainAndAgain(Person agent, UUID roomId, long count) {
    return againAndAgain(
        AuditRecorded.success(
                Ids.next(), clock.instant(), AuditAction.ROOM_VIEWED, agent.personId(), roomId)
            .first(),
        count);
  }

  private UUID[] againAndAgain(AuditRecorded first, long count) {
    var counted = AuditRecorded.counted(Ids.next(), first, first.at().plusMillis(70), count);
    return new UUID[] {record(first), record(counted)};
  }

  /** The opening (no {@code until}) or the closing of a view. */
  public UUID views(
      Person agent, UUID roomId, UUID viewId, long from, long to, @Nullable Instant until) {
    return record(
        AuditRecorded.view(Ids.next(), clock.instant(), agent.personId(), roomId, viewId)
            .messages(from, to)
            .until(until)
            .build());
  }

  public EntryCommitted writes(Person sender, UUID roomId, long seq) {
    return says(sender, roomId, seq, EntryClass.VISIBLE, TextPayload.KIND);
  }

  public EntryCommitted acknowledges(Person sender, UUID roomId, long seq) {
    return says(sender, roomId, seq, EntryClass.AMENDS, AcknowledgementPayload.KIND);
  }

  public EntryCommitted asks(Person sender, UUID roomId, long seq) {
    return says(sender, roomId, seq, EntryClass.AMENDS, QuestionPayload.KIND);
  }

  public EntryCommitted says(Person sender, UUID roomId, long seq, String kind) {
    return says(sender, roomId, seq, EntryClass.VISIBLE, kind);
  }

  private EntryCommitted says(
      Person sender, UUID roomId, long seq, EntryClass entryClass, String kind) {
    return new EntryCommitted(
        new Envelope(
            roomId,
            seq,
            Ids.next(),
            Ids.next(),
            sender.personId(),
            sender.roles().isEmpty() ? null : sender.organisationId(),
            entryClass,
            kind,
            1,
            clock.instant(),
            1),
        "bm90IGZvciB1cw==");
  }

  private UUID record(AuditRecorded entry) {
    tell(entry);
    return entry.entryId();
  }

  public void tell(EventData event) {
    tell(event, null);
  }

  public RecordMetadata tell(EventData event, @Nullable String traceparent) {
    return switch (event) {
      case no.samsnakk.contracts.event.RoomEvent news -> send(Topics.ROOMS, event, traceparent);
      case no.samsnakk.contracts.event.MessageEvent m -> send(Topics.MESSAGES, event, traceparent);
      case AuditRecorded entry -> send(Topics.AUDIT, event, traceparent);
      case no.samsnakk.contracts.event.SessionEnded s -> send(Topics.SESSIONS, event, traceparent);
      case no.samsnakk.contracts.event.TypingStarted t -> send(Topics.TYPING, event, traceparent);
    };
  }

  private RecordMetadata send(String topic, EventData event, @Nullable String traceparent) {
    var service = teller(event);
    return send(service, topic, key(event), eventOf(service, event), traceparent);
  }

  /** An event as this service writes it. */
  public String eventOf(String service, EventData event) {
    return Events.write(Ids.next(), service, clock.instant(), event);
  }

  /** Whose it is to tell. */
  private static String teller(EventData event) {
    return switch (event) {
      case no.samsnakk.contracts.event.RoomEvent news -> "rooms";
      case no.samsnakk.contracts.event.MessageEvent message -> "messaging";
      case no.samsnakk.contracts.event.TypingStarted typing -> "messaging";
      case no.samsnakk.contracts.event.SessionEnded ended -> "gateway";
      case AuditRecorded entry ->
          switch (entry.action()) {
            case SIGNED_OUT -> "gateway";
            case MESSAGE_SENT, MESSAGES_VIEWED -> "messaging";
            case LOG_VIEWED, LOG_SEARCHED -> "audit";
            default -> "rooms";
          };
    };
  }

  /** An entry of this service's own, whoever else would tell such a one. */
  public RecordMetadata tellAs(String service, AuditRecorded entry) {
    return send(service, Topics.AUDIT, "test", eventOf(service, entry), null);
  }

  /** Anything at all, as a record's value, from one who may tell something there. */
  public RecordMetadata send(String topic, @Nullable String value, @Nullable String traceparent) {
    return send("rooms", topic, "test", value, traceparent);
  }

  private RecordMetadata send(
      String service,
      String topic,
      String key,
      @Nullable String value,
      @Nullable String traceparent) {
    var message = new ProducerRecord<String, @Nullable String>(topic, 0, key, value);
    sealer(service).seal(message);
    if (traceparent != null) {
      message.headers().add("traceparent", traceparent.getBytes(StandardCharsets.US_ASCII));
    }
    return forge(message);
  }

  /** What a compacted topic keeps: the last record of each key. */
  public static ConsumerRecords<String, @Nullable String> compacted(String topic) {
    Map<TopicPartition, Map<String, ConsumerRecord<String, @Nullable String>>> kept =
        new HashMap<>();
    try (var consumer =
        new KafkaConsumer<String, @Nullable String>(
            kafka(Map.of()), new StringDeserializer(), new StringDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (var one : consumer.poll(Duration.ofSeconds(1))) {
          var place = new TopicPartition(topic, one.partition());
          var last = kept.computeIfAbsent(place, nothing -> new LinkedHashMap<>());
          last.remove(one.key());
          last.put(one.key(), one);
        }
      }
    }
    Map<TopicPartition, List<ConsumerRecord<String, @Nullable String>>> records = new HashMap<>();
    kept.forEach((place, last) -> records.put(place, List.copyOf(last.values())));
    return new ConsumerRecords<>(records, Map.of());
  }

  /** As rooms does it: what is told of one person or room is told under one key. */
  private static String key(EventData event) {
    return switch (event) {
      case PersonChanged person -> person.personId().toString();
      case RoomChanged room -> room.roomId().toString();
      default -> "test";
    };
  }

  /** Seals as this service does. */
  public static EventSealer sealer(String service) {
    return EventSealer.of(service, setting("samsnakk.event.key." + service));
  }

  /** Puts into Kafka whatever it is, as somebody who has got that far. */
  public RecordMetadata forge(ProducerRecord<String, @Nullable String> message) {
    try {
      return kafka.send(message).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kafka.close();
  }
}
