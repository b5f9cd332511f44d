package no.samsnakk.messaging.reading.entry;

import static no.samsnakk.contracts.entry.AppointmentPayload.Status.BOOKED;
import static no.samsnakk.contracts.entry.AppointmentPayload.Status.CANCELLED;
import static no.samsnakk.contracts.entry.AppointmentPayload.Status.PROPOSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.samsnakk.contracts.entry.AppointmentPayload;
import no.samsnakk.contracts.entry.AppointmentPayload.Slot;
import no.samsnakk.contracts.entry.AppointmentPayload.Status;
import no.samsnakk.contracts.entry.AppointmentResponsePayload;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.messaging.reading.entry.AmendingKind.Before;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be said of times for meeting, by whom, and what becomes of them whatever people try. */
class AppointmentKindTest {
  private static final UUID ARE = new UUID(0, 1);
  private static final UUID KARI = new UUID(0, 2);
  private static final UUID SARA = new UUID(0, 3);
  private static final UUID VERA = new UUID(0, 4);
  private static final List<UUID> PEOPLE = List.of(ARE, KARI, SARA, VERA);
  private static final Slot TUESDAY = slot("2026-11-17T10:00", "2026-11-17T10:45");
  private static final Slot WEDNESDAY = slot("2026-11-18T12:00", "2026-11-18T12:45");
  private static final Slot THURSDAY = slot("2026-11-19T09:00", "2026-11-19T09:45");

  private final AppointmentKind kind = new AppointmentKind();
  private final AppointmentResponseKind responses = new AppointmentResponseKind();
  private Instant now = Instant.parse("2026-11-11T09:00:00Z");
  private @Nullable AppointmentPayload stands;
  private @Nullable AppointmentResponsePayload answered;
  private long saidAt;
  private long place = 7;
  private long times;
  private Set<UUID> inTheRoom = new HashSet<>(PEOPLE);
  private final Map<Status, Integer> reached = new EnumMap<>(Status.class);

  private static Slot slot(String start, String end) {
    return new Slot(LocalDateTime.parse(start), LocalDateTime.parse(end));
  }

  private Optional<RefusalCode> says(UUID sender, AppointmentPayload says) {
    var fault = kind.fault(says).or(() -> kind.fault(says, before(sender, stands, saidAt, null)));
    if (fault.isEmpty()) {
      stands = says;
      saidAt = ++place;
      times++;
      answered = null;
    }
    return fault;
  }

  private Optional<RefusalCode> answers(UUID sender, LocalDateTime... fits) {
    return answers(sender, saidAt, fits);
  }

  private Optional<RefusalCode> answers(UUID sender, long follows, LocalDateTime... fits) {
    var says = new AppointmentResponsePayload(8, List.of(fits), follows);
    var fault = responses.fault(says, before(sender, answered, 0, stands));
    if (fault.isEmpty()) {
      answered = says;
    }
    return fault;
  }

  private <P> Before<P> before(
      UUID sender, @Nullable P said, long at, @Nullable AppointmentPayload beside) {
    var row = beside == null ? null : InTheRoom.row("APPOINTMENT", saidAt, beside, now);
    var access = InTheRoom.of(inTheRoom);
    return new Before<>(sender, InTheRoom.by(SARA), null, said, at, times, row, access, now);
  }

  private static AppointmentPayload proposed(UUID by, List<UUID> people, Slot... slots) {
    return new AppointmentPayload(
        null, PROPOSED, "Samtale", List.of(slots), null, null, null, people, by, null);
  }

  /** What stands, as it is to stand. */
  private AppointmentPayload is(Status status, @Nullable Slot slot) {
    return isAfter(saidAt, status, slot);
  }

  private AppointmentPayload isAfter(long follows, Status status, @Nullable Slot slot) {
    var it = stands == null ? proposed(SARA, List.of(SARA, ARE), TUESDAY) : stands;
    return new AppointmentPayload(
        8L,
        status,
        it.description(),
        it.slots(),
        slot,
        it.place(),
        it.link(),
        it.participantIds(),
        it.proposedById(),
        follows);
  }

  private AppointmentPayload otherTimes(UUID by, List<UUID> people, Slot... slots) {
    var booked = stands == null ? null : stands.booked();
    return new AppointmentPayload(
        8L, PROPOSED, "Samtale", List.of(slots), booked, null, null, people, by, saidAt);
  }

