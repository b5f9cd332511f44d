package no.samsnakk.messaging.reading.entry;

import static no.samsnakk.contracts.entry.QuestionPayload.State.OPEN;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.samsnakk.contracts.entry.QuestionPayload;
import no.samsnakk.contracts.refusal.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * A message made a question to somebody, and what becomes of it (decision 81).
 *
 * <pre>
 *               ask                 promise
 *   nothing ─────────▶ OPEN ──────────────────▶ PROMISED
 *      ▲                │ ▲◀── forward, ask anew ──┤
 *      │ ask anew       └─┴──── answer, withdraw ──┤
 *      │                                           ▼
 *      └───────────────────────────── ANSWERED, WITHDRAWN
 * </pre>
 */
@ApplicationScoped
class QuestionKind implements AmendingKind<QuestionPayload> {
  /** Each is kept for ever and has a place of its own, and only the newest is seen. */
  private static final int MOST = 50;

  @Override
  public String name() {
    return QuestionPayload.KIND;
  }

  @Override
  public int format() {
    return 1;
  }

  @Override
  public Class<QuestionPayload> payload() {
    return QuestionPayload.class;
  }

  @Override
  public Optional<RefusalCode> fault(QuestionPayload payload) {
    return Optional.empty();
  }

  @Override
  public Whose whose() {
    return Whose.ALL;
  }

  @Override
  public Long about(QuestionPayload payload) {
    return payload.about();
  }

  @Override
  public @Nullable Long names(QuestionPayload payload) {
    return payload.answer();
  }

  @Override
  public Boolean isStanding(QuestionPayload payload) {
    return payload.isStanding();
  }

  @Override
  public Optional<RefusalCode> fault(QuestionPayload says, Before<QuestionPayload> before) {
    return Optional.ofNullable(wrong(says, before));
  }

  /** Whoever is to answer now and was not before; and who asked, once there is news for her. */
  @Override
  public Set<UUID> wakes(QuestionPayload says, Before<QuestionPayload> before) {
    var whom =
        switch (says.state()) {
          case OPEN -> isAddressee(says.addresseeId(), before) ? null : says.addresseeId();
          case PROMISED -> says.askedById();
          // The message that answers wakes everybody.
          case ANSWERED -> says.answer() == null ? says.askedById() : null;
          case WITHDRAWN -> says.askedById();
        };
    return whom == null || whom.equals(before.senderId()) ? Set.of() : Set.of(whom);
  }

  private static boolean isAddressee(UUID personId, Before<QuestionPayload> before) {
    var said = before.said();
    return said != null && said.isStanding() && said.addresseeId().equals(personId);
  }

  private static @Nullable RefusalCode wrong(QuestionPayload says, Before<QuestionPayload> before) {
    var said = before.said();
    if (says.isStanding() && before.times() >= MOST) {
      return RefusalCode.QUESTION_TOO_OFTEN;
    }
    if (said == null || !said.isStanding()) {
      return says.state() == OPEN ? wrongAsked(says, before) : RefusalCode.QUESTION_NOT_OPEN;
    }
    return switch (says.state()) {
      case OPEN -> wrongOpen(says, said, before);
      case PROMISED -> wrongPromised(says, said, before);
      case ANSWERED -> wrongSettled(says, said, before, isTheirs(said, before));
      case WITHDRAWN -> wrongSettled(says, said, before, isAskers(said, before));
    };
  }

  /** Somebody asks where nothing is waited for. */
  private static @Nullable RefusalCode wrongAsked(
      QuestionPayload says, Before<QuestionPayload> before) {
    if (!says.askedById().equals(before.senderId())) {
      return RefusalCode.QUESTION_CHANGED;
    }
    return before.isInReach(says.wantedBy())
        ? wrongAddressee(says, before)
        : RefusalCode.DAY_OUT_OF_RANGE;
  }

  private static @Nullable RefusalCode wrongAddressee(
      QuestionPayload says, Before<QuestionPayload> before) {
    return before.access().mayWrite(says.addresseeId()) ? null : RefusalCode.ADDRESSEE_WITHOUT_SEAT;
  }

