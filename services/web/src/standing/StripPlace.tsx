import type { RoomDetails } from "../contracts/rooms";
import { fetched } from "../shell/Fetched";
import { eachOf, useStanding } from "./useStanding";

/** Most rooms do without it. */
const Strip = fetched(() => import("./shown").then((it) => it.Strip), { quiet: true });

/** One slim line below that of the room, where something is agreed or waited for there; else nothing. */
export function StripPlace({ room }: { room: RoomDetails }) {
  const standing = useStanding().inRoom(room.roomId);
  return (
    eachOf(standing).length > 0 && (
      <div className="strip-place">
        <Strip {...{ room, standing }} />
      </div>
    )
  );
}
