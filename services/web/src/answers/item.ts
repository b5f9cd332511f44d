import { codeOf, Refusal } from "../gateway/refusal";
import { isEnding, type Lying } from "./answer";
import type { Given } from "./given";
import { LOOKS_IN_VAIN, mayBeHeardUntil } from "./times";

/** One answer, with all that is known of what has become of it. */
export interface Item extends Given, Lying {
  readonly refusedWith?: unknown;
  /** Somebody has been told that it is not so, or not yet. */
  readonly toldNot?: boolean | undefined;
  /** How often in a row the server has been there, and could not say how it stands. */
  readonly inVain?: number;
}

/** The screen that asks shows how the room is by now. */
export const OF_ANOTHER_ROOM = new Refusal({ code: "consent-page-outdated", status: 409 });

/** As one that waits: nobody has said yet what has become of it. `error`: what came instead. */
export function thatWaits(item: Item, error: unknown): Item {
  const sent = !item.looks && !item.looksFirst;
  const isThere = error !== undefined && codeOf(error) !== "network-unavailable";
  const inVain = sent ? 0 : (item.inVain ?? 0) + Number(isThere);
  return {
    ...item,
    heardUntil: sent ? mayBeHeardUntil() : item.heardUntil,
    unsure: item.unsure || sent,
    toldNot: true,
    looksFirst: false,
    inVain,
    unseen: !sent && isThere,
    cannotLook: isEnding(item.answer) && inVain >= LOOKS_IN_VAIN,
  };
}
