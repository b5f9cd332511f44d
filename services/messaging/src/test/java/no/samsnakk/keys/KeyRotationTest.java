package no.samsnakk.keys;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import no.samsnakk.contracts.conversation.ClientFrame;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.entry.Entry;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.messaging.reading.entry.PayloadCodec;
import no.samsnakk.messaging.story.Database;
import no.samsnakk.messaging.story.Operator;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.SealedEntries;
import no.samsnakk.messaging.story.Story;
import no.samsnakk.messaging.story.World;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys are rotated by command, while people write and without a restart. */
@QuarkusTest
@WithTestResource(World.class)
class KeyRotationTest {
  private static final String KEYSET = "select keyset from messaging.room_key where room_id = ?";
  private static final String KEY_IDS =
      "select distinct substring(ciphertext from 2 for 4) from messaging.entry where room_id = ?";

  @Inject Vertx vertx;
  @Inject Pool pool;
  @Inject RoomKeyConfig config;
  @Inject KeyService service;
  private final Operator operator = Operator.withTheKey();
  private Story story;
  private Person are;
  private Person vera;
  private UUID room;

  @BeforeEach
  void begin() {
    story = new Story();
    are = story.person();
    vera = story.person();
    room = story.room(are, vera);
    are.sends(room, "Den første");
  }

  @AfterEach
  void end() {
    story.close();
  }

  @Test
  void R9_a_rooms_key_is_rotated_while_people_write() {
    vera.opens(room);
    for (int i = 2; i <= 60; i++) {
      are.browser().says(ClientFrame.Send.text(room, Ids.next(), "Nummer " + i));
      if (i % 20 == 0) {
        operator.rotates(room).statusCode(200);
      }
    }
    vera.browser().hears(ServerFrame.EntryFrame.class, it -> it.message().seq() == 60);
    operator.rotates(room).statusCode(200);
    untilTheInstanceHasLetGo();
    var last = are.sends(room, "Den siste").seq();

    assertThat(Database.ask(byte[].class, KEY_IDS, room)).hasSizeGreaterThan(1);
    vera.sees("Den siste");
    assertThat(vera.browser().live())
        .extracting(Entry::seq)
        .isEqualTo(LongStream.rangeClosed(2, last).boxed().toList());
    vera.pages(room, Map.of("limit", 60, "before", 61)).body("items.size()", equalTo(60));
    story.wire.hears(
        AuditRecorded.class,
        it ->
            it.action() == AuditAction.ROOM_KEY_ROTATED
                && room.equals(it.roomId())
                && it.agentId().equals(AuditRecorded.OPERATOR));
  }

  /** Within a second; the message that is sent to find out is encrypted with one or the other. */
  private void untilTheInstanceHasLetGo() {
    var newest = keys().of(pool, List.of(room)).toCompletionStage().toCompletableFuture().join();
    var cipher = newest.get(room);
    await()
        .until(
            () -> {
              are.sends(room, "Er den der?");
              return Database.ask(
                      byte[].class,
                      "select ciphertext from messaging.entry where room_id = ?"
                          + " order by seq desc limit 1",
                      room)
                  .stream()
                  .allMatch(one -> usesNewestOf(cipher, one));
            });
  }

  private static boolean usesNewestOf(RoomCipher cipher, byte[] ciphertext) {
    var made = cipher.encrypt(new byte[1], new byte[0]);
    return java.util.Arrays.equals(ciphertext, 1, 5, made, 1, 5);
  }

  /** An instance of its own, with nothing in memory. */
  private RoomKeys keys() {
    return new RoomKeys(file(), config);
  }

  private KeyFile file() {
    var file = new KeyFile(vertx, config, service, pool);
    file.open();
    return file;
  }

  @Test
  void another_instance_reads_the_key_anew_when_it_meets_one_that_it_does_not_know()
      throws GeneralSecurityException {
    var other = keys();
    var before = ask(other.of(pool, List.of(room)));
    operator.rotates(room).statusCode(200);
    untilTheInstanceHasLetGo();
    var sent = are.sends(room, "Med den nye");
    var sealed = SealedEntries.of(sent.entryId());
    var ciphertext = sealed.ciphertext();

    var stale = ask(other.of(pool, List.of(room)));
    assertThat(stale.open().get(room)).isSameAs(before.get(room));
    assertThat(stale.open().get(room).knows(ciphertext)).isFalse();
    var fitting = ask(other.fitting(pool, stale, Map.of(room, List.of(ciphertext))));

    assertThat(PayloadCodec.open(fitting.open().get(room), sealed))
        .isEqualTo(SealedEntries.payload("Med den nye"));
  }

