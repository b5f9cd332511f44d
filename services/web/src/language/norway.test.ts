import { expect, test } from "vitest";
import { daysAfter, todayInNorway } from "./norway";

test("the day is Norway's, in summer and in winter", () => {
  expect(todayInNorway(Date.parse("2026-11-22T22:59:59Z"))).toBe("2026-11-22");
  expect(todayInNorway(Date.parse("2026-11-22T23:00:00Z"))).toBe("2026-11-23");
  expect(todayInNorway(Date.parse("2026-07-01T22:00:00Z"))).toBe("2026-07-02");
});

test("days after, over months, years and the change of the clock", () => {
  expect(daysAfter("2026-11-30", 1)).toBe("2026-12-01");
  expect(daysAfter("2027-01-01", -1)).toBe("2026-12-31");
  expect(daysAfter("2026-10-24", 7)).toBe("2026-10-31");
});
