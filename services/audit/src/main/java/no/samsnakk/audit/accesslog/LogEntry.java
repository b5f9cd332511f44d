package no.samsnakk.audit.accesslog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.samsnakk.audit.people.Known.Organisation;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry as people see it. The opening and the closing of one view are one of these, at the place
 * of the opening; so are a refusal or view and the entry that counts its repeats.
 *
 * @param at when it was done, for the first time where there is a count, or a view was opened
 * @param until when a view was closed, or it was done for the last time of a count; none for a view
 *     that is open, and for what is neither
 * @param answers of what somebody was shown, what was no message but hangs on one
 * @param teller the service whose word it is; none of what was told before that was kept
 * @param hash of the entry in the chain (R7), in lower case hexadecimal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    requiredProperties = {
      "seq",
      "entryId",
      "recordedAt",
      "at",
      "action",
      "outcome",
      "agent",
      "details",
      "hash"
    })
public record LogEntry(
    long seq,
    UUID entryId,
    Instant recordedAt,
    Instant at,
    @Nullable Instant until,
    AuditAction action,
    AuditRecorded.Outcome outcome,
    Agent agent,
    @Nullable UUID roomId,
    @Nullable Person patient,
    Details details,
    @JsonIgnore @Schema(hidden = true) List<Long> answers,
    @Nullable String teller,
    String hash) {

  /**
   * Who did it, and what she is to the organisation that she did it for.
   *
   * @param personId the organisation's own id, where it was the organisation itself
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(requiredProperties = {"personId", "name"})
  public record Agent(
      UUID personId, String name, @Nullable String title, @Nullable Organisation organisation) {}

  /** A person by id and name. */
  @Schema(requiredProperties = {"personId", "name"})
  public record Person(UUID personId, String name) {}

  /**
   * What else there is to say.
   *
   * @param code why it was refused
   * @param fromSeq the first message or short answer that it is about
   * @param toSeq the last of them
   * @param messages how many of them are messages, where somebody was shown them
   * @param personName the person that it was done to
   * @param reason an auditor's own words
   * @param count how many times somebody was refused this or looked, where it was more than once
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Details(
      @Nullable String code,
      @Nullable Long fromSeq,
      @Nullable Long toSeq,
      @Nullable Long messages,
      @Nullable String personName,
      @Nullable String reason,
      @Nullable Long count) {}

  /** No names (R9). */
  @Override
  public String toString() {
    return "LogEntry[seq=" + seq + "]";
  }
}
