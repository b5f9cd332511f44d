import type { Conversation } from "./conversation";
import { isRow } from "./kinds";
import { NONE, rangesOf, withRanges, without, type Ranges } from "./ranges";

type Read = Pick<Conversation, "messages" | "read" | "own" | "wholeFrom">;

/**
 * What a person has not read of what others wrote before a message; nothing of what lies before
 * that from which it is known.
 *
 * @param seen what was on this screen, also where the server has not heard of it yet
 */
export function unreadBefore(
  { messages, read, own, wholeFrom }: Read,
  seen: Ranges,
  myId: string,
  before: number,
): Ranges {
  if (before <= wholeFrom) return NONE;
  const known = withRanges(read.get(myId) ?? NONE, seen);
  const left = without([[wholeFrom, before - 1]], known);
  // Asked with every row that comes into sight: there mostly is nothing.
  if (left.length === 0) return NONE;
  const never = messages.filter((it) => it.senderId === myId || !isRow(it));
  return without(without(left, rangesOf(never.map(({ seq }) => seq))), own);
}
