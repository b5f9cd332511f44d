package no.samsnakk.rooms.room;

/**
 * What somebody in a seat may do with what is said in its room. The one definition in Java: events
 * and screens are told from here. Messaging reads {@code access_v1}, because it has to lock what it
 * believes (R4); a test enumerates all there is and finds the two equal.
 *
 * @param read from the patient nobody takes it after his consent, not his own withdrawal either
 * @param write in an active room, from an active seat, unless the patient has blocked her there
 */
public record Rights(boolean read, boolean write) {
  public static Rights of(RoomStatus room, Part part, SeatStatus seat, boolean blocked) {
    boolean inUse = room == RoomStatus.ACTIVE && seat == SeatStatus.ACTIVE && !blocked;
    boolean read =
        switch (part) {
          case PATIENT -> room == RoomStatus.ACTIVE || room == RoomStatus.WITHDRAWN;
          case HELPER -> inUse;
        };
    return new Rights(read, inUse);
  }
}
