package no.samsnakk.audit.search;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.audit.accesslog.LogEntry;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found, newest first; the first page begins with the search itself.
 *
 * @param nextBefore what to ask for next; null at the end
 * @param search what to ask with for more of the same search
 * @param head this very search's entry, the log's newest when it looked: who keeps it can later
 *     show that nothing before it was changed (R7)
 */
@Schema(requiredProperties = {"items", "nextBefore", "search", "head"})
public record Findings(
    List<LogEntry> items,
    @Nullable @Schema(nullable = true) Long nextBefore,
    UUID search,
    Head head) {

  /** The rooms of which there is an entry here, each once. */
  Stream<UUID> rooms() {
    return items.stream().map(LogEntry::roomId).filter(Objects::nonNull).distinct();
  }

  /** The newest entry's number, and its hash in lower case hexadecimal. */
  @Schema(requiredProperties = {"seq", "hash"})
  public record Head(long seq, String hash) {}
}
