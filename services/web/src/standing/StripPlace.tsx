import type { RoomDetails } from "../contracts/rooms";
import { fetched } from "../shell/Fetched";
import { useQuestions } from "./QuestionsProvider";

/** Most rooms do without it. */
const Strip = fetched(() => import("./shown").then((it) => it.Strip), { quiet: true });

/** One slim line below that of the room, where somebody's answer is waited for there; else nothing. */
export function StripPlace({ room }: { room: RoomDetails }) {
  const standing = useQuestions().inRoom(room.roomId) ?? [];
  return (
    standing.length > 0 && (
      <div className="strip-place">
        <Strip {...{ room, standing }} />
      </div>
    )
  );
}
