import { expect, test } from "vitest";
import { furthest, has, NONE, rangesOf, withRange, withRanges, without } from "./ranges";

test("what touches becomes one, what is apart stays apart", () => {
  expect(withRange([[1, 3]], [4, 6])).toEqual([[1, 6]]);
  expect(withRange([[5, 9]], [1, 3])).toEqual([
    [1, 3],
    [5, 9],
  ]);
  expect(
    withRanges(
      [[1, 2]],
      [
        [8, 9],
        [3, 7],
      ],
    ),
  ).toEqual([[1, 9]]);
  expect(rangesOf([7, 5, 6, 1])).toEqual([
    [1, 1],
    [5, 7],
  ]);
});

test("where nothing is new nothing changes", () => {
  const ranges = [[1, 9]] as const;
  expect(withRange(ranges, [3, 4])).toBe(ranges);
});

test("a hole is no part of what is around it", () => {
  const ranges = rangesOf([1, 2, 3, 60]);
  expect([3, 4, 59, 60].map((seq) => has(ranges, seq))).toEqual([true, false, false, true]);
  expect(furthest(ranges)).toBe(60);
  expect(furthest(NONE)).toBe(0);
});

test("what is left when others are taken away, against one number at a time", () => {
  const some = rangesOf([1, 2, 3, 7, 8, 9, 20]);
  const taken = rangesOf([2, 8, 9, 10, 19]);
  expect(without(some, taken)).toEqual(rangesOf([1, 3, 7, 20]));
  for (let seq = 0; seq < 25; seq++) {
    expect(has(without(some, taken), seq)).toBe(has(some, seq) && !has(taken, seq));
  }
});
