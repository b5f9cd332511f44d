import type { Conversation } from "./conversation";
import { NONE, rangesOf, withRanges, without, type Ranges } from "./ranges";

type Read = Pick<Conversation, "messages" | "read">;

/** As many stretches as the server keeps: of who has them all it may have let the first go. */
const KEPT = 1_000;

/**
 * What a person has not read of what others wrote before a message.
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
  const from = known.length < KEPT ? 1 : (known[0]?.[0] ?? 1);
  const left = from < before ? without([[from, before - 1]], known) : NONE;
  // Asked with every row that comes into sight: there mostly is nothing.
  if (left.length === 0) return NONE;
  const own = rangesOf(messages.filter((it) => it.senderId === myId).map(({ seq }) => seq));
  return without(left, own);
}
