import { expect, test } from "vitest";
import { whenRead, withReading, type Readings } from "./readings";

function mark(fromSeq: number, seq: number, at: string, exact?: boolean) {
  return { personId: "vera", fromSeq, seq, at, ...(exact !== undefined && { exact }) };
}

function vera(...marks: ReturnType<typeof mark>[]) {
  return marks.reduce<Readings>(withReading, new Map()).get("vera") ?? [];
}

test("what was told once more is there once", () => {
  expect(vera(mark(1, 2, "T10", true), mark(1, 2, "T10", true))).toHaveLength(1);
});

test("when it was read, not when it was known to be at the latest", () => {
  const readings = vera(mark(1, 9, "T12", false), mark(4, 4, "T10", true), mark(5, 5, "T09", true));
  expect(whenRead(readings, 4)).toMatchObject({ at: "T10", exact: true });
  expect(whenRead(readings, 3)).toMatchObject({ at: "T12", exact: false });
  expect(whenRead(readings, 10)).toBeUndefined();
});

test("a server of the version before says when at the latest", () => {
  expect(whenRead(vera(mark(1, 4, "T12")), 2)).toMatchObject({ at: "T12", exact: false });
});

test("what is read twice was read the first time", () => {
  const readings = vera(mark(3, 9, "T12", true), mark(1, 5, "T10", true));
  expect(whenRead(readings, 4)?.at).toBe("T10");
});
