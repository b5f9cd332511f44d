import type { Message } from "../contracts/conversation";
import { isRow, withQuiet } from "./kinds";
import { questionOf, type Question } from "./questions";
import { has, without, type Ranges } from "./ranges";

/**
 * What has been read where these were on the screen: what is no row of its own is passed with the row
 * before it. How a question stands is read where it was on the screen itself, if it is for her: what
 * another asks her, promises her, or has settled for her without an answer. Until then what stood before
 * is not passed either, so that she is not taken to have seen it. How others' questions stand, and what
 * she said herself, is passed.
 *
 * What is read furthest counts as having come there. So a question that is seen at its message is
 * told of once the last that another wrote before it has been read.
 */
export function passedWith(ranges: Ranges, messages: readonly Message[], myId: string): Ranges {
  const hers = forHerToSee(messages, myId);
  const leaps = hers.filter((it) => has(ranges, it.seq) && leapsOver(it, ranges, messages, myId));
  const told = leaps.reduce((all, { seq }) => without(all, [[seq, seq]]), ranges);
  const unseen = new Set(hers.filter((it) => !has(told, it.seq)).map((it) => it.about));
  return withQuiet(
    told,
    messages.filter((it) => it.kind !== "QUESTION" || !unseen.has(it.about)),
  );
}

/** The entries by which others say something to her of a question, as long as that is how it stands. */
function forHerToSee(messages: readonly Message[], myId: string): Message[] {
  const newest = new Map<number, Message>();
  for (const message of messages) {
    const { kind, about, seq } = message;
    if (kind !== "QUESTION" || about === undefined) continue;
    if (seq > (newest.get(about)?.seq ?? 0)) newest.set(about, message);
  }
  return [...newest.values()].filter((it) => {
    const question = it.senderId === myId ? undefined : questionOf(it);
    return question !== undefined && isFor(question, myId);
  });
}

/** An answer is a message itself, and seen as one. */
function isFor({ state, addresseeId, askedById, answer }: Question, myId: string): boolean {
  if (state === "OPEN") return addresseeId === myId;
  return askedById === myId && !answer;
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
