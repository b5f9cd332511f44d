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
  /** In their order; undefined before they have come. */
  rooms: readonly RoomSummary[] | undefined;
  search: RoomSearch;
}

/** The list of rooms where it stands beside one of them. */
export function ListBeside({ current, rooms, search }: ListBesideProps) {
  const all = useRooms();
  const { refetch } = all;
  const error = useStandingError(all);
  return (
    <>
      <Gone current={current} />
      {rooms && <RoomGroups {...{ rooms, search, current }} />}
      {!rooms && error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!rooms && !error && <Waiting />}
    </>
  );
}
