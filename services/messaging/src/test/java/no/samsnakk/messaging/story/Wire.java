package no.samsnakk.messaging.story;

import static no.samsnakk.contracts.time.Patience.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.EventData;
import no.samsnakk.contracts.event.Events;
import no.samsnakk.contracts.event.RoomChanged;
import no.samsnakk.contracts.event.RoomEvent;
import no.samsnakk.contracts.event.SessionEnded;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.contracts.event.TypingStarted;
import no.samsnakk.platform.event.EventSealer;
import no.samsnakk.platform.id.Ids;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Kafka, as the other services use it: tells what they tell and hears all that messaging tells. */
public final class Wire implements AutoCloseable {
  private final KafkaProducer<String, String> producer;
  private final KafkaConsumer<String, String> consumer;
  private final List<ConsumerRecord<String, String>> heard = new CopyOnWriteArrayList<>();
  private final Thread ear;

  Wire() {
    var settings = kafka();
    producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    var partitions =
        List.of(Topics.MESSAGES, Topics.AUDIT, Topics.TYPING).stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    ear = Thread.ofPlatform().daemon().start(this::listen);
  }

  /** How a client connects that may say and hear what all the others do. */
  static Map<String, Object> kafka() {
    var config = ConfigProvider.getConfig();
    var settings = new HashMap<String, Object>();
    for (var name : config.getPropertyNames()) {
      if (name.startsWith(World.KAFKA)) {
        settings.put(name.substring(World.KAFKA.length()), config.getValue(name, String.class));
      }
    }
    return settings;
  }

  private void listen() {
    try {
      while (true) {
        consumer.poll(Duration.ofSeconds(1)).forEach(heard::add);
      }
    } catch (WakeupException stopped) {
      consumer.close();
    }
  }

  void tell(EventData event) {
    var now = Clock.systemUTC().instant();
    var topicAndKey = topicAndKey(event);
    send(topicAndKey[0], topicAndKey[1], Events.write(Ids.next(), teller(event), now, event));
  }

  /** As if it had lain somewhere for so long. */
  public void tellLate(EventData event, Duration late) {
    var then = Clock.systemUTC().instant().minus(late);
    var topicAndKey = topicAndKey(event);
    sendSealed(
        new ProducerRecord<>(
            topicAndKey[0],
            null,
            then.toEpochMilli(),
            topicAndKey[1],
            Events.write(Ids.next(), teller(event), then, event)));
  }

  private static String[] topicAndKey(EventData event) {
    return switch (event) {
      case RoomChanged changed -> new String[] {Topics.ROOMS, changed.roomId().toString()};
      case RoomEvent other -> new String[] {Topics.ROOMS, Ids.next().toString()};
      case no.samsnakk.contracts.event.EntryCommitted m ->
          new String[] {Topics.MESSAGES, m.roomId().toString()};
      case no.samsnakk.contracts.event.MarkEvent mark ->
          new String[] {Topics.MESSAGES, mark.roomId().toString()};
      case AuditRecorded entry -> new String[] {Topics.AUDIT, entry.agentId().toString()};
      case SessionEnded ended -> new String[] {Topics.SESSIONS, ended.sessionId().toString()};
      case TypingStarted typing -> new String[] {Topics.TYPING, typing.roomId().toString()};
    };
  }

  public void send(String topic, String key, String value) {
    sendSealed(new ProducerRecord<>(topic, key, value));
  }

  /** Whose it is to tell. */
  public static String teller(EventData event) {
    return tellerOn(topicAndKey(event)[0]);
  }

  private static String tellerOn(String topic) {
    return switch (topic) {
      case Topics.ROOMS -> "rooms";
      case Topics.SESSIONS -> "gateway";
      default -> "messaging";
    };
  }

  /** Seals as this service does. */
  public static EventSealer sealer(String service) {
    var keys = ConfigProvider.getConfig().getValue("samsnakk.event.key." + service, String.class);
    return EventSealer.of(service, keys);
  }

  /** An event as the service that may tell it writes it, without its seal. */
  public static ProducerRecord<String, String> unsealed(EventData event) {
    var topicAndKey = topicAndKey(event);
    var now = Clock.systemUTC().instant();
    return new ProducerRecord<>(
        topicAndKey[0], topicAndKey[1], Events.write(Ids.next(), teller(event), now, event));
  }

  private void sendSealed(ProducerRecord<String, String> said) {
    sealer(tellerOn(said.topic())).seal(said);
    send(said);
  }

  /** Puts into Kafka whatever it is, as somebody who has got that far. */
  public void send(ProducerRecord<String, String> said) {
    try {
      producer.send(said).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for an event of this kind. */
  public <D extends EventData> D hears(Class<D> type, Predicate<D> such) {
    await().pollInterval(Duration.ofMillis(20)).until(() -> !all(type, such).isEmpty());
    return all(type, such).getFirst();
  }

  /** All of this kind heard so far. */
  public <D extends EventData> List<D> all(Class<D> type, Predicate<D> such) {
    return heard.stream()
        .flatMap(entry -> Events.read(entry.value()).stream())
        .filter(type::isInstance)
        .map(type::cast)
        .filter(such)
        .toList();
  }

  /** Everything heard so far as it stood on the wire. */
  public List<String> texts() {
    return heard.stream().map(ConsumerRecord::value).toList();
  }

  /** The trace context of the record that has this text in it. */
  public String traceparentOf(String text) {
    return heard.stream()
        .filter(entry -> entry.value().contains(text))
        .map(entry -> entry.headers().lastHeader("traceparent"))
        .filter(java.util.Objects::nonNull)
        .map(header -> new String(header.value(), StandardCharsets.US_ASCII))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      ear.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    producer.close(Duration.ofSeconds(1));
  }
}
