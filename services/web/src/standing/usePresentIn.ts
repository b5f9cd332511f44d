import { useMemo } from "react";
import { useKnownRooms } from "../rooms/rooms";

/** Who is in a room, as far as the list of rooms has told. */
export function usePresentIn(): (roomId: string) => readonly string[] | undefined {
  const rooms = useKnownRooms();
  return useMemo(() => {
    const people = new Map(rooms?.map((it) => [it.roomId, it.people]));
    return (roomId) =>
      people.get(roomId)?.flatMap(({ personId, present }) => (present ? [personId] : []));
  }, [rooms]);
}
