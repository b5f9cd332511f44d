package no.samsnakk.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.contracts.entry.Envelope;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.EntryCommitted;
import no.samsnakk.messaging.reading.entry.PayloadCodec;
import no.samsnakk.messaging.reading.entry.SealedEntry;
import no.samsnakk.messaging.story.Database;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.SealedEntries;
import no.samsnakk.messaging.story.Story;
import no.samsnakk.messaging.story.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R9: nothing leaks sideways. */
@QuarkusTest
@WithTestResource(World.class)
class ConfidentialityTest {
  private static final String CANARY = "kanarifuglen-i-gruven";

  @Inject RoomKeys keys;
  @Inject RoomKeyConfig config;
  @Inject Pool pool;
  private Story story;
  private Person are;
  private UUID room;

  @BeforeEach
  void begin() {
    story = new Story();
    are = story.person();
    room = story.room(are);
  }

  @AfterEach
  void end() {
    story.close();
  }

  @Test
  void R9_a_text_is_found_neither_in_the_database_nor_in_kafka() {
    are.opens(room);
    are.sends(room, CANARY);
    are.browser().looksAwayFrom(room);
    story.wire.hears(AuditRecorded.class, it -> it.until() != null && room.equals(it.roomId()));
    story.wire.hears(EntryCommitted.class, it -> it.roomId().equals(room));

    for (String table : Database.ask(String.class, TABLES)) {
      assertThat(Database.ask(String.class, "select t::text from messaging." + table + " t"))
          .noneMatch(row -> row.contains(CANARY) || row.contains(hex(CANARY)));
    }
    assertThat(story.wire.texts()).noneMatch(text -> text.contains(CANARY));
  }

  private static final String TABLES =
      "select table_name from information_schema.tables"
          + " where table_schema = 'messaging' and table_type = 'BASE TABLE'";

  private static String hex(String text) {
    return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void R9_the_key_file_opens_only_with_the_key_service() throws IOException {
    var file = Files.readAllBytes(config.file());

    assertThat(new String(file, StandardCharsets.US_ASCII)).startsWith("vault:v1:");
    assertThatThrownBy(() -> WrappingKeys.of(file)).isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void R9_a_ciphertext_opens_only_in_its_own_place() throws GeneralSecurityException {
    var sent = are.sends(room, "Hei");
    are.sends(room, "En til");
    var other = story.room(are);
    are.sends(other, "Et annet rom");
    var sealed = SealedEntries.of(sent.entryId());
    var cipher = cipher(room);

    assertThat(PayloadCodec.open(cipher, sealed)).isEqualTo(SealedEntries.payload("Hei"));
    for (Envelope another : others(sealed.envelope(), other)) {
      var moved = new SealedEntry(another, sealed.ciphertext());
      assertThatThrownBy(() -> PayloadCodec.open(cipher, moved))
          .as(another.toString())
          .isInstanceOf(GeneralSecurityException.class);
    }
    var there = new SealedEntry(with(sealed.envelope(), "roomId", other), sealed.ciphertext());
    assertThatThrownBy(() -> PayloadCodec.open(cipher(other), there))
        .isInstanceOf(GeneralSecurityException.class);
  }

  /** The same envelope with each of its parts another, one at a time. */
  private static List<Envelope> others(Envelope envelope, UUID id) {
    return List.of(
        with(envelope, "roomId", id),
        with(envelope, "seq", envelope.seq() + 1),
        with(envelope, "entryId", id),
        with(envelope, "clientId", id),
        with(envelope, "senderId", id),
        with(envelope, "organisationId", id),
        with(envelope, "class", EntryClass.SILENT),
        with(envelope, "kind", "QUESTION"),
        with(envelope, "format", 1),
        with(envelope, "format", 0),
        with(envelope, "sentAt", envelope.sentAt().plusMillis(1)),
        with(envelope, "accessEpoch", envelope.accessEpoch() + 1));
  }

  private static Envelope with(Envelope envelope, String part, Object value) {
    ObjectNode tree = Json.MAPPER.valueToTree(envelope);
    tree.set(part, Json.MAPPER.valueToTree(value));
    return Json.MAPPER.convertValue(tree, Envelope.class);
  }

  @Test
  void a_text_from_before_payloads_knew_their_envelope_is_read() throws GeneralSecurityException {
    var sent = are.sends(room, "Fra den gang");
    var legacy = with(SealedEntries.of(sent.entryId()).envelope(), "format", 0);
    var bound =
        ByteBuffer.allocate(32)
            .putLong(room.getMostSignificantBits())
            .putLong(room.getLeastSignificantBits())
            .putLong(sent.entryId().getMostSignificantBits())
            .putLong(sent.entryId().getLeastSignificantBits())
            .array();
    var text = cipher(room).encrypt("Fra den gang".getBytes(StandardCharsets.UTF_8), bound);

    assertThat(PayloadCodec.open(cipher(room), new SealedEntry(legacy, text)))
        .isEqualTo(SealedEntries.payload("Fra den gang"));
  }

  private RoomCipher cipher(UUID roomId) {
    return keys.of(pool, List.of(roomId))
        .toCompletionStage()
        .toCompletableFuture()
        .join()
        .get(roomId);
  }

  /** Neither where it lies nor under the name by which the version before reaches it. */
  @Test
  void R2_the_running_service_can_neither_change_nor_delete_a_message() {
    for (String table : List.of("entry", "message")) {
      assertThat(
              Database.ask(
                  String.class,
                  "select privilege_type from information_schema.role_table_grants"
                      + " where grantee = 'samsnakk_messaging' and table_name = '"
                      + table
                      + "'"))
          .as(table)
          .containsExactlyInAnyOrder("SELECT", "INSERT");
    }
  }
}
