import { expect, test } from "vitest";
import { isOver } from "./when";

test.each([
  [{ day: "2026-11-17" }, "2026-11-17T23:00:00Z"],
  [{ day: "2026-06-17" }, "2026-06-17T22:00:00Z"],
  [{ day: "2026-11-17", from: "10:00" }, "2026-11-17T09:00:00Z"],
  [{ day: "2026-06-17", from: "10:00" }, "2026-06-17T08:00:00Z"],
  [{ day: "2026-11-17", from: "10:00", to: "11:00" }, "2026-11-17T10:00:00Z"],
  // The days on which the clocks change.
  [{ day: "2027-03-28", from: "10:00" }, "2027-03-28T08:00:00Z"],
  [{ day: "2026-10-25", from: "10:00" }, "2026-10-25T09:00:00Z"],
])("%o is over at %s, and not before", (when, at) => {
  expect(isOver(when, Date.parse(at))).toBe(true);
  expect(isOver(when, Date.parse(at) - 1)).toBe(false);
});
