import { useState } from "react";
import type { RoomSummary } from "../contracts/rooms";
import { matches } from "./order";

export interface RoomSearch {
  words: string;
  setWords: (words: string) => void;
  /** The rooms that have them, in their order; undefined while nothing is looked for. */
  found: RoomSummary[] | undefined;
}

/** Looks for rooms by what their rows say. */
export function useRoomSearch(rooms: readonly RoomSummary[]): RoomSearch {
  const [words, setWords] = useState("");
  const wanted = words.trim();
  const found = wanted === "" ? undefined : rooms.filter((room) => matches(room, wanted));
  return { words, setWords, found };
}
