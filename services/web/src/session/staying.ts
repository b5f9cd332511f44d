import type { Ended } from "./session";

/*
 * A session ends when its person has done nothing for a while, whatever her browser does meanwhile.
 * So the server is told when she does something, and of nothing else.
 */

/** How long what somebody does goes on counting before the next act is told. */
export const TOLD_EVERY = 60_000;

/** Milliseconds between two attempts when the end is near, or one of them failed. */
export const AGAIN_AFTER = 5_000;

/** How long before the end she is told of it: WCAG 2.2.1 asks for 20 seconds at least. */
export const TOLD_BEFORE = 120_000;

/**
 * Only people do these; pages scroll and focus by themselves too. A tap counts when the finger is
 * lifted: what it touched is there until then, and what lies below that is not tapped.
 */
export const ACTS = ["pointerup", "keydown", "wheel", "touchmove"] as const;

/** Milliseconds by which the server's end of a session and ours may differ. */
const ABOUT = 5_000;

/** How long a session lasts. */
export interface Lasts {
  /** When it ends if nothing more is done, in milliseconds by this device's own clock. */
  endsAt: number;
  /** Whether doing something moves that. */
  mayStay: boolean;
}

/** By the server's seconds: clocks of old phones are wrong. */
export function lastsFrom(answer: { secondsLeft: number; mayStay: boolean }): Lasts {
  return { endsAt: Date.now() + answer.secondsLeft * 1000, mayStay: answer.mayStay };
}

export function endsSoon({ endsAt }: Lasts): boolean {
  return endsAt - Date.now() <= TOLD_BEFORE;
}

/** Why a session that the server no longer knows is over, as far as its time can tell. */
export function whyEnded({ endsAt, mayStay }: Lasts): Ended {
  if (Date.now() < endsAt - ABOUT) return "elsewhere";
  return mayStay ? "idle" : "too-long";
}
