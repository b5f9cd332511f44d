package no.samsnakk.platform.event;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import no.samsnakk.local.Home;
import no.samsnakk.local.Secrets;
import no.samsnakk.local.Service;
import no.samsnakk.local.ServiceEnvironment;
import no.samsnakk.local.Settings;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * R7: somebody has all that one service is started with, and tells what is another's to tell. Over
 * all that Kafka's rights ({@code deploy/kafka/acls.properties}) let services write and read.
 */
class StolenEnvironmentTest {
  private static final Properties RIGHTS = properties("deploy/kafka/acls.properties");

  @TempDir static Path state;

  record Way(Service teller, String topic, Service hearer) {}

  record Theft(Service thief, Way way) {}

  static Stream<Way> ways() {
    return topics()
        .flatMap(
            topic ->
                services("Write", topic)
                    .flatMap(
                        teller ->
                            services("Read", topic).map(hearer -> new Way(teller, topic, hearer))));
  }

  static Stream<Theft> thefts() {
    return ways()
        .flatMap(
            way ->
                Stream.of(Service.values())
                    .filter(thief -> thief != way.teller() && thief != way.hearer())
                    .map(thief -> new Theft(thief, way)));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void what_is_ones_own_to_tell_is_heard(Way way) {
    assertThat(heard(way, way.teller())).contains(way.teller().label());
  }

  /** Who hears a teller on a topic has that one key, and may not write there. */
  @ParameterizedTest
  @MethodSource("thefts")
  void what_is_anothers_is_not(Theft theft) {
    var way = theft.way();
    assertThat(may(theft.thief(), "Write", way.topic()) ? heard(way, theft.thief()) : Stream.of())
        .isEmpty();
    if (!may(theft.thief(), "Read", way.topic())) {
      assertThat(heard(way, theft.thief())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_service_hears_whoever_may_write_where_it_may_read(Service hearer) {
    var wanted =
        ways()
            .filter(way -> way.hearer() == hearer && way.teller() != hearer)
            .map(way -> way.teller().label() + "/" + way.topic());

    assertThat(hears(hearer)).containsExactlyInAnyOrderElementsOf(wanted.toList());
  }

  /** Its own, and of the others what is made for one topic. */
  @ParameterizedTest
  @EnumSource
  void nobody_has_another_services_own_key(Service service) {
    assertThat(environment(service).keySet())
        .filteredOn(name -> name.matches("SAMSNAKK_EVENT_KEY_[A-Z]+"))
        .containsExactly("SAMSNAKK_EVENT_KEY_" + service.name());
    var own = Stream.of(Service.values()).filter(it -> it != service).map(it -> ownKey(it));
    assertThat(environment(service).values()).doesNotContainAnyElementsOf(own.toList());
  }

  @Test
  void several_keys_of_a_teller_become_several_for_who_hears_it() {
    var old = ownKey(Service.ROOMS);
    var young = new Secrets(state.resolve("secrets")).get("SAMSNAKK_EVENT_KEY_YOUNG");
    var way = new Way(Service.ROOMS, "samsnakk.audit.v1", Service.AUDIT);
    var rotating =
        keys(
            Service.AUDIT,
            environment(Service.AUDIT, Map.of("SAMSNAKK_EVENT_KEY_ROOMS", old + ", " + young)));

    assertThat(rotating.sealedBy(sealed(way, old))).contains("rooms");
    assertThat(rotating.sealedBy(sealed(way, young))).contains("rooms");
    assertThat(keys(Service.AUDIT).sealedBy(sealed(way, young))).isEmpty();
  }

  private static String ownKey(Service service) {
    return environment(service).get("SAMSNAKK_EVENT_KEY_" + service.name());
  }

  /** As whom it is heard, sealed with each of the keys that this service has. */
  private static Stream<String> heard(Way way, Service sealing) {
    var keys = keys(way.hearer());
    return environment(sealing).entrySet().stream()
        .filter(variable -> variable.getKey().startsWith("SAMSNAKK_EVENT_KEY"))
        .map(Map.Entry::getValue)
        .flatMap(key -> Stream.of(sealed(way, key), sealedDirectly(way, key)))
        .flatMap(told -> keys.sealedBy(told).stream());
  }

  /** As a teller seals who has this key. */
  private static ConsumerRecord<String, String> sealed(Way way, String key) {
    var told = new ProducerRecord<>(way.topic(), "key", "value");
    EventSealer.of(way.teller().label(), key).seal(told);
    return record(way, told.headers());
  }

  /** With the key itself, as only somebody does who has what is made for a topic. */
  private static ConsumerRecord<String, String> sealedDirectly(Way way, String keys) {
    var key = EventKey.parse(way.teller().label(), keys).getFirst();
    var seal = key.seal(new Sealed(way.topic(), "key", new byte[0], "value")).text();
    return record(
        way,
        new RecordHeaders()
            .add(no.samsnakk.contracts.event.RecordHeaders.SEAL, seal.getBytes(US_ASCII)));
  }

  private static ConsumerRecord<String, String> record(Way way, Headers headers) {
    return new ConsumerRecord<>(
        way.topic(),
        0,
        0,
        0,
        TimestampType.CREATE_TIME,
        0,
        0,
        "key",
        "value",
        headers,
        Optional.empty());
  }

  private static EventKeys keys(Service hearer) {
    return keys(hearer, environment(hearer));
  }

  private static EventKeys keys(Service hearer, Map<String, String> environment) {
    var config =
        new SmallRyeConfigBuilder().withSources(new EnvConfigSource(environment, 300)).build();
    return new EventKeys(hearer.label(), Optional.of(hears(hearer)), config);
  }

  private static List<String> hears(Service hearer) {
    var file = "services/%s/src/main/resources/application.properties".formatted(hearer.label());
    var hears = properties(file).getProperty("samsnakk.hears");
    return hears == null ? List.of() : List.of(hears.split(","));
  }

  private static Map<String, String> environment(Service service) {
    return environment(service, Map.of());
  }

  private static Map<String, String> environment(Service service, Map<String, String> given) {
    var home = new Home(Home.find().root(), state);
    var secrets = new Secrets(state.resolve("secrets"), given);
    return new ServiceEnvironment(home, new Settings(Map.of()), secrets).of(service);
  }

  private static Stream<String> topics() {
    return RIGHTS.stringPropertyNames().stream()
        .map(line -> line.split("/", 3))
        .filter(line -> line[1].equals("topic"))
        .map(line -> line[2])
        .distinct();
  }

  private static Stream<Service> services(String operation, String topic) {
    return Stream.of(Service.values()).filter(service -> may(service, operation, topic));
  }

  private static boolean may(Service service, String operation, String topic) {
    return RIGHTS.getProperty(service.label() + "/topic/" + topic, "").contains(operation);
  }

  private static Properties properties(String file) {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(Home.find().root().resolve(file))) {
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
