import type { RoomDetails } from "../contracts/rooms";
import { takingPart } from "../rooms/seats";

/** With the one who proposes. */
const MOST_PEOPLE = 20;

/** Who of those that were chosen can still take part; the only other one is. */
export function peopleOf(room: RoomDetails, myId: string, chosen: readonly string[]): string[] {
  const others = othersIn(room, myId);
  return others.length === 1 ? others : others.filter((id) => chosen.includes(id));
}

export function othersIn(room: RoomDetails, myId: string): string[] {
  return takingPart(room)
    .map(({ person }) => person.personId)
    .filter((id) => id !== myId);
}

/** With whom it mostly is: the only other one, or the patient. */
export function usually(room: RoomDetails, myId: string): string[] {
  const others = othersIn(room, myId);
  return others.length === 1 ? others : others.filter((id) => id === room.patient.personId);
}

/**
 * What is wrong with so many others.
 *
 * @param tooMany the code for too many
 */
export function peopleFault<Code extends string>(
  count: number,
  tooMany: Code,
): "missing" | Code | undefined {
  if (count === 0) return "missing";
  return count < MOST_PEOPLE ? undefined : tooMany;
}
