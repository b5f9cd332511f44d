import type { RoomSummary } from "../contracts/rooms";
import { useStandingError } from "../gateway/standingError";
import { Trouble } from "../shell/Trouble";
import { Waiting } from "../shell/Waiting";
import { Gone } from "./Gone";
import { RoomGroups } from "./RoomGroups";
import { useRooms } from "./rooms";
import type { RoomSearch } from "./useRoomSearch";

interface ListBesideProps {
  current: string;
  rooms: readonly RoomSummary[];
  search: RoomSearch;
}

/** The list of rooms where it stands beside one of them. */
export function ListBeside({ current, rooms, search }: ListBesideProps) {
  const all = useRooms();
  const { data, refetch } = all;
  const error = useStandingError(all);
  return (
    <>
      <Gone current={current} />
      {data && <RoomGroups {...{ rooms, search, current }} />}
      {!data && error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
    </>
  );
}
