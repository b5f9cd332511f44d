package no.samsnakk.messaging.reading.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.samsnakk.contracts.entry.AppointmentPayload;
import no.samsnakk.contracts.entry.AppointmentPayload.Slot;
import no.samsnakk.contracts.entry.AppointmentPayload.Status;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.time.Norway;
import org.jspecify.annotations.Nullable;

/**
 * Times for meeting, and what becomes of them (decision 82). Each change is a row of its own, so
 * that it is new to everybody and read where it was seen.
 *
 * <pre>
 *             propose              book
 *   nothing ──────────▶ PROPOSED ─────────▶ BOOKED
 *                        │  ▲ ▲ other times   │
 *                        │  └─┴───────────────┤ new times
 *                        └──── cancel ────────┴──────────▶ CANCELLED
 * </pre>
 */
@ApplicationScoped
class AppointmentKind implements AmendingKind<AppointmentPayload> {
  /** Each is kept for ever, and is a row that wakes people. */
  private static final int MOST = 30;

  private static final int MOST_SLOTS = 5;
  private static final int LONGEST_LINK = 500;
  private static final Duration SHORTEST = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofHours(12);

  @Override
  public String name() {
    return AppointmentPayload.KIND;
  }

  @Override
  public EntryClass entryClass() {
    return EntryClass.VISIBLE;
  }

  @Override
  public int format() {
    return 1;
  }

  @Override
  public Class<AppointmentPayload> payload() {
    return AppointmentPayload.class;
  }

  @Override
  public Whose whose() {
    return Whose.ALL;
  }

  @Override
  public @Nullable Long about(AppointmentPayload payload) {
    return payload.about();
  }

  @Override
  public Boolean isStanding(AppointmentPayload payload) {
    return payload.isStanding();
  }

  @Override
  public Optional<RefusalCode> fault(AppointmentPayload says) {
    return Optional.ofNullable(wrongInItself(says));
  }

  @Override
  public Optional<RefusalCode> fault(AppointmentPayload says, Before<AppointmentPayload> before) {
    return Optional.ofNullable(
        says.about() == null ? wrongTimes(says, before) : wrongChange(says, before));
  }

  private static @Nullable RefusalCode wrongInItself(AppointmentPayload says) {
    if (!Proposals.isLine(says.description())
        || (says.place() != null && !Proposals.isLine(says.place()))) {
      return RefusalCode.APPOINTMENT_LINE_INVALID;
    }
    if (says.link() != null && !isLink(says.link())) {
      return RefusalCode.APPOINTMENT_LINK_INVALID;
    }
    if (!Proposals.isCompany(says.participantIds(), says.proposedById())) {
      return RefusalCode.APPOINTMENT_PEOPLE_INVALID;
    }
    if (!isChoice(says.slots())) {
      return RefusalCode.TIMES_INVALID;
    }
    boolean isExact =
        says.slots().stream()
            .allMatch(
                slot -> Norway.at(slot.start()).isPresent() && Norway.at(slot.end()).isPresent());
    return isExact ? null : RefusalCode.TIME_NOT_EXACT;
  }

