package no.samsnakk.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something happened that has to leave a trace (R6); FHIR's AuditEvent. Holds ids, never names.
 *
 * @param entryId the same for every repeat of this entry
 * @param agentId the person who did it
 * @param agentOrganisationId on whose behalf
 * @param patientId whose room, where the teller knows it
 * @param concerns the person it was done to (a seat's), where there is one
 * @param code the refusal's stable code, for {@link Outcome#REFUSED}
 * @param viewId joins the opening and the closing of one view
 * @param fromSeq the first message of a view
 * @param toSeq the last message of a view; at its opening the last one known then
 * @param until when a view was closed
 * @param reason an auditor's own words for why she searched
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
    @Nullable String reason)
    implements EventData {

  /** The agent of what no person of ours did, but whoever runs Samsnakk. */
  public static final UUID OPERATOR = new UUID(0, 0);

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
        reason);
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
        reason);
  }
}
