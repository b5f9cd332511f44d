package no.samsnakk.rooms.room;

import java.util.Optional;
import java.util.UUID;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.problem.Refusal;

/** Ids in addresses. */
public final class RoomIds {
  private RoomIds() {}

  /** What is no id at all is a room as unknown as any other. */
  public static UUID room(String inAddress) {
    return parse(inAddress).orElseThrow(() -> new Refusal(RefusalCode.ROOM_UNKNOWN));
  }

  /** The same for a seat. */
  public static UUID seat(String inAddress, UUID roomId) {
    return parse(inAddress).orElseThrow(() -> new Refusal(RefusalCode.SEAT_UNKNOWN, roomId));
  }

  private static Optional<UUID> parse(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
