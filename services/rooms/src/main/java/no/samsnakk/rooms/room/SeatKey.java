package no.samsnakk.rooms.room;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** A seat's key: the room first, as every table of rooms. */
@Embeddable
public record SeatKey(
    @Column(name = "room_id") UUID roomId, @Column(name = "seat_id") UUID seatId) {}
