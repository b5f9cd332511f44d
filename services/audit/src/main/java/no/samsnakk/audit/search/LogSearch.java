package no.samsnakk.audit.search;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.platform.request.Line;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
 * @param search with {@code before}: {@code search} of the first page. Its pages are one search
 */
public record LogSearch(
    @NotNull @Line(min = 5, max = 200) @Schema(minLength = 5, maxLength = 200) String reason,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable AuditAction action,
    @Nullable @Line(min = 2, max = 100) @Schema(minLength = 2, maxLength = 100) String name,
    @Nullable UUID roomId,
    @Nullable @Min(1) Long before,
    @Nullable @Min(1) @Max(100) Integer limit,
    @Nullable UUID search) {
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
