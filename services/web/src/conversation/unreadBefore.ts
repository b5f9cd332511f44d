import type { Conversation } from "./conversation";
import { NONE, rangesOf, withRanges, without, type Ranges } from "./ranges";

type Read = Pick<Conversation, "messages" | "read">;

/**
 * What a person has not read of what others wrote before a message: from where she began to read,
 * or from the room's beginning where she has read nothing.
 *
 * @param seen what was on this screen, also where the server has not heard of it yet
 */
export function unreadBefore(
  { messages, read }: Read,
  seen: Ranges,
  myId: string,
  before: number,
): Ranges {
  const known = withRanges(read.get(myId) ?? NONE, seen);
  const from = known[0]?.[0] ?? 1;
  const left = from < before ? without([[from, before - 1]], known) : NONE;
  // Asked with every row that comes into sight: there mostly is nothing.
  if (left.length === 0) return NONE;
  const own = rangesOf(messages.filter((it) => it.senderId === myId).map(({ seq }) => seq));
  return without(left, own);
}
