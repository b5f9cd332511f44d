package no.samsnakk.messaging.reading.agreement;

import static no.samsnakk.contracts.entry.AgreementPayload.Status.ACTIVE;
import static no.samsnakk.contracts.entry.AgreementResponsePayload.Response.ACCEPTED;
import static no.samsnakk.contracts.entry.AgreementResponsePayload.Response.OBJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import no.samsnakk.contracts.entry.AgreementPayload;
import no.samsnakk.contracts.entry.AgreementResponsePayload.Response;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.contracts.entry.Envelope;
import no.samsnakk.messaging.reading.access.Access;
import no.samsnakk.messaging.reading.access.Right;
import no.samsnakk.messaging.reading.standing.Said;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whom an agreement waits for, which of those that stand are told, and whether these are all. */
class StandingAgreementsTest {
  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

  private final UUID vera = UUID.randomUUID();
  private final UUID kari = UUID.randomUUID();
  private final UUID are = UUID.randomUUID();
  private final UUID room = UUID.randomUUID();

  private Agreement at(long seq, UUID proposer, UUID other) {
    var people = List.of(proposer, other);
    return of(seq, people, people, null, Map.of());
  }

  /** Proposed by the first of those whom it concerns. */
  private Agreement of(
      long seq,
      List<UUID> people,
      List<UUID> inTheRoom,
      @Nullable UUID owner,
      Map<UUID, Response> responses) {
    var proposer = people.getFirst();
    var envelope =
        new Envelope(
            room,
            seq,
            room,
            room,
            proposer,
            null,
            EntryClass.VISIBLE,
            AgreementPayload.KIND,
            1,
            NOW.plusSeconds(seq),
            1);
    var says =
        new AgreementPayload(null, ACTIVE, "Vi ringer", people, owner, null, null, proposer, null);
    var may = new Right(null, true, true, null);
    var access =
        new Access(1, inTheRoom.stream().collect(Collectors.toMap(Function.identity(), it -> may)));
    return new Agreement(new Said<>(envelope, says, access), responses);
  }

  private record Told(List<UUID> waitsFor, List<UUID> objected, boolean lapsed) {}

  private Told told(List<UUID> inTheRoom, @Nullable UUID owner, Map<UUID, Response> responses) {
    var it = of(1, List.of(kari, vera, are), inTheRoom, owner, responses);
    var one = StandingAgreements.of(List.of(it), kari, true).items().getFirst();
    return new Told(one.waitsForIds(), one.objectedIds(), one.lapsed());
  }

  @Test
  void whom_it_waits_for_is_told_by_what_was_answered_and_who_is_left() {
    var all = List.of(kari, vera, are);
    var theTwo = List.of(vera, are);
    var agreed = new Told(List.of(), List.of(), false);
    var lapsed = new Told(List.of(), List.of(), true);
    assertThat(told(all, null, Map.of())).isEqualTo(new Told(theTwo, List.of(), false));
    assertThat(told(all, are, Map.of(are, OBJECTED)))
        .isEqualTo(new Told(List.of(vera), List.of(are), false));
    assertThat(told(all, null, Map.of(are, OBJECTED, vera, ACCEPTED)))
        .isEqualTo(new Told(List.of(kari), List.of(are), false));
    assertThat(told(all, null, Map.of(are, ACCEPTED, vera, ACCEPTED))).isEqualTo(agreed);
    // Whoever has gone is not asked, whatever she has said.
    assertThat(told(List.of(kari, are), null, Map.of(are, ACCEPTED))).isEqualTo(agreed);
    assertThat(told(List.of(kari, are), null, Map.of(are, ACCEPTED, vera, OBJECTED)))
        .isEqualTo(agreed);
    assertThat(told(theTwo, null, Map.of(are, ACCEPTED)))
        .isEqualTo(new Told(List.of(vera), List.of(), false));
    // Whoever proposed it has gone: any of those who are left puts it otherwise.
    assertThat(told(theTwo, null, Map.of(are, OBJECTED, vera, ACCEPTED)))
        .isEqualTo(new Told(theTwo, List.of(are), false));
    assertThat(told(List.of(kari), null, Map.of())).isEqualTo(lapsed);
    assertThat(told(List.of(), null, Map.of(are, OBJECTED))).isEqualTo(lapsed);
    assertThat(told(theTwo, kari, Map.of())).isEqualTo(lapsed);
    assertThat(told(List.of(kari, are), vera, Map.of(are, OBJECTED)))
        .isEqualTo(new Told(List.of(), List.of(are), true));
  }

  @Test
  void of_more_than_are_answered_hers_are_there() {
    var ofOthers = LongStream.range(0, 1_000).mapToObj(seq -> at(seq, kari, are));
    var all = Stream.concat(ofOthers, Stream.of(at(5_000, kari, vera))).toList();

    var answer = StandingAgreements.of(all, vera, true);

    assertThat(answer.whole()).isFalse();
    assertThat(answer.items()).hasSize(1_000);
    assertThat(answer.items()).extracting(StandingAgreement::seq).isSorted().endsWith(5_000L);
  }

  @Test
  void these_are_not_all_where_others_were_not_looked_at_or_do_not_open() {
    assertThat(StandingAgreements.of(List.of(at(1, kari, vera)), vera, true).whole()).isTrue();
    assertThat(StandingAgreements.of(List.of(at(1, kari, vera)), vera, false).whole()).isFalse();
  }
}
