import type { Part, RoomSummary } from "../contracts/rooms";
import { useMe } from "../session/session";
import { thingsFor, type Things } from "./things";
import { eachOf, useStanding } from "./useStanding";

/**
 * What goes on in these rooms, as far as it is known. That of a room which is not among them yet waits
 * for it.
 *
 * @param part where she has this part alone
 */
export function useThings(
  rooms: readonly RoomSummary[],
  part?: Part,
): Things & {
  roomOf: (roomId: string) => RoomSummary | undefined;
  /** How much goes on in rooms that are not among them. */
  unplaced: number;
} {
  const { personId } = useMe();
  const { all: standing } = useStanding();
  const { questions, appointments, agreements } = standing;
  const hers = rooms.filter(({ me }) => part === undefined || me.part === part);
  const byId = new Map(hers.map((room) => [room.roomId, room]));
  const here = ({ roomId }: { roomId: string }) => byId.has(roomId);
  const known = new Set(rooms.map(({ roomId }) => roomId));
  return {
    unplaced: eachOf(standing).filter(({ roomId }) => !known.has(roomId)).length,
    ...thingsFor(personId, {
      questions: questions.filter(here),
      appointments: appointments.filter(here),
      agreements: agreements.filter(here),
    }),
    roomOf: (roomId) => byId.get(roomId),
  };
}