  private void saraHasProposedTwoTimesToAre() {
    assertThat(says(SARA, proposed(SARA, List.of(SARA, ARE), TUESDAY, WEDNESDAY))).isEmpty();
  }

  private void saraHasProposedToAreAndKari() {
    assertThat(says(SARA, proposed(SARA, List.of(SARA, ARE, KARI), TUESDAY, WEDNESDAY))).isEmpty();
  }

  @Test
  void the_only_other_one_takes_a_time_and_it_is_settled() {
    saraHasProposedTwoTimesToAre();
    assertThat(says(ARE, is(BOOKED, TUESDAY))).isEmpty();
    assertThat(says(SARA, is(BOOKED, WEDNESDAY))).contains(RefusalCode.APPOINTMENT_NOT_OPEN);
    assertThat(says(ARE, is(CANCELLED, TUESDAY))).isEmpty();
    assertThat(says(SARA, otherTimes(SARA, List.of(SARA, ARE), THURSDAY)))
        .contains(RefusalCode.APPOINTMENT_NOT_OPEN);
  }

  @Test
  void where_more_are_to_come_whoever_proposed_settles_it_and_the_others_say_what_fits() {
    saraHasProposedToAreAndKari();
    assertThat(says(ARE, is(BOOKED, TUESDAY))).contains(RefusalCode.APPOINTMENT_NOT_THEIRS);
    assertThat(says(ARE, is(CANCELLED, null))).contains(RefusalCode.APPOINTMENT_NOT_THEIRS);
    assertThat(answers(ARE, TUESDAY.start())).isEmpty();
    assertThat(answers(ARE, TUESDAY.start())).contains(RefusalCode.APPOINTMENT_UNCHANGED);
    assertThat(answers(ARE)).isEmpty();
    assertThat(answers(KARI, WEDNESDAY.start(), TUESDAY.start())).isEmpty();
    assertThat(says(SARA, is(BOOKED, TUESDAY))).isEmpty();
    assertThat(answers(KARI, TUESDAY.start())).contains(RefusalCode.APPOINTMENT_NOT_OPEN);
    assertThat(says(KARI, is(CANCELLED, TUESDAY))).isEmpty();
  }

  @Test
  void who_changes_her_answer_without_end_is_told_so() {
    saraHasProposedToAreAndKari();
    times = 50;
    assertThat(answers(ARE, TUESDAY.start())).contains(RefusalCode.APPOINTMENT_ANSWERED_TOO_OFTEN);
  }

  @Test
  void who_is_not_to_come_answers_settles_and_cancels_nothing() {
    saraHasProposedTwoTimesToAre();
    for (var status : Status.values()) {
      assertThat(says(VERA, is(status, status == BOOKED ? TUESDAY : null)))
          .contains(RefusalCode.APPOINTMENT_NOT_THEIRS);
    }
    assertThat(answers(VERA, TUESDAY.start())).contains(RefusalCode.APPOINTMENT_NOT_THEIRS);
    assertThat(answers(SARA, TUESDAY.start())).contains(RefusalCode.APPOINTMENT_NOT_THEIRS);
    assertThat(says(VERA, otherTimes(VERA, List.of(VERA, ARE, SARA), THURSDAY)))
        .contains(RefusalCode.APPOINTMENT_NOT_THEIRS);
  }

  @Test
  void other_times_take_the_place_of_those_that_stood_and_the_other_one_settles_them() {
    saraHasProposedTwoTimesToAre();
    long first = saidAt;
    assertThat(says(ARE, otherTimes(ARE, List.of(ARE, SARA), THURSDAY))).isEmpty();
    assertThat(answers(SARA, first, THURSDAY.start())).contains(RefusalCode.APPOINTMENT_CHANGED);
    assertThat(says(SARA, isAfter(first, BOOKED, THURSDAY)))
        .contains(RefusalCode.APPOINTMENT_CHANGED);
    assertThat(says(SARA, is(BOOKED, TUESDAY))).contains(RefusalCode.TIME_NOT_PROPOSED);
    assertThat(says(SARA, is(BOOKED, THURSDAY))).isEmpty();
    assertThat(says(SARA, otherTimes(SARA, List.of(SARA, ARE), WEDNESDAY))).isEmpty();
  }

