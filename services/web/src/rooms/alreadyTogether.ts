import type { RoomSummary } from "../contracts/rooms";
import { folded, isOver } from "./order";

/** Enough of a name to tell one person from another. */
const FEWEST_WORDS = 2;

/**
 * The rooms in which one helps somebody of this name, as far as it has been typed: that it is the
 * same person only the number says, which no list holds (R9).
 */
export function alreadyTogether(typedName: string, rooms: readonly RoomSummary[]): RoomSummary[] {
  const typed = wordsOf(typedName);
  if (typed.length < FEWEST_WORDS) return [];
  return rooms.filter((room) => {
    const words = wordsOf(room.patient.name);
    return room.me.part === "HELPER" && !isOver(room) && typed.every((it) => words.includes(it));
  });
}

function wordsOf(name: string): string[] {
  return folded(name)
    .split(/[\s\p{Z}-]+/u)
    .filter((it) => it !== "");
}
