package no.samsnakk.rooms.seat;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom somebody wants in the room.
 *
 * @param approves whether the patient has been asked, and lets her in by it; an older browser has
 *     not asked him
 */
public record InvitationRequest(@NotNull UUID roleId, @Nullable Boolean approves) {
  boolean saysYes() {
    return Boolean.TRUE.equals(approves);
  }
}
