import { Refusal } from "../gateway/refusal";

/** Milliseconds between two attempts that nobody asked for. */
export const AGAIN_EVERY = 5_000;
/** A network that swallows everything is one that does not answer. */
const ANSWER_WITHIN = 15_000;

/** A device that keeps nothing holds nothing up. */
export const KEPT_WITHIN = 500;

/**
 * How long the server may take to hear what has reached it, long after the gateway has given up: a
 * transaction lasts no longer.
 */
const HEARD_WITHIN = 60_000;

/** A phone that finds its network may set its clock by so much: a "nobody knows" that lasts longer is no lie. */
const SET_BACK = 5 * 60_000;

/**
 * What ends something goes by itself for so long although its page was closed: once the room has been
 * looked at, and only where it ends what its person saw. What he wanted a night ago he is asked.
 */
const GOES_WITHIN = 12 * 60 * 60_000;

/** After so many looks in a row that the server could not answer its person decides: half a minute. */
export const LOOKS_IN_VAIN = 6;

export function goesUntil(): number {
  return Date.now() + GOES_WITHIN;
}

export function mayBeHeardUntil(): number {
  return Date.now() + HEARD_WITHIN;
}

/** Whether it still goes by itself: what lies further ahead than it can is from a clock that was ahead. */
export function isToGo(until: number): boolean {
  return isAhead(until, GOES_WITHIN);
}

/** Whether it may still be heard, as far as a clock can tell that was ahead by no more than minutes. */
export function isToBeHeard(until: number): boolean {
  return isAhead(until, HEARD_WITHIN + SET_BACK);
}

/** Whether it was so lately, and not in what is still to come. */
export function isWithin(at: number, millis: number): boolean {
  const since = Date.now() - at;
  return since >= 0 && since <= millis;
}

function isAhead(until: number, atMost: number): boolean {
  const left = until - Date.now();
  return left > 0 && left <= atMost;
}

/** @throws Refusal where nothing comes for too long */
export async function inTime<Value>(value: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    const silence = new Refusal({ code: "network-unavailable", status: 0 });
    timer = setTimeout(() => fail(silence), ANSWER_WITHIN);
  });
  return Promise.race([value, late]).finally(() => clearTimeout(timer));
}
