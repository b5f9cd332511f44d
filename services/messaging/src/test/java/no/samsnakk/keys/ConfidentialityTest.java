package no.samsnakk.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.MessageCommitted;
import no.samsnakk.messaging.story.Database;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.Story;
import no.samsnakk.messaging.story.World;
import no.samsnakk.platform.id.Ids;
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
    story.wire.hears(MessageCommitted.class, it -> it.roomId().equals(room));

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
    var ciphertext =
        Database.ask(
                byte[].class,
                "select ciphertext from messaging.message where message_id = ?",
                sent.messageId())
            .getFirst();

    assertThat(cipher(room).decrypt(sent.messageId(), ciphertext)).isEqualTo("Hei");
    assertThatThrownBy(() -> cipher(room).decrypt(Ids.next(), ciphertext))
        .isInstanceOf(GeneralSecurityException.class);
    assertThatThrownBy(() -> cipher(other).decrypt(sent.messageId(), ciphertext))
        .isInstanceOf(GeneralSecurityException.class);
  }

  private RoomCipher cipher(UUID roomId) {
    return keys.of(pool, List.of(roomId))
        .toCompletionStage()
        .toCompletableFuture()
        .join()
        .get(roomId);
  }

  @Test
  void R2_the_running_service_can_neither_change_nor_delete_a_message() {
    assertThat(
            Database.ask(
                String.class,
                "select privilege_type from information_schema.role_table_grants"
                    + " where grantee = 'samsnakk_messaging' and table_name = 'message'"))
        .containsExactlyInAnyOrder("SELECT", "INSERT");
  }
}
