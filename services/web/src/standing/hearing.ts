import type { Conversation } from "../conversation/conversation";

export type Opened = Pick<Conversation, "roomId" | "messages" | "lastSeq" | "doubt">;

/**
 * What the rooms that are open say: the same list as the last time where nothing in it is another, for
 * each frame that comes makes the rooms anew.
 */
export function hearing<Heard>(
  said: (room: Opened) => Heard,
): (opened: readonly Opened[]) => readonly Heard[] {
  let rooms: readonly Opened[] = [];
  let heard: readonly Heard[] = [];
  return (opened) => {
    if (opened.length === rooms.length && opened.every((it, i) => isSame(it, rooms[i])))
      return heard;
    rooms = opened;
    heard = opened.map(said);
    return heard;
  };
}

function isSame(one: Opened, other: Opened | undefined): boolean {
  return (
    one.roomId === other?.roomId &&
    one.messages === other.messages &&
    one.lastSeq === other.lastSeq &&
    one.doubt === other.doubt
  );
}
