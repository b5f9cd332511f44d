import type { RoomSummary } from "../contracts/rooms";
import { OneThing } from "./OneThing";
import { Several } from "./Several";
import type { Thing } from "./things";
import { WhichRoom } from "./WhichRoom";

interface ThingsInRoomsProps {
  all: readonly Thing[];
  rooms: readonly RoomSummary[];
  roomOf: (roomId: string) => RoomSummary | undefined;
}

/** What waits, each with the room that it waits in. */
export function ThingsInRooms({ all, rooms, roomOf }: ThingsInRoomsProps) {
  const among = rooms.filter(({ me }) => me.part === "PATIENT").length;
  return (
    <Several all={all}>
      {(thing) => {
        const room = roomOf(thing.of.roomId);
        const where = room && <WhichRoom of={room} among={among} />;
        return room && <OneThing {...{ thing, room, where }} />;
      }}
    </Several>
  );
}
