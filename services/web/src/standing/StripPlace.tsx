import type { RoomDetails } from "../contracts/rooms";
import { fetched } from "../shell/Fetched";
import { useStandingAppointments } from "./AppointmentsProvider";
import { useQuestions } from "./QuestionsProvider";

/** Most rooms do without it. */
const Strip = fetched(() => import("./shown").then((it) => it.Strip), { quiet: true });

/** One slim line below that of the room, where something is agreed or waited for there; else nothing. */
export function StripPlace({ room }: { room: RoomDetails }) {
  const questions = useQuestions().inRoom(room.roomId) ?? [];
  const appointments = useStandingAppointments().inRoom(room.roomId) ?? [];
  return (
    questions.length + appointments.length > 0 && (
      <div className="strip-place">
        <Strip {...{ room, questions, appointments }} />
      </div>
    )
  );
}
