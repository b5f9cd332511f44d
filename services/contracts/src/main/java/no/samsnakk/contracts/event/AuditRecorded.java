package no.samsnakk.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something happened that has to leave a trace (R6); FHIR's AuditEvent. Holds ids, never names.
 *
 * @param entryId the same for every repeat of this entry
 * @param agentId the person who did it; or the organisation, where its directory did: then it is
 *     {@code agentOrganisationId} too
 * @param agentOrganisationId on whose behalf
 * @param patientId whose room, where the teller knows it
 * @param concerns the person it was done to (a seat's), where there is one
 * @param code the refusal's stable code, for {@link Outcome#REFUSED}
 * @param viewId joins the opening and the closing of one view, a refusal or view and the entry that
 *     counts its repeats, or the pages of one reading of the log
 * @param fromSeq the first message of a view
 * @param toSeq the last message of a view; at its opening the last one known then
 * @param until when a view was closed, or read on; the last of those that {@code count} counts
 * @param reason an auditor's own words for why she searched
 * @param count for how many refusals or views this one entry stands, the first among them; they
 *     came from {@code at} to {@code until}. None where an entry stands for itself
 */
public record AuditRecorded(
    UUID entryId,
    Instant at,
    AuditAction action,
    Outcome outcome,
    UUID agentId,
    @Nullable UUID agentOrganisationId,
    @Nullable UUID roomId,
    @Nullable UUID patientId,
    @Nullable UUID concerns,
    @Nullable String code,
    @Nullable UUID viewId,
    @Nullable Long fromSeq,
    @Nullable Long toSeq,
    @Nullable Instant until,
    @Nullable String reason,
    @Nullable Long count)
    implements EventData {

  /** The agent of what no person of ours did, but whoever runs Samsnakk. */
  public static final UUID OPERATOR = new UUID(0, 0);

  /** Whether the act was carried out. */
  public enum Outcome {
    SUCCESS,
    REFUSED
  }

  /** An entry to be built, of an act that succeeded; what else there is to say is added to it. */
  public static Builder act(UUID entryId, Instant at, AuditAction action, UUID agentId) {
    return new Builder(entryId, at, action, agentId);
  }

  /**
   * An entry of a view of messages to be built.
   *
   * @param viewId the same at its opening and its closing
   */
  public static Builder view(UUID entryId, Instant at, UUID agentId, UUID roomId, UUID viewId) {
    return act(entryId, at, AuditAction.MESSAGES_VIEWED, agentId).in(roomId).joinedBy(viewId);
  }

  /** An entry of a refusal to be built. */
  public static Builder refusal(UUID entryId, Instant at, UUID agentId, String code) {
    return act(entryId, at, AuditAction.REFUSED, agentId).refusedWith(code);
  }

  /** An act that succeeded, with nothing more to say than who, what and where. */
  public static AuditRecorded success(
      UUID entryId, Instant at, AuditAction action, UUID agentId, @Nullable UUID roomId) {
    return act(entryId, at, action, agentId).in(roomId).build();
  }

  /** An act that was refused with {@code code}. */
  public static AuditRecorded refused(
      UUID entryId, Instant at, UUID agentId, @Nullable UUID roomId, String code) {
    return refusal(entryId, at, agentId, code).in(roomId).build();
  }

  /** A refusal that is the first of what may become many. */
  public static AuditRecorded firstRefused(
      UUID entryId, Instant at, UUID agentId, @Nullable UUID roomId, String code) {
    return refused(entryId, at, agentId, roomId, code).first();
  }

  /** The same entry as the first of what may become many: {@link #counted} refers to it. */
  public AuditRecorded first() {
    return rebuilt().joinedBy(entryId).build();
  }

  /**
   * The same person was refused the same thing, or looked at the same room, again and again.
   *
   * @param first the entry of the first time
   * @param count how many times, the first among them
   */
  public static AuditRecorded counted(UUID entryId, AuditRecorded first, Instant last, long count) {
    return first.rebuilt(entryId).joinedBy(first.entryId).until(last).count(count).build();
  }

  /** The same entry as a part of what began with another: one line with it. */
  public AuditRecorded partOf(UUID whole) {
    return rebuilt().joinedBy(whole).until(at).build();
  }

  /** The same entry on behalf of an organisation. */
  public AuditRecorded onBehalfOf(@Nullable UUID organisationId) {
    return rebuilt().onBehalfOf(organisationId).build();
  }

  /** The same entry with whose room it was and whom it was done to. */
  public AuditRecorded about(@Nullable UUID patient, @Nullable UUID person) {
    return rebuilt().about(patient, person).build();
  }

  private Builder rebuilt() {
    return rebuilt(entryId);
  }

  private Builder rebuilt(UUID id) {
    return new Builder(id, at, action, agentId)
        .outcome(outcome)
        .onBehalfOf(agentOrganisationId)
        .in(roomId)
        .about(patientId, concerns)
        .code(code)
        .joinedBy(viewId)
        .messages(fromSeq, toSeq)
        .until(until)
        .because(reason)
        .count(count);
  }

  /** Names what an entry says, one thing at a time; what is not named is not said. */
  public static final class Builder {
    private final UUID entryId;
    private final Instant at;
    private final AuditAction action;
    private final UUID agentId;
    private Outcome outcome = Outcome.SUCCESS;
    private @Nullable UUID organisationId;
    private @Nullable UUID roomId;
    private @Nullable UUID patientId;
    private @Nullable UUID concerns;
    private @Nullable String code;
    private @Nullable UUID viewId;
    private @Nullable Long fromSeq;
    private @Nullable Long toSeq;
    private @Nullable Instant until;
    private @Nullable String reason;
    private @Nullable Long count;

    private Builder(UUID entryId, Instant at, AuditAction action, UUID agentId) {
      this.entryId = entryId;
      this.at = at;
      this.action = action;
      this.agentId = agentId;
    }

    /** Whether the act was carried out; it was, where nothing else is said. */
    public Builder outcome(Outcome given) {
      outcome = given;
      return this;
    }

    /** That it was refused, and why. */
    public Builder refusedWith(String refusal) {
      return outcome(Outcome.REFUSED).code(refusal);
    }

    /** A refusal's stable code. */
    public Builder code(@Nullable String given) {
      code = given;
      return this;
    }

    /** On behalf of an organisation. */
    public Builder onBehalfOf(@Nullable UUID organisation) {
      organisationId = organisation;
      return this;
    }

    /** In which room. */
    public Builder in(@Nullable UUID room) {
      roomId = room;
      return this;
    }

    /** Whose room it was, and whom it was done to. */
    public Builder about(@Nullable UUID patient, @Nullable UUID person) {
      patientId = patient;
      concerns = person;
      return this;
    }

    /** What joins it with others, so that they are one line. */
    public Builder joinedBy(@Nullable UUID whole) {
      viewId = whole;
      return this;
    }

    /** The first and the last message that it is about. */
    public Builder messages(@Nullable Long first, @Nullable Long last) {
      fromSeq = first;
      toSeq = last;
      return this;
    }

    /** When it ended. */
    public Builder until(@Nullable Instant end) {
      until = end;
      return this;
    }

    /** An auditor's own words. */
    public Builder because(@Nullable String words) {
      reason = words;
      return this;
    }

    /** For how many it stands. */
    public Builder count(@Nullable Long times) {
      count = times;
      return this;
    }

    /** The entry. */
    public AuditRecorded build() {
      return new AuditRecorded(
          entryId,
          at,
          action,
          outcome,
          agentId,
          organisationId,
          roomId,
          patientId,
          concerns,
          code,
          viewId,
          fromSeq,
          toSeq,
          until,
          reason,
          count);
    }
  }
}
