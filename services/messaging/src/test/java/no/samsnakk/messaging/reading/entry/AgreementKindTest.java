package no.samsnakk.messaging.reading.entry;

import static no.samsnakk.contracts.entry.AgreementPayload.Status.ACTIVE;
import static no.samsnakk.contracts.entry.AgreementPayload.Status.CANCELLED;
import static no.samsnakk.contracts.entry.AgreementPayload.Status.COMPLETED;
import static no.samsnakk.contracts.entry.AgreementResponsePayload.Response.ACCEPTED;
import static no.samsnakk.contracts.entry.AgreementResponsePayload.Response.OBJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.entry.AgreementPayload;
import no.samsnakk.contracts.entry.AgreementPayload.Status;
import no.samsnakk.contracts.entry.AgreementResponsePayload;
import no.samsnakk.contracts.entry.AgreementResponsePayload.Response;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.messaging.reading.entry.AmendingKind.Before;
import no.samsnakk.messaging.reading.entry.EntryKinds.Content.Sound;
import no.samsnakk.platform.time.Norway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be said of an agreement, by whom, and what becomes of it whatever people try. */
class AgreementKindTest {
  private static final UUID ARE = new UUID(0, 1);
  private static final UUID KARI = new UUID(0, 2);
  private static final UUID SARA = new UUID(0, 3);
  private static final UUID VERA = new UUID(0, 4);
  private static final List<UUID> PEOPLE = List.of(ARE, KARI, SARA, VERA);
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 13);
  private static final String WORDS = "Sara sender søknaden";
  private static final String OTHER_WORDS = "Sara og Are sender søknaden sammen";

  /** What whoever says something of an agreement can be told of it where it is said. */
  private static final Set<RefusalCode> CODES =
      EnumSet.of(
          RefusalCode.AGREEMENT_UNKNOWN,
          RefusalCode.AGREEMENT_CHANGED,
          RefusalCode.AGREEMENT_UNCHANGED,
          RefusalCode.AGREEMENT_NOT_OPEN,
          RefusalCode.AGREEMENT_NOT_THEIRS,
          RefusalCode.AGREEMENT_TOO_OFTEN,
          RefusalCode.AGREEMENT_ANSWERED_TOO_OFTEN,
          RefusalCode.AGREEMENT_PEOPLE_INVALID,
          RefusalCode.ADDRESSEE_WITHOUT_SEAT,
          RefusalCode.DAY_OUT_OF_RANGE);

  private final AgreementKind kind = new AgreementKind();
  private final AgreementResponseKind responses = new AgreementResponseKind();
  private LocalDate today = LocalDate.of(2026, 11, 11);
  private @Nullable AgreementPayload stands;
  private final Map<UUID, AgreementResponsePayload> said = new HashMap<>();
  private final Map<UUID, Integer> timesAnswered = new HashMap<>();
  private long saidAt;
  private long place = 7;
  private long times;
  private Set<UUID> inTheRoom = new HashSet<>(PEOPLE);
  private final Map<Status, Integer> reached = new EnumMap<>(Status.class);
  private final Map<RefusalCode, Integer> refused = new EnumMap<>(RefusalCode.class);

  private Optional<RefusalCode> says(UUID sender, AgreementPayload says) {
    var fault = kind.fault(says).or(() -> kind.fault(says, before(sender)));
    if (fault.isEmpty()) {
      stands = says;
      saidAt = ++place;
      times++;
    }
    return fault;
  }

  private Before<AgreementPayload> before(UUID sender) {
    return new Before<>(
        sender,
        InTheRoom.by(SARA),
        null,
        stands,
        saidAt,
        times,
        null,
        InTheRoom.of(inTheRoom),
        Norway.beginningOf(today));
  }

  private Optional<RefusalCode> answers(UUID sender, Response response) {
    return answers(sender, saidAt, response);
  }

  private Optional<RefusalCode> answers(UUID sender, long follows, Response response) {
    var says = new AgreementResponsePayload(8, response, follows);
    var fault = responses.fault(says).or(() -> responses.fault(says, beforeAnswer(sender)));
    if (fault.isEmpty()) {
      said.put(sender, says);
      timesAnswered.merge(sender, 1, Integer::sum);
    }
    return fault;
  }

  private Before<AgreementResponsePayload> beforeAnswer(UUID sender) {
    var now = Norway.beginningOf(today);
    return new Before<>(
        sender,
        InTheRoom.by(SARA),
        null,
        said.get(sender),
        0,
        timesAnswered.getOrDefault(sender, 0),
        stands == null ? null : InTheRoom.row("AGREEMENT", saidAt, stands, now),
        InTheRoom.of(Set.of(sender)),
        now);
  }

  private static AgreementPayload proposed(UUID by, UUID... with) {
    var people = new ArrayList<>(List.of(by));
    people.addAll(List.of(with));
    return first(WORDS, people, null, null, by);
  }

  private static AgreementPayload first(
      String words, List<UUID> people, @Nullable UUID owner, @Nullable LocalDate dueBy, UUID by) {
    return new AgreementPayload(null, ACTIVE, words, people, owner, dueBy, null, by, null);
  }

  private AgreementPayload stands() {
    return stands == null ? proposed(SARA, ARE) : stands;
  }

  /** What stands, as it is to stand. */
  private AgreementPayload is(Status status) {
    return isAfter(saidAt, status);
  }

  private AgreementPayload isAfter(long follows, Status status) {
    var it = stands();
    return new AgreementPayload(
        8L,
        status,
        it.description(),
        it.participantIds(),
        it.ownerId(),
        it.dueBy(),
        it.message(),
        it.proposedById(),
        follows);
  }

  private AgreementPayload inOtherWords(UUID by, List<UUID> people) {
    return inWords(OTHER_WORDS, by, people);
  }

  private AgreementPayload inWords(String words, UUID by, List<UUID> people) {
    var it = stands();
    return new AgreementPayload(
        8L, ACTIVE, words, people, it.ownerId(), it.dueBy(), it.message(), by, saidAt);
  }

  private AgreementPayload until(@Nullable LocalDate dueBy, UUID by) {
    var it = stands();
    return new AgreementPayload(
        8L,
        ACTIVE,
        it.description(),
        it.participantIds(),
        it.ownerId(),
        dueBy,
        it.message(),
        by,
        saidAt);
  }

  private void saraHasProposedToAre() {
    assertThat(says(SARA, proposed(SARA, ARE))).isEmpty();
  }

  private void saraHasProposedToAreAndKari() {
    assertThat(says(SARA, proposed(SARA, ARE, KARI))).isEmpty();
  }

  @Test
  void each_whom_it_concerns_says_for_herself_whether_she_agrees() {
    saraHasProposedToAreAndKari();
    assertThat(answers(ARE, ACCEPTED)).isEmpty();
    assertThat(answers(ARE, ACCEPTED)).contains(RefusalCode.AGREEMENT_UNCHANGED);
    assertThat(answers(ARE, OBJECTED)).isEmpty();
    assertThat(answers(ARE, ACCEPTED)).isEmpty();
    assertThat(answers(KARI, OBJECTED)).isEmpty();
  }

  @Test
  void whoever_has_proposed_it_has_said_so_by_that_and_whom_it_does_not_concern_says_nothing() {
    saraHasProposedToAreAndKari();
    for (var response : Response.values()) {
      assertThat(answers(SARA, response)).contains(RefusalCode.AGREEMENT_NOT_THEIRS);
      assertThat(answers(VERA, response)).contains(RefusalCode.AGREEMENT_NOT_THEIRS);
    }
    for (var status : Status.values()) {
      assertThat(says(VERA, is(status))).contains(RefusalCode.AGREEMENT_NOT_THEIRS);
    }
    assertThat(says(VERA, inOtherWords(VERA, PEOPLE))).contains(RefusalCode.AGREEMENT_NOT_THEIRS);
  }

  @Test
  void nobody_proposes_for_another_neither_first_nor_in_other_words() {
    assertThat(says(ARE, proposed(SARA, ARE))).contains(RefusalCode.AGREEMENT_NOT_THEIRS);
    saraHasProposedToAre();
    assertThat(says(ARE, inOtherWords(SARA, List.of(SARA, ARE))))
        .contains(RefusalCode.AGREEMENT_NOT_THEIRS);
    assertThat(says(ARE, inOtherWords(ARE, List.of(SARA, ARE)))).isEmpty();
    // Whose words they were is not changed by who says that it is done.
    var it = stands();
    var forged =
        new AgreementPayload(
            8L, COMPLETED, it.description(), it.participantIds(), null, null, null, SARA, saidAt);
    assertThat(says(SARA, forged)).contains(RefusalCode.AGREEMENT_CHANGED);
    assertThat(says(SARA, is(COMPLETED))).isEmpty();
  }

  @Test
  void other_words_are_answered_anew_by_all_whoever_says_them() {
    saraHasProposedToAre();
    long first = saidAt;
    assertThat(answers(ARE, ACCEPTED)).isEmpty();
    assertThat(says(ARE, inOtherWords(ARE, List.of(SARA, ARE)))).isEmpty();
    assertThat(answers(SARA, first, ACCEPTED)).contains(RefusalCode.AGREEMENT_CHANGED);
    assertThat(answers(ARE, ACCEPTED)).contains(RefusalCode.AGREEMENT_NOT_THEIRS);
    assertThat(answers(SARA, OBJECTED)).isEmpty();
    assertThat(says(SARA, isAfter(first, COMPLETED))).contains(RefusalCode.AGREEMENT_CHANGED);
    assertThat(says(SARA, inWords(WORDS, SARA, List.of(SARA, ARE)))).isEmpty();
    // His answer to the same words further up is none to these.
    assertThat(answers(ARE, first, ACCEPTED)).contains(RefusalCode.AGREEMENT_CHANGED);
    assertThat(answers(ARE, ACCEPTED)).isEmpty();
  }

  @Test
  void what_stands_is_not_said_again_in_the_same_words_and_nobody_takes_them_over() {
    saraHasProposedToAre();
    assertThat(says(SARA, is(ACTIVE))).contains(RefusalCode.AGREEMENT_UNCHANGED);
    assertThat(says(ARE, inWords(WORDS, ARE, List.of(ARE, SARA))))
        .contains(RefusalCode.AGREEMENT_UNCHANGED);
    assertThat(says(ARE, until(FRIDAY, ARE))).isEmpty();
    assertThat(says(ARE, until(null, ARE))).isEmpty();
  }

  @Test
  void what_has_ended_is_answered_by_nobody_ends_once_and_can_be_taken_up_anew() {
    for (var end : List.of(COMPLETED, CANCELLED)) {
      stands = null;
      saraHasProposedToAre();
      assertThat(says(ARE, is(end))).isEmpty();
      assertThat(answers(ARE, ACCEPTED)).contains(RefusalCode.AGREEMENT_NOT_OPEN);
      assertThat(says(SARA, is(COMPLETED))).contains(RefusalCode.AGREEMENT_NOT_OPEN);
      assertThat(says(SARA, is(CANCELLED))).contains(RefusalCode.AGREEMENT_NOT_OPEN);
      assertThat(says(ARE, is(ACTIVE))).contains(RefusalCode.AGREEMENT_NOT_THEIRS);
      assertThat(says(ARE, inWords(WORDS, ARE, List.of(SARA, ARE)))).isEmpty();
      assertThat(answers(SARA, ACCEPTED)).isEmpty();
    }
  }

  @Test
  void what_ends_is_what_stood_in_all_that_it_says() {
    says(
        SARA,
        new AgreementPayload(
            null, ACTIVE, WORDS, List.of(SARA, ARE), SARA, FRIDAY, 7L, SARA, null));
    var people = List.of(SARA, ARE);
    for (var end : List.of(COMPLETED, CANCELLED)) {
      for (var other :
          List.of(
              end(end, OTHER_WORDS, people, SARA, FRIDAY, 7L),
              end(end, WORDS, List.of(SARA, ARE, KARI), SARA, FRIDAY, 7L),
              end(end, WORDS, people, ARE, FRIDAY, 7L),
              end(end, WORDS, people, null, FRIDAY, 7L),
              end(end, WORDS, people, SARA, FRIDAY.plusDays(1), 7L),
              end(end, WORDS, people, SARA, null, 7L),
              end(end, WORDS, people, SARA, FRIDAY, 6L),
              end(end, WORDS, people, SARA, FRIDAY, null))) {
        assertThat(says(ARE, other)).contains(RefusalCode.AGREEMENT_CHANGED);
      }
    }
    assertThat(says(ARE, end(COMPLETED, WORDS, List.of(ARE, SARA), SARA, FRIDAY, 7L))).isEmpty();
  }

  private AgreementPayload end(
      Status status,
      String words,
      List<UUID> people,
      @Nullable UUID owner,
      @Nullable LocalDate dueBy,
      @Nullable Long message) {
    return new AgreementPayload(8L, status, words, people, owner, dueBy, message, SARA, saidAt);
  }

  @Test
  void the_message_that_it_was_made_from_is_named_and_stays_the_same() {
    var made =
        new AgreementPayload(null, ACTIVE, WORDS, List.of(SARA, ARE), null, null, 7L, SARA, null);
    assertThat(kind.names(made)).isEqualTo(7);
    assertThat(kind.names(proposed(SARA, ARE))).isNull();
    says(SARA, made);
    for (Long message : new Long[] {6L, null}) {
      assertThat(
              says(
                  ARE,
                  new AgreementPayload(
                      8L,
                      ACTIVE,
                      OTHER_WORDS,
                      List.of(SARA, ARE),
                      null,
                      null,
                      message,
                      ARE,
                      saidAt)))
          .contains(RefusalCode.AGREEMENT_CHANGED);
    }
    assertThat(says(ARE, inOtherWords(ARE, List.of(SARA, ARE)))).isEmpty();
  }

  @Test
  void of_what_never_began_nothing_is_said() {
    assertThat(answers(ARE, ACCEPTED)).contains(RefusalCode.AGREEMENT_UNKNOWN);
    for (var status : Status.values()) {
      assertThat(says(SARA, is(status))).contains(RefusalCode.AGREEMENT_UNKNOWN);
    }
  }

  @Test
  void nobody_is_bound_who_has_no_seat_and_nobody_is_left_out_who_has_one() {
    inTheRoom.remove(KARI);
    assertThat(says(SARA, proposed(SARA, ARE, KARI))).contains(RefusalCode.ADDRESSEE_WITHOUT_SEAT);
    inTheRoom.add(KARI);
    saraHasProposedToAreAndKari();
    assertThat(says(ARE, inOtherWords(ARE, List.of(ARE, SARA))))
        .contains(RefusalCode.AGREEMENT_PEOPLE_INVALID);
    inTheRoom.remove(KARI);
    assertThat(says(ARE, inOtherWords(ARE, List.of(ARE, SARA, KARI))))
        .contains(RefusalCode.ADDRESSEE_WITHOUT_SEAT);
    // One whom it did not concern before may take her place.
    assertThat(says(ARE, inOtherWords(ARE, List.of(ARE, SARA, VERA)))).isEmpty();
    assertThat(answers(VERA, ACCEPTED)).isEmpty();
  }

  @Test
  void the_one_who_is_left_ends_it_and_where_nobody_is_anybody_drops_it() {
    saraHasProposedToAre();
    inTheRoom = new HashSet<>(Set.of(ARE, VERA));
    assertThat(says(VERA, is(CANCELLED))).contains(RefusalCode.AGREEMENT_NOT_THEIRS);
    inTheRoom = new HashSet<>(Set.of(VERA, KARI));
    assertThat(says(VERA, is(COMPLETED))).contains(RefusalCode.AGREEMENT_NOT_THEIRS);
    assertThat(says(VERA, inOtherWords(VERA, List.of(VERA, KARI))))
        .contains(RefusalCode.AGREEMENT_NOT_THEIRS);
    assertThat(says(VERA, isAfter(7, CANCELLED))).contains(RefusalCode.AGREEMENT_CHANGED);
    assertThat(says(VERA, is(CANCELLED))).isEmpty();
    // Who comes back finds what became of it, and can take it up.
    inTheRoom.add(ARE);
    inTheRoom.add(SARA);
    assertThat(says(ARE, inWords(WORDS, ARE, List.of(ARE, SARA)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-10, day-out-of-range",
    "2026-11-11, ",
    "2027-11-11, ",
    "2027-11-12, day-out-of-range",
    "9999-12-31, day-out-of-range",
  })
  void a_day_is_today_or_within_a_year(LocalDate day, @Nullable String code) {
    var expected = Optional.ofNullable(code);
    assertThat(says(SARA, first(WORDS, List.of(SARA, ARE), null, day, SARA)).map(RefusalCode::code))
        .isEqualTo(expected);
    stands = null;
    saraHasProposedToAre();
    assertThat(says(ARE, until(day, ARE)).map(RefusalCode::code)).isEqualTo(expected);
  }

  @Test
  void a_day_that_has_passed_stays_where_the_words_change_and_hinders_no_end() {
    says(SARA, first(WORDS, List.of(SARA, ARE), SARA, FRIDAY, SARA));
    today = FRIDAY.plusDays(1);
    assertThat(answers(ARE, ACCEPTED)).isEmpty();
    assertThat(says(ARE, inOtherWords(ARE, List.of(SARA, ARE)))).isEmpty();
    assertThat(says(SARA, is(COMPLETED))).isEmpty();
    assertThat(says(SARA, until(FRIDAY.minusDays(1), SARA))).contains(RefusalCode.DAY_OUT_OF_RANGE);
    assertThat(says(SARA, until(FRIDAY, SARA))).isEmpty();
  }

  @Test
  void it_concerns_two_at_least_each_once_the_one_who_proposes_and_the_one_who_sees_to_it_too() {
    var many = new ArrayList<>(List.of(SARA));
    IntStream.range(100, 120).forEach(i -> many.add(new UUID(1, i)));
    for (var people : List.of(List.of(SARA), List.of(ARE, KARI), List.of(SARA, ARE, ARE), many)) {
      assertThat(kind.fault(first(WORDS, people, null, null, SARA)))
          .contains(RefusalCode.AGREEMENT_PEOPLE_INVALID);
    }
    assertThat(kind.fault(first(WORDS, many.subList(0, 20), ARE, null, SARA)))
        .contains(RefusalCode.AGREEMENT_PEOPLE_INVALID);
    assertThat(kind.fault(first(WORDS, many.subList(0, 20), many.get(19), null, SARA))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " Vi", "Vi ", "Vi\nto", "\u202eiV", "\u200b"})
  void what_is_agreed_on_is_one_line_of_text(String line) {
    assertThat(kind.fault(first(line, List.of(SARA, ARE), null, null, SARA)))
        .contains(RefusalCode.AGREEMENT_LINE_INVALID);
  }

  @Test
  void what_is_agreed_on_is_no_essay() {
    var people = List.of(SARA, ARE);
    assertThat(kind.fault(first("ø".repeat(200), people, null, null, SARA))).isEmpty();
    assertThat(kind.fault(first("ø".repeat(201), people, null, null, SARA)))
        .contains(RefusalCode.AGREEMENT_LINE_INVALID);
  }

  @Test
  void what_is_changed_without_end_can_still_be_ended_and_that_is_all() {
    saraHasProposedToAre();
    for (int i = 1; i < 30; i++) {
      var words = i % 2 == 0 ? WORDS : OTHER_WORDS;
      assertThat(says(ARE, inWords(words, ARE, List.of(ARE, SARA)))).isEmpty();
    }
    assertThat(says(ARE, inWords(WORDS, ARE, List.of(ARE, SARA))))
        .contains(RefusalCode.AGREEMENT_TOO_OFTEN);
    assertThat(answers(SARA, ACCEPTED)).isEmpty();
    assertThat(says(SARA, is(COMPLETED))).isEmpty();
    assertThat(says(ARE, inWords(WORDS, ARE, List.of(ARE, SARA))))
        .contains(RefusalCode.AGREEMENT_TOO_OFTEN);
  }

  @Test
  void who_changes_her_answer_without_end_is_told_so_and_the_others_are_not_held_up() {
    saraHasProposedToAreAndKari();
    for (int i = 0; i < 50; i++) {
      assertThat(answers(ARE, i % 2 == 0 ? ACCEPTED : OBJECTED)).isEmpty();
    }
    assertThat(answers(ARE, ACCEPTED)).contains(RefusalCode.AGREEMENT_ANSWERED_TOO_OFTEN);
    assertThat(answers(KARI, ACCEPTED)).isEmpty();
  }

  @Test
  void an_answer_wakes_whoever_proposed_it_and_a_row_wakes_as_rows_do() {
    saraHasProposedToAreAndKari();
    var accepts = new AgreementResponsePayload(8, ACCEPTED, saidAt);
    assertThat(responses.wakes(accepts, beforeAnswer(KARI))).containsExactly(SARA);
    assertThat(responses.entryClass()).isEqualTo(EntryClass.AMENDS);
    assertThat(kind.entryClass()).isEqualTo(EntryClass.VISIBLE);
    assertThat(kind.wakes(is(COMPLETED), before(SARA))).isEmpty();
  }

  @Test
  void what_only_a_newer_version_reads_is_not_judged() {
    saraHasProposedToAre();
    var newer = InTheRoom.row("AGREEMENT", saidAt, stands(), Norway.beginningOf(today));
    assertThat(newer.payload()).isNotNull();
    newer.payload().put("status", "PAUSED");
    var before =
        new Before<AgreementResponsePayload>(
            ARE,
            InTheRoom.by(SARA),
            null,
            null,
            0,
            0,
            newer,
            InTheRoom.of(Set.of()),
            Norway.beginningOf(today));
    var accepts = new AgreementResponsePayload(8, ACCEPTED, saidAt);
    assertThat(responses.fault(accepts, before)).contains(RefusalCode.TEMPORARILY_UNAVAILABLE);
    assertThat(responses.wakes(accepts, before)).isEmpty();

    var ends = Json.MAPPER.<ObjectNode>valueToTree(is(COMPLETED));
    assertThat(
            new EntryKinds(List.of(kind))
                .judge(
                    new Sound("AGREEMENT", EntryClass.VISIBLE, 1, ends, null),
                    before(ARE).of(newer.payload()))
                .fault())
        .isEqualTo(RefusalCode.TEMPORARILY_UNAVAILABLE);
  }

  @Test
  void a_state_that_is_none_cannot_be_written_down() {
    for (var wrong :
        List.<Runnable>of(
            () -> of(null, COMPLETED, null),
            () -> of(null, CANCELLED, null),
            () -> of(null, ACTIVE, 8L),
            () -> of(8L, ACTIVE, null),
            () -> of(8L, COMPLETED, null))) {
      assertThat(catchThrowable(wrong::run)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static void of(@Nullable Long about, Status status, @Nullable Long follows) {
    var it =
        new AgreementPayload(
            about, status, WORDS, List.of(SARA, ARE), null, null, null, SARA, follows);
    assertThat(it).hasToString("AgreementPayload[]");
  }

  @Test
  void whatever_people_try_nobody_is_bound_by_what_another_has_said() {
    for (int seed = 0; seed < 3_000; seed++) {
      var random = new Random(seed);
      stands = null;
      said.clear();
      timesAnswered.clear();
      saidAt = 0;
      place = 7;
      times = random.nextInt(30);
      PEOPLE.forEach(person -> timesAnswered.put(person, 40 + random.nextInt(10)));
      inTheRoom = new HashSet<>(PEOPLE);
      for (int i = 0; i < 40; i++) {
        if (random.nextInt(8) == 0) {
          var person = PEOPLE.get(random.nextInt(4));
          if (!inTheRoom.remove(person)) {
            inTheRoom.add(person);
          }
        }
        var sender = PEOPLE.get(random.nextInt(4));
        if (inTheRoom.contains(sender)) {
          tries(random, sender, "seed " + seed + ", entry " + i);
        }
      }
    }
    assertThat(reached).containsOnlyKeys(Status.values());
    assertThat(reached.values()).allMatch(times -> times > 500);
    assertThat(refused).containsOnlyKeys(CODES);
    assertThat(refused.values()).allMatch(times -> times > 20);
  }

  private void tries(Random random, UUID sender, String where) {
    if (random.nextInt(3) == 0) {
      triesToAnswer(random, sender, where);
      return;
    }
    var before = stands;
    long stood = saidAt;
    var says = anything(random, sender);
    var fault = says(sender, says);
    fault.ifPresent(code -> refused.merge(code, 1, Integer::sum));
    if (fault.isEmpty()) {
      reached.merge(says.status(), 1, Integer::sum);
      isSound(says, sender, before, stood, where);
    }
  }

  private void triesToAnswer(Random random, UUID sender, String where) {
    var response = random.nextBoolean() ? ACCEPTED : OBJECTED;
    long follows = random.nextInt(8) == 0 ? saidAt - 1 : saidAt;
    var fault = answers(sender, follows, response);
    fault.ifPresent(code -> refused.merge(code, 1, Integer::sum));
    if (fault.isEmpty()) {
      assertThat(stands().status()).as(where).isEqualTo(ACTIVE);
      assertThat(follows).as(where).isEqualTo(saidAt);
      assertThat(stands().participantIds()).as(where).contains(sender);
      assertThat(stands().proposedById()).as(where).isNotEqualTo(sender);
    }
  }

  private void isSound(
      AgreementPayload says,
      UUID sender,
      @Nullable AgreementPayload before,
      long stood,
      String where) {
    if (says.status() == ACTIVE) {
      assertThat(says.proposedById()).as(where).isEqualTo(sender);
      assertThat(inTheRoom).as(where).containsAll(says.participantIds());
    }
    if (says.about() == null) {
      return;
    }
    assertThat(before).as(where).isNotNull();
    assertThat(says.follows()).as(where).isEqualTo(stood);
    var present = new HashSet<>(before.participantIds());
    present.retainAll(inTheRoom);
    if (says.status() == ACTIVE) {
      assertThat(before.participantIds()).as(where).contains(sender);
      assertThat(says.participantIds()).as(where).containsAll(present);
      assertThat(before.status() == ACTIVE && says.isWorded(before)).as(where).isFalse();
    } else {
      assertThat(before.status()).as(where).isEqualTo(ACTIVE);
      assertThat(says.isOfTheSame(before)).as(where).isTrue();
      assertThat(
              before.participantIds().contains(sender)
                  || (present.isEmpty() && says.status() == CANCELLED))
          .as(where)
          .isTrue();
    }
  }

  private AgreementPayload anything(Random random, UUID sender) {
    if (random.nextInt(saidAt == 0 ? 2 : 20) == 0) {
      return proposed(sender, others(sender).get(random.nextInt(3)));
    }
    var status = Status.values()[random.nextInt(3)];
    if (status == ACTIVE) {
      var people = random.nextBoolean() ? stands().participantIds() : PEOPLE;
      var by = random.nextInt(4) == 0 ? PEOPLE.get(random.nextInt(4)) : sender;
      return random.nextInt(6) == 0
          ? until(today.plusDays(random.nextInt(500) - 10), by)
          : inWords(random.nextBoolean() ? WORDS : OTHER_WORDS, by, people);
    }
    return isAfter(random.nextInt(4) == 0 ? saidAt - 1 : saidAt, status);
  }

  private static List<UUID> others(UUID person) {
    return PEOPLE.stream().filter(other -> !other.equals(person)).toList();
  }
}
