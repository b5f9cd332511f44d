import { expect, test } from "vitest";
import { whenMarked, withMarkTime, type MarkTimes } from "./markTimes";

function mark(fromSeq: number, seq: number, at: string, exact?: boolean) {
  return { personId: "vera", fromSeq, seq, at, ...(exact !== undefined && { exact }) };
}

function vera(...marks: ReturnType<typeof mark>[]) {
  return marks.reduce<MarkTimes>(withMarkTime, new Map()).get("vera") ?? [];
}

test("what was told once more is there once", () => {
  expect(vera(mark(1, 2, "T10", true), mark(1, 2, "T10", true))).toHaveLength(1);
});

test("when it was read, not when it was known to be at the latest", () => {
  const times = vera(mark(1, 9, "T12", false), mark(4, 4, "T10", true), mark(5, 5, "T09", true));
  expect(whenMarked(times, 4)).toMatchObject({ at: "T10", exact: true });
  expect(whenMarked(times, 3)).toMatchObject({ at: "T12", exact: false });
  expect(whenMarked(times, 10)).toBeUndefined();
});

test("a server of the version before says when at the latest", () => {
  expect(whenMarked(vera(mark(1, 4, "T12")), 2)).toMatchObject({ at: "T12", exact: false });
});

test("what is read twice was read the first time", () => {
  const times = vera(mark(3, 9, "T12", true), mark(1, 5, "T10", true));
  expect(whenMarked(times, 4)?.at).toBe("T10");
});
