import type { Conversation } from "../conversation/conversation";
import { questionsIn } from "../conversation/questions";
import type { Heard } from "./merged";

type Opened = Pick<Conversation, "roomId" | "messages" | "lastSeq" | "doubt">;

/**
 * What the rooms that are open say of questions: the same list as the last time where nothing in it
 * is another, for each frame that comes makes the rooms anew.
 */
export function hearing(): (opened: readonly Opened[]) => readonly Heard[] {
  let rooms: readonly Opened[] = [];
  let heard: readonly Heard[] = [];
  return (opened) => {
    if (opened.length === rooms.length && opened.every((it, i) => isSame(it, rooms[i])))
      return heard;
    rooms = opened;
    heard = opened.map(({ roomId, messages, lastSeq, doubt }) => ({
      roomId,
      questions: questionsIn(messages, lastSeq),
      doubt,
    }));
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