  @Test
  void of_two_nobody_agrees_with_herself() {
    saraHasProposedTwoTimesToAre();
    assertThat(says(SARA, is(BOOKED, TUESDAY))).contains(RefusalCode.APPOINTMENT_NOT_THEIRS);
    assertThat(says(ARE, is(BOOKED, TUESDAY))).isEmpty();
  }

  @Test
  void nobody_agrees_with_who_cannot_come_any_more_and_is_bound_by_what_she_proposed() {
    saraHasProposedToAreAndKari();
    inTheRoom.remove(SARA);
    assertThat(says(ARE, is(BOOKED, TUESDAY))).contains(RefusalCode.ADDRESSEE_WITHOUT_SEAT);
    inTheRoom = new HashSet<>(Set.of(SARA));
    assertThat(says(SARA, is(BOOKED, TUESDAY))).contains(RefusalCode.ADDRESSEE_WITHOUT_SEAT);
    // Of three who were to meet one has gone: the only other one agrees.
    inTheRoom = new HashSet<>(Set.of(SARA, ARE));
    assertThat(says(SARA, is(BOOKED, TUESDAY))).contains(RefusalCode.APPOINTMENT_NOT_THEIRS);
    inTheRoom = new HashSet<>(Set.of(ARE, KARI));
    assertThat(says(KARI, is(CANCELLED, null))).isEmpty();
  }

  @Test
  void what_was_agreed_and_is_moved_is_told_until_something_else_is_agreed() {
    saraHasProposedTwoTimesToAre();
    says(ARE, is(BOOKED, TUESDAY));
    var people = List.of(SARA, ARE);
    var silent =
        new AppointmentPayload(
            8L, PROPOSED, "Samtale", List.of(THURSDAY), null, null, null, people, SARA, saidAt);
    assertThat(says(SARA, silent)).contains(RefusalCode.APPOINTMENT_CHANGED);
    assertThat(says(SARA, otherTimes(SARA, people, THURSDAY))).isEmpty();
    assertThat(says(ARE, otherTimes(ARE, people, WEDNESDAY))).isEmpty();
    assertThat(says(SARA, is(CANCELLED, null))).contains(RefusalCode.APPOINTMENT_CHANGED);
    assertThat(says(SARA, is(CANCELLED, TUESDAY))).isEmpty();
  }

  @Test
  void other_times_leave_nobody_out_who_can_come_and_nobody_is_asked_who_cannot() {
    saraHasProposedToAreAndKari();
    assertThat(says(ARE, otherTimes(ARE, List.of(ARE, SARA), THURSDAY)))
        .contains(RefusalCode.APPOINTMENT_PEOPLE_INVALID);
    inTheRoom.remove(KARI);
    assertThat(says(ARE, otherTimes(ARE, List.of(ARE, SARA, KARI), THURSDAY)))
        .contains(RefusalCode.ADDRESSEE_WITHOUT_SEAT);
    assertThat(says(ARE, otherTimes(ARE, List.of(ARE, SARA, VERA), THURSDAY))).isEmpty();
  }

  @Test
  void nobody_speaks_for_another_and_nothing_but_how_it_stands_is_changed_by_the_way() {
    saraHasProposedTwoTimesToAre();
    assertThat(says(ARE, otherTimes(SARA, List.of(SARA, ARE), THURSDAY)))
        .contains(RefusalCode.APPOINTMENT_NOT_THEIRS);
    var booked = is(BOOKED, TUESDAY);
    var elsewhere =
        new AppointmentPayload(
            8L,
            BOOKED,
            booked.description(),
            booked.slots(),
            booked.booked(),
            "Et annet sted",
            null,
            booked.participantIds(),
            SARA,
            saidAt);
    assertThat(says(ARE, elsewhere)).contains(RefusalCode.APPOINTMENT_CHANGED);
    assertThat(says(ARE, booked)).isEmpty();
    assertThat(says(ARE, is(CANCELLED, WEDNESDAY))).contains(RefusalCode.APPOINTMENT_CHANGED);
  }

