import type { RoomSummary } from "../contracts/rooms";
import { fetched } from "../shell/Fetched";
import { useQuestions } from "./QuestionsProvider";

const QUIETLY = { quiet: true };
const NotAll = fetched(() => import("./shown").then((it) => it.NotAll), QUIETLY);
const Owed = fetched(() => import("./shown").then((it) => it.Owed), QUIETLY);
const WaitedFor = fetched(() => import("./shown").then((it) => it.WaitedFor), QUIETLY);

/**
 * What she owes an answer to, and whom her own case waits for, and that there is more than is known here;
 * nothing where nothing waits.
 */
export function Waiting({ rooms }: { rooms: readonly RoomSummary[] }) {
  const { all = [], more } = useQuestions();
  if (all.length === 0 && !more) return null;
  return (
    <>
      <Owed rooms={rooms} />
      <WaitedFor rooms={rooms} />
      {more && <NotAll />}
    </>
  );
}
