package no.samsnakk.messaging.reading.entry;

import static no.samsnakk.contracts.entry.QuestionPayload.State.ANSWERED;
import static no.samsnakk.contracts.entry.QuestionPayload.State.OPEN;
import static no.samsnakk.contracts.entry.QuestionPayload.State.PROMISED;
import static no.samsnakk.contracts.entry.QuestionPayload.State.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import no.samsnakk.contracts.entry.QuestionPayload;
import no.samsnakk.contracts.entry.QuestionPayload.State;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.messaging.reading.entry.AmendingKind.Before;
import no.samsnakk.platform.time.Norway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be said of a question, by whom, and what becomes of it whatever people try. */
class QuestionKindTest {
  private static final UUID ARE = new UUID(0, 1);
  private static final UUID KARI = new UUID(0, 2);
  private static final UUID SARA = new UUID(0, 3);
  private static final UUID VERA = new UUID(0, 4);
  private static final List<UUID> PEOPLE = List.of(ARE, KARI, SARA, VERA);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 11);
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 13);

  private final QuestionKind kind = new QuestionKind();
  private @Nullable QuestionPayload stands;
  private long saidAt;
  private long place = 7;
  private long times;
  private Set<UUID> inTheRoom = new HashSet<>(PEOPLE);

  /** Who has written the message that answers; null: whoever says that it does. */
  private @Nullable UUID answerBy;

  /** Of a message that Are has written; she has seen how it stands. */
  private Optional<RefusalCode> says(UUID sender, QuestionPayload says) {
    return saysAfter(saidAt, sender, says);
  }

  private Optional<RefusalCode> saysAfter(long follows, UUID sender, QuestionPayload says) {
    var following = following(follows, says);
    var fault = kind.fault(following, before(sender));
    if (fault.isEmpty()) {
      stands = following;
      saidAt = ++place;
      times++;
    }
    return fault;
  }

  private static QuestionPayload following(long follows, QuestionPayload it) {
    return new QuestionPayload(
        it.about(),
        it.state(),
        it.askedById(),
        it.addresseeId(),
        it.wantedBy(),
        it.promisedBy(),
        it.answer(),
        follows == 0 ? null : follows);
  }

  private Before<QuestionPayload> before(UUID sender) {
    return new Before<>(
        sender,
        InTheRoom.by(ARE),
        InTheRoom.by(answerBy == null ? sender : answerBy),
        stands,
        saidAt,
        times,
        null,
        InTheRoom.of(inTheRoom),
        Norway.beginningOf(TODAY));
  }

  private static QuestionPayload question(State state, UUID asker, UUID addressee) {
    return new QuestionPayload(
        7, state, asker, addressee, null, state == PROMISED ? FRIDAY : null, null, null);
  }

  private static QuestionPayload wantedBy(
      @Nullable LocalDate day, State state, UUID asker, UUID addressee) {
    return new QuestionPayload(
        7, state, asker, addressee, day, state == PROMISED ? FRIDAY : null, null, null);
  }

  @Test
  void who_asked_is_told_of_a_promise_and_the_answer_and_who_is_asked_that_she_is() {
    assertThat(kind.wakes(question(OPEN, KARI, SARA), before(KARI))).containsExactly(SARA);
    says(KARI, question(OPEN, KARI, SARA));
    assertThat(kind.wakes(question(PROMISED, KARI, SARA), before(SARA))).containsExactly(KARI);
    says(SARA, question(PROMISED, KARI, SARA));
    assertThat(kind.wakes(question(OPEN, KARI, VERA), before(SARA))).containsExactly(VERA);
    says(SARA, question(OPEN, KARI, VERA));
    assertThat(kind.wakes(wantedBy(FRIDAY, OPEN, KARI, VERA), before(KARI))).isEmpty();
    assertThat(kind.wakes(question(ANSWERED, KARI, VERA), before(VERA))).containsExactly(KARI);
    assertThat(kind.wakes(question(ANSWERED, KARI, VERA), before(KARI))).isEmpty();
    assertThat(kind.wakes(answeredBy(saidAt + 1), before(VERA))).isEmpty();
    assertThat(kind.wakes(question(WITHDRAWN, KARI, VERA), before(KARI))).isEmpty();
    assertThat(kind.wakes(question(WITHDRAWN, KARI, VERA), before(ARE))).containsExactly(KARI);
  }

  private static QuestionPayload answeredBy(long answer) {
    return new QuestionPayload(7, ANSWERED, KARI, VERA, null, null, answer, null);
  }

  @Test
  void nobody_answers_by_what_another_has_said() {
    says(KARI, question(OPEN, KARI, VERA));
    for (var other : List.of(ARE, KARI, SARA)) {
      answerBy = other;
      assertThat(says(VERA, answeredBy(9))).contains(RefusalCode.QUESTION_NOT_THEIRS);
    }
    answerBy = VERA;
    assertThat(says(VERA, answeredBy(9))).isEmpty();
  }

  @Test
  void nobody_sends_a_question_back_to_her_who_asked_and_she_may_take_it_herself() {
    says(KARI, question(OPEN, KARI, SARA));
    for (var other : List.of(SARA, ARE)) {
      assertThat(says(other, question(OPEN, KARI, KARI))).contains(RefusalCode.QUESTION_NOT_THEIRS);
    }
    assertThat(says(KARI, question(OPEN, KARI, KARI))).isEmpty();
    assertThat(says(ARE, question(OPEN, KARI, SARA))).isEmpty();
  }

  @Test
  void nobody_is_woken_by_what_she_asks_of_herself() {
    assertThat(says(SARA, question(OPEN, SARA, SARA))).isEmpty();
    assertThat(kind.wakes(question(OPEN, SARA, SARA), before(SARA))).isEmpty();
  }

  @Test
  void one_message_has_one_question() {
    assertThat(says(KARI, question(OPEN, KARI, SARA))).isEmpty();
    assertThat(says(KARI, question(OPEN, KARI, SARA))).contains(RefusalCode.QUESTION_UNCHANGED);
    assertThat(says(VERA, question(OPEN, VERA, SARA))).contains(RefusalCode.QUESTION_OPEN);
    assertThat(says(VERA, question(OPEN, KARI, VERA))).contains(RefusalCode.QUESTION_NOT_THEIRS);
  }

  @Test
  void nobody_asks_in_anothers_name() {
    assertThat(says(VERA, question(OPEN, KARI, SARA))).contains(RefusalCode.QUESTION_CHANGED);
  }

  @Test
  void where_nothing_is_asked_nothing_is_answered() {
    for (var state : List.of(PROMISED, ANSWERED, WITHDRAWN)) {
      assertThat(says(SARA, question(state, KARI, SARA))).contains(RefusalCode.QUESTION_NOT_OPEN);
    }
  }

  @Test
  void who_is_asked_alone_promises() {
    says(KARI, question(OPEN, KARI, SARA));
    for (var other : List.of(ARE, KARI, VERA)) {
      assertThat(says(other, question(PROMISED, KARI, SARA)))
          .contains(RefusalCode.QUESTION_NOT_THEIRS);
    }
    assertThat(says(SARA, question(PROMISED, KARI, SARA))).isEmpty();
    assertThat(says(SARA, question(PROMISED, KARI, SARA))).contains(RefusalCode.QUESTION_UNCHANGED);
    assertThat(says(SARA, question(OPEN, KARI, SARA))).isEmpty();
  }

  @Test
  void who_is_asked_who_asked_and_who_wrote_it_settle_it_and_nobody_else() {
    for (var one : List.of(SARA, KARI, ARE)) {
      stands = null;
      saidAt = 0;
      says(KARI, question(OPEN, KARI, SARA));
      assertThat(says(VERA, question(ANSWERED, KARI, SARA)))
          .contains(RefusalCode.QUESTION_NOT_THEIRS);
      assertThat(says(one, question(ANSWERED, KARI, SARA))).isEmpty();
      assertThat(says(one, question(ANSWERED, KARI, SARA))).contains(RefusalCode.QUESTION_NOT_OPEN);
    }
  }

  @Test
  void who_is_asked_does_not_withdraw_what_others_want_to_know() {
    says(KARI, question(OPEN, KARI, SARA));
    assertThat(says(SARA, question(WITHDRAWN, KARI, SARA)))
        .contains(RefusalCode.QUESTION_NOT_THEIRS);
    assertThat(says(ARE, question(WITHDRAWN, KARI, SARA))).isEmpty();
    assertThat(says(VERA, question(OPEN, VERA, SARA))).isEmpty();
  }

  @Test
  void what_was_answered_is_the_question_that_stood() {
    says(KARI, wantedBy(FRIDAY, OPEN, KARI, SARA));
    says(SARA, wantedBy(FRIDAY, OPEN, KARI, VERA));
    assertThat(says(KARI, wantedBy(FRIDAY, ANSWERED, KARI, SARA)))
        .contains(RefusalCode.QUESTION_CHANGED);
    assertThat(says(VERA, question(ANSWERED, KARI, VERA))).contains(RefusalCode.QUESTION_CHANGED);
    assertThat(says(VERA, question(PROMISED, KARI, VERA))).contains(RefusalCode.QUESTION_CHANGED);
    assertThat(says(VERA, wantedBy(FRIDAY, ANSWERED, KARI, VERA))).isEmpty();
  }

  /** Her dialogue still shows what stood before. */
  @Test
  void who_has_not_seen_what_stands_changes_nothing_of_it() {
    says(KARI, question(OPEN, KARI, SARA));
    long seen = saidAt;
    says(SARA, question(OPEN, KARI, VERA));
    says(VERA, question(PROMISED, KARI, VERA));
    assertThat(saysAfter(seen, KARI, question(OPEN, KARI, ARE)))
        .contains(RefusalCode.QUESTION_CHANGED);
    assertThat(saysAfter(0, KARI, question(OPEN, KARI, ARE)))
        .contains(RefusalCode.QUESTION_CHANGED);
    assertThat(saysAfter(seen, VERA, question(ANSWERED, KARI, VERA)))
        .contains(RefusalCode.QUESTION_CHANGED);
    assertThat(says(KARI, question(OPEN, KARI, ARE))).isEmpty();
  }

  @Test
  void what_settled_one_question_settles_no_later_one_in_the_same_words() {
    says(KARI, question(OPEN, KARI, SARA));
    long first = saidAt;
    says(KARI, question(WITHDRAWN, KARI, SARA));
    says(KARI, question(OPEN, KARI, SARA));
    for (var late : List.of(ANSWERED, WITHDRAWN)) {
      assertThat(saysAfter(first, KARI, question(late, KARI, SARA)))
          .contains(RefusalCode.QUESTION_CHANGED);
    }
  }

  @Test
  void who_asks_alone_changes_the_day_that_is_wished_for() {
    says(KARI, question(OPEN, KARI, SARA));
    assertThat(says(SARA, wantedBy(FRIDAY, OPEN, KARI, VERA)))
        .contains(RefusalCode.QUESTION_NOT_THEIRS);
    assertThat(says(KARI, wantedBy(FRIDAY, OPEN, KARI, SARA))).isEmpty();
    assertThat(says(KARI, wantedBy(TODAY.minusDays(1), OPEN, KARI, SARA)))
        .contains(RefusalCode.DAY_OUT_OF_RANGE);
  }

  @ParameterizedTest
  @ValueSource(longs = {-400, -1, 366, 40_000, 365_000_000})
  void a_day_that_has_passed_or_never_comes_is_none(long days) {
    var day = TODAY.plusDays(days);
    assertThat(says(KARI, wantedBy(day, OPEN, KARI, SARA))).contains(RefusalCode.DAY_OUT_OF_RANGE);
    says(KARI, question(OPEN, KARI, SARA));
    assertThat(says(SARA, new QuestionPayload(7, PROMISED, KARI, SARA, null, day, null, null)))
        .contains(RefusalCode.DAY_OUT_OF_RANGE);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 365})
  void today_is_a_day_and_so_is_the_same_day_of_next_year(long days) {
    assertThat(says(KARI, wantedBy(TODAY.plusDays(days), OPEN, KARI, SARA))).isEmpty();
  }

  @Test
  void what_was_wished_for_in_time_is_forwarded_late() {
    stands = wantedBy(TODAY.minusDays(3), OPEN, KARI, SARA);
    saidAt = 8;
    assertThat(says(SARA, wantedBy(TODAY.minusDays(3), OPEN, KARI, VERA))).isEmpty();
  }

  @Test
  void nobody_without_a_seat_is_asked() {
    inTheRoom.remove(VERA);
    assertThat(says(KARI, question(OPEN, KARI, VERA))).contains(RefusalCode.ADDRESSEE_WITHOUT_SEAT);
    says(KARI, question(OPEN, KARI, SARA));
    assertThat(says(SARA, question(OPEN, KARI, VERA))).contains(RefusalCode.ADDRESSEE_WITHOUT_SEAT);
  }

  @Test
  void where_she_who_was_asked_has_gone_anybody_asks_anew() {
    says(KARI, question(OPEN, KARI, SARA));
    inTheRoom.remove(SARA);
    assertThat(says(VERA, question(OPEN, VERA, VERA))).isEmpty();
    assertThat(stands).matches(it -> it.isSameAs(question(OPEN, VERA, VERA)));
  }

  @Test
  void an_answer_comes_after_what_it_answers() {
    says(KARI, question(OPEN, KARI, SARA));
    for (long answer : List.of(7L, 6L, 0L, -1L)) {
      assertThat(says(SARA, new QuestionPayload(7, ANSWERED, KARI, SARA, null, null, answer, null)))
          .contains(RefusalCode.MESSAGE_UNKNOWN);
    }
    assertThat(says(SARA, new QuestionPayload(7, ANSWERED, KARI, SARA, null, null, 9L, null)))
        .isEmpty();
  }

  @Test
  void changed_fifty_times_it_can_only_be_settled() {
    says(KARI, question(OPEN, KARI, SARA));
    for (int i = 1; i < 50; i++) {
      assertThat(says(SARA, question(i % 2 == 1 ? PROMISED : OPEN, KARI, SARA))).isEmpty();
    }
    assertThat(says(SARA, question(OPEN, KARI, SARA))).contains(RefusalCode.QUESTION_TOO_OFTEN);
    assertThat(says(SARA, question(ANSWERED, KARI, SARA))).isEmpty();
    assertThat(says(KARI, question(OPEN, KARI, SARA))).contains(RefusalCode.QUESTION_TOO_OFTEN);
  }

  /** Whatever people try, in whichever order, and whoever comes and goes. */
  @Test
  void no_sequence_of_entries_leads_where_nothing_should() {
    for (long seed = 0; seed < 2_000; seed++) {
      var random = new Random(seed);
      stands = null;
      saidAt = 0;
      times = 0;
      inTheRoom = new HashSet<>(PEOPLE);
      for (int i = 0; i < 40; i++) {
        comesOrGoes(random);
        tries(random, "seed " + seed + ", entry " + i);
      }
    }
  }

  private void comesOrGoes(Random random) {
    var person = PEOPLE.get(1 + random.nextInt(3));
    if (random.nextInt(8) == 0 && !inTheRoom.remove(person)) {
      inTheRoom.add(person);
    }
  }

  private void tries(Random random, String where) {
    var before = stands;
    var sender = PEOPLE.get(random.nextInt(4));
    var state = State.values()[random.nextInt(4)];
    var asker =
        before != null && random.nextBoolean() ? before.askedById() : PEOPLE.get(random.nextInt(4));
    var addressee =
        before != null && random.nextBoolean()
            ? before.addresseeId()
            : PEOPLE.get(random.nextInt(4));
    var says = question(state, asker, addressee);
    if (!inTheRoom.contains(sender) || says(sender, says).isPresent()) {
      return;
    }
    boolean stood = before != null && before.isStanding();
    if (!stood) {
      assertThat(state).as(where).isEqualTo(OPEN);
      assertThat(asker).as(where).isEqualTo(sender);
    } else if (!asker.equals(before.askedById())) {
      assertThat(inTheRoom).as(where).doesNotContain(before.addresseeId());
      assertThat(state).as(where).isEqualTo(OPEN);
    } else {
      assertThat(sender).as(where).isIn(ARE, before.askedById(), before.addresseeId());
    }
    if (addressee.equals(asker)
        && !addressee.equals(before == null ? null : before.addresseeId())) {
      assertThat(sender).as(where).isEqualTo(asker);
    }
    if (state == OPEN) {
      assertThat(inTheRoom).as(where).contains(addressee);
    } else {
      assertThat(addressee).as(where).isEqualTo(before == null ? null : before.addresseeId());
    }
    if (state == PROMISED) {
      assertThat(sender).as(where).isEqualTo(addressee);
    }
  }
}
