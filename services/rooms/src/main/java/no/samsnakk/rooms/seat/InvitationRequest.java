package no.samsnakk.rooms.seat;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Whom somebody wants in the room. */
public record InvitationRequest(@NotNull UUID roleId) {}
