import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isToBeHeard, isToGo, isWithin, mayBeHeardUntil } from "./times";

const MINUTE = 60_000;

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

/** The device finds its network, and sets its clock by that. */
const clockIsSet = (millis: number) => vi.setSystemTime(Date.now() + millis);

test.each([
  ["not at all", 0, true],
  ["back by four minutes", -4 * MINUTE, true],
  ["back by an hour", -60 * MINUTE, false],
  ["forward by two minutes", 2 * MINUTE, false],
])(
  "R4: what was sent a moment ago may still be heard, by a clock that was set since: %s",
  (_, millis, may) => {
    const until = mayBeHeardUntil();
    clockIsSet(millis);
    expect(isToBeHeard(until)).toBe(may);
  },
);

test("what lies further ahead than it can is from a clock that was ahead", () => {
  expect(isToGo(Date.now() + 12 * 60 * MINUTE)).toBe(true);
  expect(isToGo(Date.now() + 12 * 60 * MINUTE + 1)).toBe(false);
  expect(isToGo(Date.now())).toBe(false);
});

test("what is still to come was not lately", () => {
  expect(isWithin(Date.now(), MINUTE)).toBe(true);
  expect(isWithin(Date.now() - MINUTE - 1, MINUTE)).toBe(false);
  expect(isWithin(Date.now() + 1, MINUTE)).toBe(false);
});