  @Test
  void nothing_is_settled_that_was_never_proposed_or_has_passed() {
    assertThat(says(ARE, is(BOOKED, TUESDAY))).contains(RefusalCode.APPOINTMENT_UNKNOWN);
    assertThat(answers(ARE, TUESDAY.start())).contains(RefusalCode.APPOINTMENT_UNKNOWN);
    saraHasProposedTwoTimesToAre();
    assertThat(says(ARE, is(BOOKED, THURSDAY))).contains(RefusalCode.TIME_NOT_PROPOSED);
    assertThat(answers(ARE, THURSDAY.start())).contains(RefusalCode.TIME_NOT_PROPOSED);
    now = Instant.parse("2026-11-17T08:59:59Z");
    var atTen = is(BOOKED, TUESDAY);
    now = Instant.parse("2026-11-17T09:00:00Z");
    assertThat(says(ARE, atTen)).contains(RefusalCode.TIME_PASSED);
    assertThat(says(ARE, is(BOOKED, WEDNESDAY))).isEmpty();
    now = Instant.parse("2026-11-18T11:44:59Z");
    var off = is(CANCELLED, WEDNESDAY);
    now = Instant.parse("2026-11-18T11:45:00Z");
    assertThat(says(ARE, off)).contains(RefusalCode.TIME_PASSED);
    assertThat(says(SARA, otherTimes(SARA, List.of(SARA, ARE), THURSDAY)))
        .contains(RefusalCode.TIME_PASSED);
    now = Instant.parse("2026-11-18T11:44:59Z");
    assertThat(says(ARE, off)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-11T09:59, time-passed",
    "2026-11-11T10:00, time-passed",
    "2026-11-11T10:01, ",
    "2027-11-11T23:00, ",
    "2027-11-12T00:00, day-out-of-range",
    // The clocks are set forward and back.
    "2027-03-28T01:30, ",
    "2027-03-28T01:59, time-not-exact",
    "2027-03-28T02:00, time-not-exact",
    "2027-03-28T02:59, time-not-exact",
    "2027-03-28T03:00, ",
    "2027-10-31T01:30, ",
    "2027-10-31T01:58, time-not-exact",
    "2027-10-31T02:59, time-not-exact",
    "2027-10-31T03:00, ",
  })
  void a_time_is_ahead_within_a_year_and_there_once(String start, @Nullable String code) {
    var begins = LocalDateTime.parse(start);
    var slot = new Slot(begins, begins.plusMinutes(start.endsWith("01:30") ? 20 : 10));
    assertThat(says(SARA, proposed(SARA, List.of(SARA, ARE), slot)).map(RefusalCode::code))
        .isEqualTo(Optional.ofNullable(code));
  }

  @Test
  void one_to_five_times_are_proposed_each_once_and_none_is_endless() {
    var six =
        IntStream.range(0, 6)
            .mapToObj(i -> slot("2026-11-2%dT10:00".formatted(i), "2026-11-2%dT11:00".formatted(i)))
            .toArray(Slot[]::new);
    assertThat(slotsFault(six)).contains(RefusalCode.TIMES_INVALID);
    assertThat(slotsFault(Stream.of(six).limit(5).toArray(Slot[]::new))).isEmpty();
    assertThat(slotsFault()).contains(RefusalCode.TIMES_INVALID);
    assertThat(slotsFault(TUESDAY, slot("2026-11-17T10:00", "2026-11-17T11:00")))
        .contains(RefusalCode.TIMES_INVALID);
    assertThat(slotsFault(slot("2026-11-17T10:00", "2026-11-17T10:04")))
        .contains(RefusalCode.TIMES_INVALID);
    assertThat(slotsFault(slot("2026-11-17T10:00", "2026-11-17T22:01")))
        .contains(RefusalCode.TIMES_INVALID);
    assertThat(slotsFault(slot("2026-11-17T23:30", "2026-11-18T00:15")))
        .contains(RefusalCode.TIMES_INVALID);
    assertThat(slotsFault(slot("2026-11-17T10:00", "2026-11-17T09:00")))
        .contains(RefusalCode.TIMES_INVALID);
  }

  private Optional<RefusalCode> slotsFault(Slot... slots) {
    return kind.fault(proposed(SARA, List.of(SARA, ARE), slots));
  }

