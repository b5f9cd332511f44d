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

  /** An entry that stands for itself, as all but the repeats of a refusal or a view do. */
  public AuditRecorded(
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
      @Nullable String reason) {
    this(
        entryId,
        at,
        action,
        outcome,
        agentId,
        agentOrganisationId,
        roomId,
        patientId,
        concerns,
        code,
        viewId,
        fromSeq,
        toSeq,
        until,
        reason,
        null);
  }

  /** Whether the act was carried out. */
  public enum Outcome {
    SUCCESS,
    REFUSED
  }

  /** An act that succeeded, with nothing more to say than who, what and where. */
  public static AuditRecorded success(
      UUID entryId, Instant at, AuditAction action, UUID agentId, @Nullable UUID roomId) {
    return new AuditRecorded(
        entryId,
        at,
        action,
        Outcome.SUCCESS,
        agentId,
        null,
        roomId,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** An act that was refused with {@code code}. */
  public static AuditRecorded refused(
      UUID entryId, Instant at, UUID agentId, @Nullable UUID roomId, String code) {
    return new AuditRecorded(
        entryId,
        at,
        AuditAction.REFUSED,
        Outcome.REFUSED,
        agentId,
        null,
        roomId,
        null,
        null,
        code,
        null,
        null,
        null,
        null,
        null);
  }

  /** A refusal that is the first of what may become many. */
  public static AuditRecorded firstRefused(
      UUID entryId, Instant at, UUID agentId, @Nullable UUID roomId, String code) {
    return refused(entryId, at, agentId, roomId, code).first();
  }

  /** The same entry as the first of what may become many: {@link #counted} refers to it. */
  public AuditRecorded first() {
    return joined(entryId, entryId, until, count);
  }

  /**
   * The same person was refused the same thing, or looked at the same room, again and again.
   *
   * @param first the entry of the first time
   * @param count how many times, the first among them
   */
  public static AuditRecorded counted(UUID entryId, AuditRecorded first, Instant last, long count) {
    return first.joined(entryId, first.entryId, last, count);
  }

  /** The same entry as a part of what began with another: one line with it. */
  public AuditRecorded partOf(UUID whole) {
    return joined(entryId, whole, at, count);
  }

  private AuditRecorded joined(
      UUID itself, UUID joinedBy, @Nullable Instant last, @Nullable Long times) {
    return new AuditRecorded(
        itself,
        at,
        action,
        outcome,
        agentId,
        agentOrganisationId,
        roomId,
        patientId,
        concerns,
        code,
        joinedBy,
        fromSeq,
        toSeq,
        last,
        reason,
        times);
  }

  /** The same entry on behalf of an organisation. */
  public AuditRecorded onBehalfOf(@Nullable UUID organisationId) {
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

  /** The same entry with whose room it was and whom it was done to. */
  public AuditRecorded about(@Nullable UUID patient, @Nullable UUID person) {
    return new AuditRecorded(
        entryId,
        at,
        action,
        outcome,
        agentId,
        agentOrganisationId,
        roomId,
        patient,
        person,
        code,
        viewId,
        fromSeq,
        toSeq,
        until,
        reason,
        count);
  }
}
