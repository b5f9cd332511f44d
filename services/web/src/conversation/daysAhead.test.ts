import { expect, test } from "vitest";
import { fridayAfter, isInReach, yearAfter } from "./daysAhead";

test("a year on is as the server counts it", () => {
  expect(yearAfter("2026-11-22")).toBe("2027-11-22");
  expect(yearAfter("2028-02-29")).toBe("2029-02-28");
});

test("Friday is one that is neither today nor tomorrow", () => {
  expect(fridayAfter("2026-11-25")).toBe("2026-11-27");
  expect(fridayAfter("2026-11-26")).toBe("2026-12-04");
  expect(fridayAfter("2026-11-27")).toBe("2026-12-04");
  expect(fridayAfter("2026-11-28")).toBe("2026-12-04");
});

test("a day is in reach from today to a year from now", () => {
  const today = "2026-11-22";
  expect(isInReach("2026-11-21", today)).toBe(false);
  expect(isInReach("2026-11-22", today)).toBe(true);
  expect(isInReach("2027-11-22", today)).toBe(true);
  expect(isInReach("2027-11-23", today)).toBe(false);
  expect(isInReach(undefined, today)).toBe(true);
});