  private static <T> T ask(io.vertx.core.Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void R9_all_rooms_are_wrapped_anew_and_the_old_wrapping_key_opens_nothing_any_more()
      throws Exception {
    var running = file();
    var kept = java.nio.file.Files.readAllBytes(config.file());
    var before = Database.ask(byte[].class, KEYSET, room).getFirst();
    are.opens(room);

    operator.turnsToANewWrappingKey().statusCode(200).body("rooms", greaterThanOrEqualTo(1));

    var now = Database.ask(byte[].class, KEYSET, room).getFirst();
    ask(running.lookAgain());
    assertThat(running.unwrap(room, now)).as("without a restart").isNotNull();
    assertThat(running.unwrap(room, before)).isNotNull();
    assertThatThrownBy(() -> opens(WrappingKeys.of(service.decrypt(kept)), now))
        .isInstanceOf(GeneralSecurityException.class);

    operator.dropsOldWrappingKeys().statusCode(200);

    assertThatThrownBy(() -> file().unwrap(room, before))
        .as("what lies in a backup")
        .isInstanceOf(GeneralSecurityException.class);
    assertThat(file().unwrap(room, now)).isNotNull();
    are.sends(room, "Går det ennå?");
    are.sees("Går det ennå?");
    are.sends(story.room(are), "Og i et nytt rom?");
    story.wire.hears(AuditRecorded.class, it -> it.action() == AuditAction.WRAPPING_KEY_ROTATED);
    story.wire.hears(AuditRecorded.class, it -> it.action() == AuditAction.WRAPPING_KEYS_DROPPED);
  }

  private void opens(WrappingKeys keys, byte[] wrapped) throws GeneralSecurityException {
    com.google.crypto.tink.TinkProtoKeysetFormat.parseEncryptedKeyset(
        wrapped, keys.aead(), Bytes.of(room), com.google.crypto.tink.RegistryConfiguration.get());
  }

  @Test
  void R9_an_instance_that_has_not_heard_of_it_cannot_wrap_a_room_with_a_dropped_key() {
    var old = file().current();
    operator.turnsToANewWrappingKey().statusCode(200);
    operator.dropsOldWrappingKeys().statusCode(200);

    assertThatThrownBy(
            () ->
                Database.run(
                    "insert into messaging.room_key (room_id, keyset, wrapped_by)"
                        + " values (?, '\\x00', ?)",
                    Ids.next(),
                    old))
        .hasMessageContaining("room_key_wrapped_by_fkey");
  }

  @Test
  void every_room_is_rotated_at_once() {
    var rooms = IntStream.range(0, 3).mapToObj(i -> story.room(are)).toList();
    rooms.forEach(one -> are.sends(one, "Hei"));

    operator.rotatesAll().statusCode(200).body("rooms", greaterThanOrEqualTo(4));

    assertThat(
            Database.ask(
                Integer.class,
                "select version from messaging.room_key where room_id = any(?)",
                (Object) rooms.toArray(UUID[]::new)))
        .hasSize(3)
        .allMatch(version -> version == 2);
  }

  @Test
  void nobody_without_the_operators_key_is_let_in() {
    Operator.with("feil-feil-feil-feil-feil-feil-feil-feil").rotates(room).statusCode(401);
    Operator.with("").erases(room).statusCode(401);
    RestAssured.given().post("/operator/rooms/" + room + "/key").then().statusCode(404);
    operator.rotates(Ids.next()).statusCode(404);
    operator.erases("tull").statusCode(400);
  }

  @Test
  void nobody_with_another_services_operators_key_is_let_in() {
    Operator.withAuditsKey().erases(room).statusCode(401);
  }

  @Test
  void nobody_by_a_name_that_is_not_this_ports_is_let_in() {
    Operator.askingBy("evil.example").rotates(room).statusCode(421);
    Operator.askingBy("127.0.0.1").rotates(room).statusCode(200);
  }

  @Test
  void at_its_start_it_waits_for_a_key_service_that_is_not_there_yet() {
    var asked = new AtomicInteger();
    var later =
        new KeyService() {
          @Override
          public byte[] encrypt(byte[] keys) throws GeneralSecurityException {
            return service.encrypt(keys);
          }

          @Override
          public byte[] decrypt(byte[] file) throws GeneralSecurityException {
            if (asked.incrementAndGet() < 3) {
              throw new KeyServiceAway("sealed", null);
            }
            return service.decrypt(file);
          }
        };

    var starting = new KeyFile(vertx, config, later, pool);
    starting.open();

    assertThat(asked).hasValue(3);
    assertThat(starting.current()).startsWith("file-");
  }
}