  @Test
  void those_who_are_to_come_are_two_at_least_each_once_and_the_one_who_proposes_among_them() {
    var many = new ArrayList<>(List.of(SARA));
    IntStream.range(100, 120).forEach(i -> many.add(new UUID(1, i)));
    for (var people : List.of(List.of(SARA), List.of(ARE, KARI), List.of(SARA, ARE, ARE), many)) {
      assertThat(kind.fault(proposed(SARA, people, TUESDAY)))
          .contains(RefusalCode.APPOINTMENT_PEOPLE_INVALID);
    }
    assertThat(kind.fault(proposed(SARA, many.subList(0, 20), TUESDAY))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " Samtale", "Samtale\nto", "\u202eelatmaS", "\u200b"})
  void what_they_meet_for_is_one_line_of_text(String line) {
    assertThat(kind.fault(with(line, null, null))).contains(RefusalCode.APPOINTMENT_LINE_INVALID);
    assertThat(kind.fault(with("Samtale", line, null)))
        .contains(RefusalCode.APPOINTMENT_LINE_INVALID);
    assertThat(kind.fault(with("a".repeat(201), null, null)))
        .contains(RefusalCode.APPOINTMENT_LINE_INVALID);
    assertThat(kind.fault(with("a".repeat(200), "b".repeat(200), null))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://video.example/1",
        "javascript:alert(1)",
        "https://",
        "https:///rom",
        "https://video.example/a b",
        "https://nav.no@video.example/1",
        "https://vídeo.example/1",
        "video.example",
        ""
      })
  void a_link_is_an_address_that_tells_its_host(String link) {
    assertThat(kind.fault(with("Samtale", null, link)))
        .contains(RefusalCode.APPOINTMENT_LINK_INVALID);
    assertThat(kind.fault(with("Samtale", null, "https://video.example/rom/17?k=1"))).isEmpty();
    assertThat(kind.fault(with("Samtale", null, "https://video.example/" + "a".repeat(479))))
        .contains(RefusalCode.APPOINTMENT_LINK_INVALID);
  }

  private static AppointmentPayload with(
      String description, @Nullable String place, @Nullable String link) {
    var people = List.of(SARA, ARE);
    return new AppointmentPayload(
        null, PROPOSED, description, List.of(TUESDAY), null, place, link, people, SARA, null);
  }

  @Test
  void what_is_changed_without_end_can_still_be_settled() {
    saraHasProposedTwoTimesToAre();
    for (int i = 1; i < 30; i++) {
      assertThat(says(ARE, otherTimes(ARE, List.of(ARE, SARA), THURSDAY))).isEmpty();
    }
    assertThat(says(ARE, otherTimes(ARE, List.of(ARE, SARA), TUESDAY)))
        .contains(RefusalCode.APPOINTMENT_TOO_OFTEN);
    assertThat(says(SARA, is(BOOKED, THURSDAY))).isEmpty();
    assertThat(says(ARE, is(CANCELLED, THURSDAY))).isEmpty();
  }

  @Test
  void an_answer_wakes_whoever_proposed_the_times_and_a_row_wakes_as_rows_do() {
    saraHasProposedToAreAndKari();
    var fits = new AppointmentResponsePayload(8, List.of(TUESDAY.start()), saidAt);
    assertThat(responses.wakes(fits, before(KARI, null, 0, stands))).containsExactly(SARA);
    assertThat(kind.entryClass()).isEqualTo(EntryClass.VISIBLE);
    assertThat(kind.wakes(is(BOOKED, TUESDAY), before(SARA, stands, saidAt, null))).isEmpty();
  }

  @Test
  void what_only_a_newer_version_reads_is_not_judged() {
    saraHasProposedTwoTimesToAre();
    var newer = InTheRoom.row("APPOINTMENT", saidAt, stands, now);
    assertThat(newer.payload()).isNotNull();
    newer.payload().put("status", "POSTPONED");
    var before =
        new Before<AppointmentResponsePayload>(
            ARE, InTheRoom.by(SARA), null, null, 0, 0, newer, InTheRoom.of(Set.of()), now);
    var fits = new AppointmentResponsePayload(8, List.of(TUESDAY.start()), saidAt);
    assertThat(responses.fault(fits, before)).contains(RefusalCode.TEMPORARILY_UNAVAILABLE);
    assertThat(responses.wakes(fits, before)).isEmpty();
  }

