import { codeOf, type Code } from "../gateway/refusal";
import type { Answer } from "./answer";

/*
 *   given ──▶ sending ──the server's yes──▶ done
 *             │  ▲  └──its no──▶ looking ──it is so──▶ done
 *   no answer │  │                │  ▲ └──it is not──▶ failed ──tried again──▶ sending
 *             ▼  │ the network    ▼  │
 *            waiting            waiting       left by a page that was closed ──▶ looking
 */
export type Progress =
  | { kind: "sending" }
  /** The server is asked how the room stands. */
  | { kind: "looking" }
  /** Goes on by itself when there is a network. */
  | { kind: "waiting" }
  /**
   * The server has said no, and it is not so. `error`: why, where that is known. `later`: what it was
   * to end has begun anew since, and nothing is sent.
   */
  | { kind: "failed"; error?: unknown; later?: boolean }
  /** It is so. Told where somebody has been told before that it is not, or not yet. */
  | { kind: "done" };

export const WAITING: Progress = { kind: "waiting" };

export interface Given {
  readonly answer: Answer;
  readonly progress: Progress;
  /** It may have reached the server without its answer having come here. */
  readonly unsure: boolean;
  /** The next attempt only asks how the room stands, and does not send. */
  readonly looks: boolean;
  /** The attempt that is under way is one that nobody has pressed for. */
  readonly byItself?: boolean | undefined;
  /** Under way is a look at the room, before it is sent once more. */
  readonly looksFirst?: boolean | undefined;
  /** The server is there, and could not say how it stands: so it is not sent yet. */
  readonly unseen?: boolean;
  /** The server is there, and has not said for long how it stands: it can be sent all the same. */
  readonly cannotLook?: boolean;
  /** It is only looked after, and its person has seen that: nothing is told before more is known. */
  readonly quiet?: boolean;
}

/**
 * It waits, or is tried once more after its person has been told that it may not have come through:
 * she sees one state, whatever each attempt does.
 */
export function goesOnByItself(given: Given | undefined): boolean {
  const toldBefore = given?.unsure === true || given?.looksFirst === true;
  const triedAgain = isQuick(given) && given?.byItself === true && toldBefore;
  return given?.progress.kind === "waiting" || triedAgain;
}

/** As its person sees it: one state, whatever each attempt does. */
export function asSeen<One extends Given>(given: One): One {
  return goesOnByItself(given) ? { ...given, progress: WAITING } : given;
}

/** It goes on by itself, and not only to look. */
export function isToBeSent(given: Given): boolean {
  return goesOnByItself(given) && !given.looks;
}

/** It is over in a moment, one way or the other. */
export function isQuick(given: Given | undefined): boolean {
  return given?.progress.kind === "sending" || given?.progress.kind === "looking";
}

/** What was answered is a text that is another one by now: it has to be read first. */
export function isOutdated(given: Given | undefined): boolean {
  return failedWith(given) === "consent-text-outdated";
}

/** The room is no longer what the page showed: it has to be looked at again. */
export function isOfAnotherRoom(given: Given | undefined): boolean {
  return failedWith(given) === "consent-page-outdated";
}

/** Another answer came first: who is in the room by now is seen there. */
export function isOvertaken(given: Given | undefined): boolean {
  return failedWith(given) === "approval-already-answered";
}

/** It is done once its person has signed in anew. */
export function needsFreshLogin(given: Given | undefined): boolean {
  return failedWith(given) === "fresh-login-required";
}

function failedWith(given: Given | undefined): Code | undefined {
  return given?.progress.kind === "failed" ? codeOf(given.progress.error) : undefined;
}