  private static boolean isLink(String link) {
    try {
      var address = new URI(link);
      return link.length() <= LONGEST_LINK
          && link.chars().allMatch(it -> it < 128)
          && "https".equals(address.getScheme())
          && address.getHost() != null
          && address.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isChoice(List<Slot> slots) {
    return !slots.isEmpty()
        && slots.size() <= MOST_SLOTS
        && slots.stream().map(Slot::start).distinct().count() == slots.size()
        && slots.stream().allMatch(AppointmentKind::isSlot);
  }

  private static boolean isSlot(Slot slot) {
    var length = Duration.between(slot.start(), slot.end());
    return length.compareTo(SHORTEST) >= 0
        && length.compareTo(LONGEST) <= 0
        && slot.start().toLocalDate().equals(slot.end().toLocalDate());
  }

  /** Somebody proposes times, for the first time or other ones. */
  private static @Nullable RefusalCode wrongTimes(
      AppointmentPayload says, Before<AppointmentPayload> before) {
    if (!says.proposedById().equals(before.senderId())) {
      return RefusalCode.APPOINTMENT_NOT_THEIRS;
    }
    if (!says.participantIds().stream().allMatch(before.access()::mayWrite)) {
      return RefusalCode.ADDRESSEE_WITHOUT_SEAT;
    }
    if (now(says, before).hasAnyPassed()) {
      return RefusalCode.TIME_PASSED;
    }
    var furthest = before.today().plus(AppointmentNow.FURTHEST);
    return says.slots().stream().anyMatch(slot -> slot.start().toLocalDate().isAfter(furthest))
        ? RefusalCode.DAY_OUT_OF_RANGE
        : null;
  }

  private static @Nullable RefusalCode wrongChange(
      AppointmentPayload says, Before<AppointmentPayload> before) {
    var said = before.said();
    if (said == null) {
      return RefusalCode.APPOINTMENT_UNKNOWN;
    }
    if (!said.isStanding()) {
      return RefusalCode.APPOINTMENT_NOT_OPEN;
    }
    if (!said.participantIds().contains(before.senderId())) {
      return RefusalCode.APPOINTMENT_NOT_THEIRS;
    }
    if (!Objects.equals(says.follows(), before.saidAt())) {
      return RefusalCode.APPOINTMENT_CHANGED;
    }
    if (now(said, before).isOver()) {
      // Nobody says of a meeting that was held that it was not.
      return RefusalCode.TIME_PASSED;
    }
    return switch (says.status()) {
      case PROPOSED -> wrongOtherTimes(says, said, before);
      case BOOKED -> wrongBooked(says, said, before);
      case CANCELLED -> wrongCancelled(says, said, before);
    };
  }

  private static @Nullable RefusalCode wrongOtherTimes(
      AppointmentPayload says, AppointmentPayload said, Before<AppointmentPayload> before) {
    if (before.times() >= MOST) {
      return RefusalCode.APPOINTMENT_TOO_OFTEN;
    }
    if (!Objects.equals(says.booked(), said.booked())) {
      return RefusalCode.APPOINTMENT_CHANGED;
    }
    return says.participantIds().containsAll(now(said, before).present())
        ? wrongTimes(says, before)
        : RefusalCode.APPOINTMENT_PEOPLE_INVALID;
  }

  private static @Nullable RefusalCode wrongBooked(
      AppointmentPayload says, AppointmentPayload said, Before<AppointmentPayload> before) {
    if (said.status() != Status.PROPOSED) {
      return RefusalCode.APPOINTMENT_NOT_OPEN;
    }
    if (!says.isOfTheSame(said)) {
      return RefusalCode.APPOINTMENT_CHANGED;
    }
    var stands = now(said, before);
    var others = stands.others();
    if (others.isEmpty() || !stands.isProposerPresent()) {
      return RefusalCode.ADDRESSEE_WITHOUT_SEAT;
    }
    // Of two the one who was asked agrees; of more, whoever proposed has seen what they said.
    var books = others.size() == 1 ? others.getFirst() : said.proposedById();
    if (!before.senderId().equals(books)) {
      return RefusalCode.APPOINTMENT_NOT_THEIRS;
    }
    var booked = says.booked();
    if (booked == null || !said.slots().contains(booked)) {
      return RefusalCode.TIME_NOT_PROPOSED;
    }
    return stands.hasPassed(booked.start()) ? RefusalCode.TIME_PASSED : null;
  }

  /** What was booked is what is cancelled; for proposed times nobody says no for the others. */
  private static @Nullable RefusalCode wrongCancelled(
      AppointmentPayload says, AppointmentPayload said, Before<AppointmentPayload> before) {
    if (!says.isOfTheSame(said) || !Objects.equals(says.booked(), said.booked())) {
      return RefusalCode.APPOINTMENT_CHANGED;
    }
    var sender = before.senderId();
    var stands = now(said, before);
    boolean may =
        said.status() == Status.BOOKED
            || sender.equals(said.proposedById())
            || !stands.isProposerPresent()
            || stands.others().equals(List.of(sender));
    return may ? null : RefusalCode.APPOINTMENT_NOT_THEIRS;
  }

  private static AppointmentNow now(AppointmentPayload says, Before<?> before) {
    return new AppointmentNow(says, before.access(), before.now());
  }
}
