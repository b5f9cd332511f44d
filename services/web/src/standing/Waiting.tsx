import type { RoomSummary } from "../contracts/rooms";
import { fetched } from "../shell/Fetched";
import { eachOf, useStanding } from "./useStanding";

const QUIETLY = { quiet: true };
const NextLine = fetched(() => import("./shown").then((it) => it.NextLine), QUIETLY);
const NotAll = fetched(() => import("./shown").then((it) => it.NotAll), QUIETLY);
const Owed = fetched(() => import("./shown").then((it) => it.Owed), QUIETLY);
const WaitedFor = fetched(() => import("./shown").then((it) => it.WaitedFor), QUIETLY);

/**
 * What she owes an answer to, whom her own case waits for, the way to what is agreed, and that there is
 * more than is known here; nothing where nothing stands.
 */
export function Waiting({ rooms }: { rooms: readonly RoomSummary[] }) {
  const { all, more } = useStanding();
  if (eachOf(all).length === 0 && !more) return null;
  return (
    <>
      <Owed rooms={rooms} />
      <WaitedFor rooms={rooms} />
      <NextLine rooms={rooms} />
      {more && <NotAll />}
    </>
  );
}
