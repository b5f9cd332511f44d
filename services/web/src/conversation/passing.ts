import type { Message } from "../contracts/conversation";
import { isRow, withQuiet } from "./kinds";
import { questionOf } from "./questions";
import { has, without, type Ranges } from "./ranges";

/**
 * What has been read where these were on the screen: what is no row of its own is passed with the row
 * before it. What somebody asks her is read where the question was on the screen itself, so that she is
 * not taken to have seen it; how others' questions stand, and what she said herself, is passed.
 *
 * What is read furthest counts as having come there. So a question that is seen at its message is
 * told of once the last that another wrote before it has been read.
 */
export function passedWith(ranges: Ranges, messages: readonly Message[], myId: string): Ranges {
  const asks = questionsToSee(messages, myId);
  const leaps = asks.filter((it) => has(ranges, it.seq) && leapsOver(it, ranges, messages, myId));
  const told = leaps.reduce((all, { seq }) => without(all, [[seq, seq]]), ranges);
  const alone = new Set(asks);
  return withQuiet(
    told,
    messages.filter((it) => !alone.has(it)),
  );
}

/** The entries by which another asks her something, as long as that is how it stands. */
function questionsToSee(messages: readonly Message[], myId: string): Message[] {
  const newest = new Map<number, Message>();
  for (const message of messages) {
    const { kind, about, seq } = message;
    if (kind !== "QUESTION" || about === undefined) continue;
    if (seq > (newest.get(about)?.seq ?? 0)) newest.set(about, message);
  }
  return [...newest.values()].filter((it) => {
    const question = it.senderId === myId ? undefined : questionOf(it);
    return question?.state === "OPEN" && question.addresseeId === myId;
  });
}

function leapsOver(
  { seq }: Message,
  ranges: Ranges,
  messages: readonly Message[],
  myId: string,
): boolean {
  const before = messages.findLast((it) => isRow(it) && it.seq < seq && it.senderId !== myId);
  return before !== undefined && !has(ranges, before.seq);
}