  @Test
  void a_state_that_is_none_cannot_be_written_down() {
    assertThat(
            catchThrowable(
                () ->
                    new AppointmentPayload(
                        null, PROPOSED, "x", List.of(), TUESDAY, null, null, List.of(), SARA,
                        null)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(catchThrowable(() -> is(BOOKED, null))).isInstanceOf(IllegalArgumentException.class);
    var people = List.of(SARA, ARE);
    assertThat(
            catchThrowable(
                () ->
                    new AppointmentPayload(
                        null, CANCELLED, "x", List.of(), null, null, null, people, SARA, null)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(
            catchThrowable(
                () ->
                    new AppointmentPayload(
                        8L, PROPOSED, "x", List.of(), null, null, null, people, SARA, null)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatever_people_try_it_is_booked_by_who_may_at_a_time_that_was_proposed() {
    reached.clear();
    for (int seed = 0; seed < 3_000; seed++) {
      var random = new Random(seed);
      stands = null;
      answered = null;
      saidAt = 0;
      place = 7;
      times = 0;
      inTheRoom = new HashSet<>(PEOPLE);
      for (int i = 0; i < 30; i++) {
        if (random.nextInt(8) == 0) {
          var person = PEOPLE.get(1 + random.nextInt(3));
          if (!inTheRoom.remove(person)) {
            inTheRoom.add(person);
          }
        }
        tries(random, "seed " + seed + ", entry " + i);
      }
    }
    assertThat(reached).containsOnlyKeys(Status.values());
    assertThat(reached.values()).allMatch(times -> times > 500);
  }

  private void tries(Random random, String where) {
    var before = stands;
    long stood = saidAt;
    var sender = PEOPLE.get(random.nextInt(4));
    if (!inTheRoom.contains(sender)) {
      return;
    }
    var says = anything(random, sender);
    if (says(sender, says).isPresent()) {
      return;
    }
    reached.merge(says.status(), 1, Integer::sum);
    if (before == null || says.about() == null) {
      assertThat(says.status()).as(where).isEqualTo(PROPOSED);
      assertThat(inTheRoom).as(where).containsAll(says.participantIds());
      return;
    }
    assertThat(before.status()).as(where).isNotEqualTo(CANCELLED);
    assertThat(before.participantIds()).as(where).contains(sender);
    assertThat(says.follows()).as(where).isEqualTo(stood);
    switch (says.status()) {
      case PROPOSED -> {
        assertThat(says.proposedById()).as(where).isEqualTo(sender);
        assertThat(inTheRoom).as(where).containsAll(says.participantIds());
        var canStillCome = new HashSet<>(before.participantIds());
        canStillCome.retainAll(inTheRoom);
        assertThat(says.participantIds()).as(where).containsAll(canStillCome);
      }
      case BOOKED -> {
        assertThat(before.status()).as(where).isEqualTo(PROPOSED);
        assertThat(before.slots()).as(where).contains(says.booked());
        assertThat(inTheRoom).as(where).contains(before.proposedById());
        assertThat(others(before)).as(where).isNotEmpty();
        assertThat(sender.equals(before.proposedById()))
            .as(where)
            .isEqualTo(others(before).size() > 1);
      }
      case CANCELLED -> {
        assertThat(says.booked()).as(where).isEqualTo(before.booked());
        assertThat(
                before.status() == BOOKED
                    || sender.equals(before.proposedById())
                    || !inTheRoom.contains(before.proposedById())
                    || others(before).equals(Set.of(sender)))
            .as(where)
            .isTrue();
      }
    }
  }

  private Set<UUID> others(AppointmentPayload it) {
    var others = new HashSet<>(it.participantIds());
    others.retainAll(inTheRoom);
    others.remove(it.proposedById());
    return others;
  }

  private AppointmentPayload anything(Random random, UUID sender) {
    var all = List.of(TUESDAY, WEDNESDAY, THURSDAY);
    var slot = all.get(random.nextInt(3));
    if (stands == null || random.nextInt(20) == 0) {
      return proposed(sender, List.of(sender, PEOPLE.get(random.nextInt(4))), slot);
    }
    var status = Status.values()[random.nextInt(3)];
    if (status == PROPOSED) {
      var people = random.nextBoolean() ? stands.participantIds() : PEOPLE;
      var by = random.nextInt(4) == 0 ? PEOPLE.get(random.nextInt(4)) : sender;
      return otherTimes(by, people, slot);
    }
    long follows = random.nextInt(4) == 0 ? 8 : saidAt;
    boolean asBefore = status == CANCELLED && random.nextBoolean();
    return isAfter(
        follows,
        status,
        asBefore ? stands.booked() : random.nextInt(4) > 0 ? stands.slots().getFirst() : slot);
  }
}
