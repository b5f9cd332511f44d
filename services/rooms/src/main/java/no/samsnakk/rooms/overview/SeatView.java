package no.samsnakk.rooms.overview;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.samsnakk.platform.caller.Me;
import no.samsnakk.rooms.room.Part;
import no.samsnakk.rooms.room.SeatStatus;
import org.jspecify.annotations.Nullable;

/**
 * A seat; title and organisation are the directory's.
 *
 * @param periods when she was in the room, the newest first; none are told to who may not read what
 *     is said there
 * @param blocked whether the patient has blocked her; told to him alone
 */
public record SeatView(
    UUID seatId,
    Part part,
    SeatStatus status,
    PersonRef person,
    @Nullable String title,
    Me.@Nullable Organisation organisation,
    @Nullable String invitedBy,
    Instant changedAt,
    List<PeriodView> periods,
    boolean blocked) {}
