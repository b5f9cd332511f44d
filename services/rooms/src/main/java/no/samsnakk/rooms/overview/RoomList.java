package no.samsnakk.rooms.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Some of somebody's rooms, the last changed first; perhaps none where there are more.
 *
 * @param nextAfter what to ask for next; null at the end
 */
@Schema(requiredProperties = {"items", "nextAfter"})
public record RoomList(
    List<RoomSummary> items,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable @Schema(nullable = true) String nextAfter) {}
