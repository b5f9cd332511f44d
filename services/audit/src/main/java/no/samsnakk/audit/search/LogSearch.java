package no.samsnakk.audit.search;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import no.samsnakk.contracts.event.AuditAction;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor looks for; filters that are missing let everything through.
 *
 * @param reason why she looks; it is kept in the log and the patient can read it
 * @param from the earliest time, included
 * @param to the latest time, not included
 * @param name part of the name of who did it, whose room it was or whom it was done to
 * @param before only entries older than this number: {@code nextBefore} of the page before
 * @param limit how many entries, 50 if it is missing
 */
public record LogSearch(
    @NotNull @NotBlank @Size(min = 5, max = 200) @Pattern(regexp = "\\P{Cc}*") String reason,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable AuditAction action,
    @Nullable @Size(min = 2, max = 100) @Pattern(regexp = "\\P{Cc}*") String name,
    @Nullable UUID roomId,
    @Nullable @Min(1) Long before,
    @Nullable @Min(1) @Max(100) Integer limit) {
  private static final int USUAL_LIMIT = 50;

  int page() {
    return limit == null ? USUAL_LIMIT : limit;
  }

  /** Neither reason nor name (R9). */
  @Override
  public String toString() {
    return "LogSearch[roomId=" + roomId + ", action=" + action + "]";
  }
}
