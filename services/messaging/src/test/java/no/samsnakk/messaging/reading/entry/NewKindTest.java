package no.samsnakk.messaging.reading.entry;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.conversation.ClientFrame;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.entry.Entry;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.contracts.entry.Envelope;
import no.samsnakk.contracts.event.EntryCommitted;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.keys.RoomKeys;
import no.samsnakk.messaging.story.Database;
import no.samsnakk.messaging.story.RoomOfAre;
import no.samsnakk.messaging.story.World;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.Test;

/**
 * Kinds that are known to this test alone, and one that nobody knows: no other file is touched for
 * them.
 */
@QuarkusTest
@WithTestResource(World.class)
class NewKindTest extends RoomOfAre {
  /** What a guess says. */
  record Guess(String about, int days) {
    Guess {
      requireNonNull(about);
    }
  }

  @ApplicationScoped
  static class GuessKind implements EntryKind<Guess> {
    @Override
    public String name() {
      return "TEST_GUESS";
    }

    @Override
    public EntryClass entryClass() {
      return EntryClass.VISIBLE;
    }

    @Override
    public int format() {
      return 3;
    }

    @Override
    public Class<Guess> payload() {
      return Guess.class;
    }

    @Override
    public Optional<RefusalCode> fault(Guess guess) {
      return guess.days() < 0 ? Optional.of(RefusalCode.MESSAGE_EMPTY) : Optional.empty();
    }
  }

  @ApplicationScoped
  static class QuietKind implements EntryKind<Guess> {
    @Override
    public String name() {
      return "TEST_QUIET";
    }

    @Override
    public EntryClass entryClass() {
      return EntryClass.SILENT;
    }

    @Override
    public int format() {
      return 1;
    }

    @Override
    public Class<Guess> payload() {
      return Guess.class;
    }

    @Override
    public Optional<RefusalCode> fault(Guess guess) {
      return Optional.empty();
    }
  }

  @Inject Pool pool;
  @Inject RoomKeys keys;

  private UUID says(String kind, String about, int days) {
    var clientId = Ids.next();
    Map<String, JsonNode> payload =
        Map.of(
            "about",
            Json.MAPPER.valueToTree(about),
            "days",
            Json.MAPPER.valueToTree(days),
            "of_tomorrow",
            Json.MAPPER.valueToTree("passes by"));
    are.browser().says(new ClientFrame.Send(room, clientId, kind, payload));
    return clientId;
  }

  private ServerFrame.Accepted accepted(UUID clientId) {
    return are.browser()
        .hears(ServerFrame.Accepted.class, answer -> answer.clientId().equals(clientId));
  }

  private String refusal(UUID clientId) {
    return are.browser()
        .hears(ServerFrame.Refused.class, answer -> clientId.equals(answer.clientId()))
        .code();
  }

  @Test
  void a_new_kind_goes_from_the_frame_to_the_row_the_event_the_screen_and_history() {
    are.opens(room);
    vera.opens(room);
    var accepted = accepted(says("TEST_GUESS", "svaret fra NAV", 14));

    var heard =
        vera.browser()
            .hears(ServerFrame.EntryFrame.class, it -> it.message().seq() == accepted.seq())
            .message();
    assertThat(heard.envelope().kind()).isEqualTo("TEST_GUESS");
    assertThat(heard.envelope().format()).isEqualTo(3);
    assertThat(heard.payload()).isEqualTo(Json.MAPPER.valueToTree(new Guess("svaret fra NAV", 14)));
    assertThat(
            Database.ask(
                String.class,
                "select class || ' ' || kind || ' ' || format from messaging.entry"
                    + " where entry_id = ?",
                accepted.entryId()))
        .containsExactly("VISIBLE TEST_GUESS 3");
    var event = story.wire.hears(EntryCommitted.class, it -> it.roomId().equals(room));
    assertThat(event.envelope()).isEqualTo(heard.envelope());
    vera.pages(room, Map.of())
        .body("items.days", contains(14))
        .body("items.kind", contains("TEST_GUESS"));
  }

  @Test
  void R2_a_repeat_is_the_same_entry_and_another_payload_or_kind_is_none() {
    var clientId = says("TEST_GUESS", "svaret", 14);
    var first = accepted(clientId);
    are.browser().forgets();

    var payload =
        Map.<String, JsonNode>of(
            "about", Json.MAPPER.valueToTree("svaret"), "days", Json.MAPPER.valueToTree(14));
    are.browser().says(new ClientFrame.Send(room, clientId, "TEST_GUESS", payload));
    assertThat(accepted(clientId)).isEqualTo(first);
    are.browser().says(new ClientFrame.Send(room, clientId, "TEST_QUIET", payload));
    assertThat(refusal(clientId)).isEqualTo("client-id-reused");
  }

