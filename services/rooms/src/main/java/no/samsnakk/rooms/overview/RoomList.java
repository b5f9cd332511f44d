package no.samsnakk.rooms.overview;

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
    List<RoomSummary> items, @Nullable @Schema(nullable = true) String nextAfter) {}