  /**
   * Open where it stands: forwarded, asked with another day, or no longer promised. Where its
   * addressee has gone, anybody may ask anew: else nobody would ever answer.
   */
  private static @Nullable RefusalCode wrongOpen(
      QuestionPayload says, QuestionPayload said, Before<QuestionPayload> before) {
    if (says.isSameAs(said)) {
      return RefusalCode.QUESTION_UNCHANGED;
    }
    if (!says.askedById().equals(said.askedById())) {
      return before.access().mayWrite(said.addresseeId())
          ? RefusalCode.QUESTION_OPEN
          : wrongAsked(says, before);
    }
    if (!isSeen(says, before)) {
      return RefusalCode.QUESTION_CHANGED;
    }
    if (!isTheirs(said, before) || isSentToItsAsker(says, said, before)) {
      return RefusalCode.QUESTION_NOT_THEIRS;
    }
    if (Objects.equals(says.wantedBy(), said.wantedBy())) {
      // Its day was in reach when it was wished for.
      return wrongAddressee(says, before);
    }
    return before.senderId().equals(said.askedById())
        ? wrongAsked(says, before)
        : RefusalCode.QUESTION_NOT_THEIRS;
  }

  private static @Nullable RefusalCode wrongPromised(
      QuestionPayload says, QuestionPayload said, Before<QuestionPayload> before) {
    if (says.isSameAs(said)) {
      return RefusalCode.QUESTION_UNCHANGED;
    }
    if (!isSeen(says, before) || !isSame(says, said)) {
      return RefusalCode.QUESTION_CHANGED;
    }
    if (!before.senderId().equals(said.addresseeId())) {
      return RefusalCode.QUESTION_NOT_THEIRS;
    }
    return before.isInReach(says.promisedBy()) ? null : RefusalCode.DAY_OUT_OF_RANGE;
  }

  private static @Nullable RefusalCode wrongSettled(
      QuestionPayload says,
      QuestionPayload said,
      Before<QuestionPayload> before,
      boolean isAllowed) {
    if (!isSeen(says, before) || !isSame(says, said)) {
      return RefusalCode.QUESTION_CHANGED;
    }
    if (!isAllowed) {
      return RefusalCode.QUESTION_NOT_THEIRS;
    }
    var answer = says.answer();
    if (answer == null) {
      return null;
    }
    if (answer <= says.about()) {
      return RefusalCode.MESSAGE_UNKNOWN;
    }
    var named = before.named();
    // Nobody answers by what another has said, or by what she has taken back.
    if (named == null || !before.senderId().equals(named.authorId())) {
      return RefusalCode.QUESTION_NOT_THEIRS;
    }
    return named.isRetracted() ? RefusalCode.MESSAGE_RETRACTED : null;
  }

  /** Whoever says this has seen how it stands: nobody was faster, and nothing was asked anew. */
  private static boolean isSeen(QuestionPayload says, Before<QuestionPayload> before) {
    return says.follows() != null && says.follows() == before.saidAt();
  }

  /** It is the question that stands. */
  private static boolean isSame(QuestionPayload says, QuestionPayload said) {
    return says.askedById().equals(said.askedById())
        && says.addresseeId().equals(said.addresseeId())
        && Objects.equals(says.wantedBy(), said.wantedBy());
  }

  /** Whoever asked takes it herself, or it is somebody else's: nobody gives it back to her. */
  private static boolean isSentToItsAsker(
      QuestionPayload says, QuestionPayload said, Before<QuestionPayload> before) {
    return says.addresseeId().equals(said.askedById())
        && !says.addresseeId().equals(said.addresseeId())
        && !before.senderId().equals(said.askedById());
  }

  private static boolean isAskers(QuestionPayload said, Before<QuestionPayload> before) {
    var sender = before.senderId();
    return sender.equals(said.askedById()) || sender.equals(before.authorId());
  }

  private static boolean isTheirs(QuestionPayload said, Before<QuestionPayload> before) {
    return before.senderId().equals(said.addresseeId()) || isAskers(said, before);
  }
}
