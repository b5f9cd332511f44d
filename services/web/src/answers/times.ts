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

/** @throws Refusal where nothing comes for too long */
export async function inTime<Value>(value: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    const silence = new Refusal({ code: "network-unavailable", status: 0 });
    timer = setTimeout(() => fail(silence), ANSWER_WITHIN);
  });
  return Promise.race([value, late]).finally(() => clearTimeout(timer));
}
