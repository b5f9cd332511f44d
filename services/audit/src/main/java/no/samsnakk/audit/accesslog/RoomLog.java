package no.samsnakk.audit.accesslog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was done and seen in a room, newest first, and what the page alone does not tell.
 *
 * @param nextBefore what to ask for next; null at the end
 * @param reading what to ask with for more of the same reading: it is one look at the log (R6)
 * @param at when this was so
 * @param now the views of messages that are under way, whichever page they began on; with the
 *     newest page alone
 * @param days the days that the entries of this page lie on, the newest first
 */
@Schema(requiredProperties = {"items", "nextBefore", "reading", "at", "now", "days"})
public record RoomLog(
    List<LogEntry> items,
    @Nullable @Schema(nullable = true) Long nextBefore,
    UUID reading,
    Instant at,
    List<LogEntry> now,
    List<Day> days) {

  /**
   * A day where the reader is, and how often each looked, was refused or searched in all of it,
   * whichever of it has been asked for.
   *
   * @param from its beginning, included
   * @param to its end, not included
   * @param whole whether there was no more than could be looked at; the sums of a day that is not
   *     are of its newest
   */
  @Schema(requiredProperties = {"from", "to", "whole", "sums"})
  public record Day(Instant from, Instant to, boolean whole, List<Sum> sums) {}

  /** What is summed. */
  public enum Kind {
    VIEWS,
    REFUSED,
    SEARCHED
  }

  /**
   * What one person did of one kind that day, for one organisation.
   *
   * @param code why she was refused
   * @param reason why she searched
   * @param entries how many entries there are of it
   * @param from when it was done for the first time
   * @param until when for the last time, or a view ended; what her browser fetched by itself makes
   *     no visit longer
   * @param times how often she was refused, or searched
   * @param visits how often she opened the room
   * @param refreshes how often her browser fetched the room with no visit of that day before it
   * @param messages how many different messages were brought to her
   * @param looks how often she looked at the log
   * @param underWay whether messages are still being brought to her
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(
      requiredProperties = {
        "kind",
        "personId",
        "entries",
        "from",
        "until",
        "times",
        "visits",
        "refreshes",
        "messages",
        "looks",
        "underWay"
      })
  public record Sum(
      Kind kind,
      UUID personId,
      @Nullable UUID organisationId,
      @Nullable String code,
      @Nullable String reason,
      long entries,
      Instant from,
      Instant until,
      long times,
      long visits,
      long refreshes,
      long messages,
      long looks,
      boolean underWay) {}

  /** No names (R9). */
  @Override
  public String toString() {
    return "RoomLog[items=" + items.size() + ", nextBefore=" + nextBefore + "]";
  }
}
