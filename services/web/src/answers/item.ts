import { codeOf, Refusal } from "../gateway/refusal";
import {
  askedAnew,
  goesAfterItsPage,
  isEnding,
  saidNow,
  type Answer,
  type Ends,
  type Found,
  type Lying,
} from "./answer";
import { WAITING, type Given } from "./given";
import { goesUntil, isToBeHeard, LOOKS_IN_VAIN, mayBeHeardUntil } from "./times";

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

/** The server did not hear it, or its answer has not come. */
export function isPassing(error: unknown): boolean {
  return error instanceof Refusal && error.passing;
}

/** It was sent before, and nobody could look what has become of that. */
export function isUnknown({
  unsure,
  cannotLook,
}: {
  unsure: boolean;
  cannotLook?: boolean | undefined;
}): boolean {
  return unsure && cannotLook === true;
}

/** As its person gives it, after what was the answer before. */
export function givenNow(answer: Answer, before: Item | undefined): Item {
  const { toldNot, heardUntil = 0 } = before ?? {};
  const lying = { answer, heardUntil, goesUntil: isEnding(answer) ? goesUntil() : 0 };
  return { ...lying, looks: false, unsure: isToBeHeard(heardUntil), progress: WAITING, toldNot };
}

/** As a page that is closed has left it. */
export function leftBehind(left: Lying): Item {
  // What was never handed to the network has not been heard.
  const unsure = left.heardUntil !== 0;
  // She was told that it is not so yet: what becomes of it is told too.
  const goes = goesAfterItsPage(left);
  return { ...left, looks: !goes, byItself: true, toldNot: goes, unsure, progress: WAITING };
}

/** As its person wants it sent, although nobody can say how it stands. */
export function sentNow(item: Item): Item {
  const now = { answer: saidNow(item.answer), goesUntil: goesUntil() };
  return { ...item, ...now, looks: false, looksFirst: false, byItself: false };
}

/** As one that may have been heard, and is not to be sent again. */
export function onlyLookedAfter(item: Item): Item {
  return { ...answered(item), goesUntil: 0, looks: true, looksFirst: false, byItself: false };
}

/** As one whose person is asked, who sees how it is. */
export function askedAbout(item: Item, found: Found): Item {
  return { ...item, answer: askedAnew(item.answer, found) };
}

/**
 * Whether what is not so, as a look has found, does not become it either: no request is under way any
 * more that would make it so. What has begun anew since is that in any case; a block says of itself alone
 * that it is not there.
 */
export function isKnownNotToBe({ answer, heardUntil }: Item, ends: Ends): boolean {
  return (ends === "later" && answer.kind !== "block") || !isToBeHeard(heardUntil);
}

/** As one that is looked after in silence from now on. */
export function seenByItsPerson(item: Item): Item {
  return { ...item, quiet: true };
}

/** Whether a failure says what its person has seen before: that it is not so, and not sent any more. */
export function isSeenAlready({ quiet, unsure }: Item, later: boolean): boolean {
  return quiet === true && !unsure && !later;
}

/** The server has said something: no look before has been in vain. */
export function answered(item: Item): Item {
  return { ...item, inVain: 0, unseen: false, cannotLook: false };
}

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
