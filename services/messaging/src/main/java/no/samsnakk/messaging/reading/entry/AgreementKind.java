package no.samsnakk.messaging.reading.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.contracts.entry.AgreementPayload;
import no.samsnakk.contracts.entry.AgreementPayload.Status;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.contracts.refusal.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * What some of the room agree on, and what becomes of it (decision 84). Each change is a row of its
 * own, as an appointment's is.
 *
 * <pre>
 *             propose           done
 *   nothing ──────────▶ ACTIVE ───────▶ COMPLETED
 *                       ▲ │ ▲ ▲  propose    │
 *           other words └─┤ │ └─────────────┘
 *                    drop ▼ │ propose
 *                      CANCELLED
 * </pre>
 */
@ApplicationScoped
class AgreementKind implements AmendingKind<AgreementPayload> {
  /** Each is kept for ever, and is a row that wakes people. */
  private static final int MOST = 30;

  @Override
  public String name() {
    return AgreementPayload.KIND;
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
  public Class<AgreementPayload> payload() {
    return AgreementPayload.class;
  }

  @Override
  public Whose whose() {
    return Whose.ALL;
  }

  @Override
  public @Nullable Long about(AgreementPayload payload) {
    return payload.about();
  }

  /** The message that it was made from. */
  @Override
  public @Nullable Long names(AgreementPayload payload) {
    return payload.message();
  }

  @Override
  public Boolean isStanding(AgreementPayload payload) {
    return payload.isStanding();
  }

  @Override
  public Optional<RefusalCode> fault(AgreementPayload says) {
    if (!Proposals.isLine(says.description())) {
      return Optional.of(RefusalCode.AGREEMENT_LINE_INVALID);
    }
    boolean isCompany =
        Proposals.isCompany(says.participantIds(), says.proposedById())
            && (says.ownerId() == null || says.participantIds().contains(says.ownerId()));
    return isCompany ? Optional.empty() : Optional.of(RefusalCode.AGREEMENT_PEOPLE_INVALID);
  }

  @Override
  public Optional<RefusalCode> fault(AgreementPayload says, Before<AgreementPayload> before) {
    return Optional.ofNullable(
        says.about() == null ? wrongProposal(says, null, before) : wrongChange(says, before));
  }

  /**
   * Somebody puts in words what is to hold.
   *
   * @param said what stood before; nothing of the first
   */
  private static @Nullable RefusalCode wrongProposal(
      AgreementPayload says, @Nullable AgreementPayload said, Before<AgreementPayload> before) {
    if (!says.proposedById().equals(before.senderId())) {
      return RefusalCode.AGREEMENT_NOT_THEIRS;
    }
    if (!says.participantIds().stream().allMatch(before.access()::mayWrite)) {
      return RefusalCode.ADDRESSEE_WITHOUT_SEAT;
    }
    var madeFrom = before.named();
    if (said == null && madeFrom != null && madeFrom.isRetracted()) {
      return RefusalCode.MESSAGE_RETRACTED;
    }
    // A day that stood before was in reach when it was named.
    boolean isSameDay = said != null && Objects.equals(says.dueBy(), said.dueBy());
    return isSameDay || before.isInReach(says.dueBy()) ? null : RefusalCode.DAY_OUT_OF_RANGE;
  }

  private static @Nullable RefusalCode wrongChange(
      AgreementPayload says, Before<AgreementPayload> before) {
    var said = before.said();
    if (said == null) {
      return RefusalCode.AGREEMENT_UNKNOWN;
    }
    if (!isTheirs(says, said, before)) {
      return RefusalCode.AGREEMENT_NOT_THEIRS;
    }
    if (!Objects.equals(says.follows(), before.saidAt())) {
      return RefusalCode.AGREEMENT_CHANGED;
    }
    return says.status() == Status.ACTIVE
        ? wrongOtherWords(says, said, before)
        : wrongEnd(says, said);
  }

  /** Where nobody is left whom it concerns, anybody drops it: else it would stand for ever. */
  private static boolean isTheirs(
      AgreementPayload says, AgreementPayload said, Before<AgreementPayload> before) {
    return said.participantIds().contains(before.senderId())
        || (says.status() == Status.CANCELLED && present(said, before).isEmpty());
  }

  /** Other words, or the same ones for what had ended. */
  private static @Nullable RefusalCode wrongOtherWords(
      AgreementPayload says, AgreementPayload said, Before<AgreementPayload> before) {
    if (before.times() >= MOST) {
      return RefusalCode.AGREEMENT_TOO_OFTEN;
    }
    if (!Objects.equals(says.message(), said.message())) {
      return RefusalCode.AGREEMENT_CHANGED;
    }
    if (said.isStanding() && says.isWorded(said)) {
      return RefusalCode.AGREEMENT_UNCHANGED;
    }
    return says.participantIds().containsAll(present(said, before))
        ? wrongProposal(says, said, before)
        : RefusalCode.AGREEMENT_PEOPLE_INVALID;
  }

  /** What ends is what stood. */
  private static @Nullable RefusalCode wrongEnd(AgreementPayload says, AgreementPayload said) {
    if (!said.isStanding()) {
      return RefusalCode.AGREEMENT_NOT_OPEN;
    }
    return says.isOfTheSame(said) ? null : RefusalCode.AGREEMENT_CHANGED;
  }

  private static List<UUID> present(AgreementPayload said, Before<AgreementPayload> before) {
    return said.participantIds().stream().filter(before.access()::mayWrite).toList();
  }
}