  @Test
  void its_own_rules_refuse_it_and_what_has_not_its_shape_is_no_frame() {
    assertThat(refusal(says("TEST_GUESS", "svaret", -1))).isEqualTo("message-empty");
    for (String said :
        List.of(
            "\"kind\":\"TEST_GUESS\"",
            "\"kind\":\"TEST_GUESS\",\"about\":7,\"days\":1",
            "\"kind\":\"TEST_GUESS\",\"about\":\"svaret\",\"days\":\"1\"",
            "\"kind\":\"TEXT\"",
            "\"body\":null",
            "\"body\":5",
            "\"body\":{\"secret\":1}")) {
      are.browser().forgets();
      are.browser()
          .says(
              "{\"type\":\"send\",\"roomId\":\"%s\",\"clientId\":\"%s\",%s}"
                  .formatted(room, Ids.next(), said));
      assertThat(are.browser().hears(ServerFrame.ErrorFrame.class).code())
          .as(said)
          .isEqualTo("frame-malformed");
    }
  }

  @Test
  void a_kind_that_only_a_newer_version_writes_is_said_again_later() {
    assertThat(refusal(says("TOMORROW", "noe", 1))).isEqualTo("temporarily-unavailable");
  }

  @Test
  void what_is_no_row_of_its_own_is_new_to_nobody() {
    vera.connects();
    are.opens(room);
    var quiet = accepted(says("TEST_QUIET", "noe", 1));
    var activity =
        vera.browser().hears(ServerFrame.Activity.class, it -> it.lastSeq() == quiet.seq());
    assertThat(activity.own()).isTrue();
    var seen = accepted(says("TEST_GUESS", "noe annet", 1));
    vera.browser().hears(ServerFrame.Activity.class, it -> it.lastSeq() == seen.seq() && !it.own());

    var position =
        vera.connects().hears(ServerFrame.Welcome.class).rooms().stream()
            .filter(it -> it.roomId().equals(room))
            .findFirst()
            .orElseThrow();
    assertThat(position.own()).containsExactly(quiet.seq());
  }

  @Test
  void nor_where_there_is_more_of_it_than_is_named() {
    are.opens(room);
    var first = are.sends(room, "Den eneste som er ny for Vera");
    var ids = java.util.stream.IntStream.range(0, 210).mapToObj(i -> says("TEST_QUIET", "noe", i));
    var last = ids.toList().getLast();
    accepted(last);

    var position =
        vera.connects().hears(ServerFrame.Welcome.class).rooms().stream()
            .filter(it -> it.roomId().equals(room))
            .findFirst()
            .orElseThrow();
    assertThat(position.lastSeq()).isEqualTo(first.seq() + 210);
    assertThat(position.own().size() + position.ownBefore()).isEqualTo(210);
  }

  @Test
  void what_a_newer_instance_has_written_is_delivered_and_paged_over_as_it_is() {
    are.sends(room, "Før");
    vera.opens(room);
    var said = Json.MAPPER.createObjectNode();
    said.putObject("proposal").put("day", "2026-12-01");
    var envelope = writtenByANewerInstance(said);
    var after = are.sends(room, "Etter");

    vera.browser().hears(ServerFrame.EntryFrame.class, it -> it.message().seq() == after.seq());
    assertThat(vera.browser().live()).contains(new Entry(envelope, said));
    vera.pages(room, Map.of()).body("items.kind", contains("TEXT", "TOMORROW", "TEXT"));
  }

  private Envelope writtenByANewerInstance(ObjectNode payload) {
    var seq =
        Database.ask(
                Long.class,
                "update messaging.conversation set last_seq = last_seq + 1 where room_id = ?"
                    + " returning last_seq",
                room)
            .getFirst();
    var envelope =
        new Envelope(
            room,
            seq,
            Ids.next(),
            Ids.next(),
            are.personId(),
            null,
            EntryClass.VISIBLE,
            "TOMORROW",
            9,
            story.now(),
            1);
    var cipher =
        keys.of(pool, List.of(room)).toCompletionStage().toCompletableFuture().join().get(room);
    assertThat(cipher).isNotNull();
    Database.run(
        "insert into messaging.entry (room_id, seq, entry_id, client_id, sender_id, class, kind,"
            + " format, ciphertext, sent_at, access_epoch)"
            + " values (?, ?, ?, ?, ?, 'VISIBLE', 'TOMORROW', 9, ?, ?, ?)",
        room,
        seq,
        envelope.entryId(),
        envelope.clientId(),
        envelope.senderId(),
        PayloadCodec.seal(cipher, envelope, payload).ciphertext(),
        OffsetDateTime.ofInstant(envelope.sentAt(), ZoneOffset.UTC),
        envelope.accessEpoch());
    return envelope;
  }
}
