import type { Asks } from "./amending";
import type { Question } from "./questions";

/**
 * A question has its answer.
 *
 * @param answer the place of the message that answers it, if one does
 */
export function settled(question: Question, answer?: number): Asks {
  const by = answer === undefined ? {} : { answer };
  return { ...asItStands(question), state: "ANSWERED", ...by };
}

/** What does not change as it goes on: said anew each time, so that nobody who was faster is talked over. */
export function asItStands({
  about,
  seq,
  askedById,
  addresseeId,
  wantedBy,
}: Question): Omit<Asks, "state"> {
  const day = wantedBy === undefined ? {} : { wantedBy };
  return { kind: "QUESTION", about, askedById, addresseeId, ...day, follows: seq };
}
