package no.samsnakk.notifications.story;

import static no.samsnakk.contracts.time.Patience.await;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import no.samsnakk.contracts.event.EventData;
import no.samsnakk.contracts.event.Events;
import no.samsnakk.contracts.event.MessageEvent;
import no.samsnakk.contracts.event.PersonChanged;
import no.samsnakk.contracts.event.RoomChanged;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.platform.event.EventSealer;
import no.samsnakk.platform.id.Ids;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** What happens elsewhere, told over the real Kafka as rooms and messaging tell it. */
public final class Story implements AutoCloseable {
  final Clock clock = Clock.tickMillis(ZoneOffset.UTC);
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

  /** Somebody new, told of, with a mailbox whose address gives nothing away. */
  public Person person(String name) {
    var person = personNobodyHasToldOf(name);
    tell(person, person.email());
    return person;
  }

  public Person personWithoutEmail(String name) {
    var person = personNobodyHasToldOf(name);
    tell(person, null);
    return person;
  }

  public Person personNobodyHasToldOf(String name) {
    var id = Ids.next();
    return new Person(id, name, "x" + id.toString().replace("-", "") + "@mail.example");
  }

  public void tell(Person person, @Nullable String email) {
    tell(new PersonChanged(person.personId(), 1, person.name(), email, List.of()));
  }

  /** She herself, or somebody with her phone, has her letters go elsewhere. */
  public PersonChanged changesAddress(Person person, @Nullable String to) {
    var news =
        new PersonChanged(person.personId(), 2, person.name(), to, List.of(), person.email());
    tell(news);
    return news;
  }

  /** She has her letters come to her own address again, after they had gone to this one. */
  public void takesAddressBack(Person person, String from) {
    tell(new PersonChanged(person.personId(), 3, person.name(), person.email(), List.of(), from));
  }

  /** A room of these, all approved; the first is the patient. */
  public Room room(Person patient, Person... helpers) {
    var room = new Room(this, patient);
    for (var helper : helpers) {
      room.seats(helper);
    }
    room.isActive();
    return room;
  }

  /** The same, and everybody in it has long heard that he was approved. */
  public Room oldRoom(Person patient, Person... helpers) {
    var room = new Room(this, patient);
    for (var helper : helpers) {
      room.seats(helper);
    }
    room.forgetsApprovals();
    room.isActive();
    return room;
  }

  /** A room that the patient has not heard of. */
  public Room proposedRoom(Person patient, Person... helpers) {
    var room = new Room(this, patient);
    for (var helper : helpers) {
      room.proposes(helper);
    }
    room.isProposed();
    return room;
  }

  /** As {@link #proposedRoomTelling}, by one whom the patient has blocked. */
  public Room roomProposedInVainTelling(String typed, Person patient) {
    var room = new Room(this, patient);
    room.isProposedInVainTelling(typed, personWithoutEmail("Vera Veileder"));
    return room;
  }

  /** A room that the patient has not heard of, whose proposer has typed an address. */
  public Room proposedRoomTelling(String typed, Person patient) {
    var room = new Room(this, patient);
    room.isProposedTelling(typed);
    return room;
  }

  /**
   * Whatever was due when this was called has been sent when it returns: somebody else, who came
   * later, has had her letter.
   */
  public void timePasses() {
    var later = person("Somebody Else");
    var room = oldRoom(later, person("Her Helper"));
    room.writes(room.patient());
    var helper = room.helper(0);
    eventually(() -> helper.mailBox().count() > 0);
  }

  public static void eventually(Callable<Boolean> happens) {
    await().pollInterval(Duration.ofMillis(50)).until(happens);
  }

  public void tell(EventData event) {
    var topic = topic(event);
    send(topic, key(event), eventOf(tellerOn(topic), event));
  }

  /** An event of rooms that was told then. */
  public void toldAt(Instant at, EventData event) {
    send(Topics.ROOMS, key(event), Events.write(Ids.next(), "rooms", at, event));
  }

  /** These of one topic at once, as one batch of who tells there, and not by way of Kafka. */
  public ConsumerRecords<String, @Nullable String> atOnce(EventData... events) {
    var place = new TopicPartition(topic(events[0]), 0);
    return new ConsumerRecords<>(
        Map.of(place, Stream.of(events).map(this::sealed).toList()), Map.of());
  }

  private ConsumerRecord<String, @Nullable String> sealed(EventData event) {
    var topic = topic(event);
    var told =
        new ProducerRecord<String, @Nullable String>(
            topic, 0, key(event), eventOf(tellerOn(topic), event));
    sealer(tellerOn(topic)).seal(told);
    var taken =
        new ConsumerRecord<String, @Nullable String>(
            told.topic(), 0, Long.MAX_VALUE, told.key(), told.value());
    told.headers().forEach(taken.headers()::add);
    return taken;
  }

  /** An event as this service writes it. */
  public String eventOf(String service, EventData event) {
    return Events.write(Ids.next(), service, clock.instant(), event);
  }

  private static String topic(EventData event) {
    return event instanceof MessageEvent ? Topics.MESSAGES : Topics.ROOMS;
  }

  private static String tellerOn(String topic) {
    return topic.equals(Topics.MESSAGES) ? "messaging" : "rooms";
  }

  /** Anything at all, as a record's value, sealed by who tells there; the record's offset. */
  public long send(String topic, @Nullable String value) {
    return send(topic, "test", value);
  }

  private long send(String topic, String key, @Nullable String value) {
    var message = new ProducerRecord<String, @Nullable String>(topic, 0, key, value);
    sealer(tellerOn(topic)).seal(message);
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

  /** Puts into Kafka whatever it is, as somebody who has got that far; the record's offset. */
  public long forge(ProducerRecord<String, @Nullable String> message) {
    try {
      return kafka.send(message).get().offset();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  public static long count(String what) {
    try (var connection = superuser();
        var rows = connection.createStatement().executeQuery("select count(*) from " + what)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of what this asks for. */
  public static List<String> texts(String query) {
    try (var connection = superuser();
        var rows = connection.createStatement().executeQuery(query)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void asSuperuser(String statement) {
    try (var connection = superuser();
        var jdbc = connection.createStatement()) {
      jdbc.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Connection superuser() throws SQLException {
    return DriverManager.getConnection(setting(World.SUPERUSER));
  }

  @Override
  public void close() {
    kafka.close();
  }
}
