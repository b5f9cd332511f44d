import { expect, test } from "vitest";
import type { Message } from "../contracts/conversation";
import { NONE, rangesOf, type Ranges } from "./ranges";
import { unreadBefore } from "./unreadBefore";

const ARE = "are";

function of(read: Ranges, mine: number[] = [], { own = NONE, wholeFrom = 1 } = {}) {
  const messages = mine.map((seq) => ({ seq, senderId: ARE }) as Message);
  return { messages, read: new Map([[ARE, read]]), own, wholeFrom };
}

test("who went to the newest has not read what lies between", () => {
  expect(unreadBefore(of([[1, 10]]), rangesOf([59, 60]), ARE, 59)).toEqual([[11, 58]]);
});

test("what was written oneself is read", () => {
  expect(unreadBefore(of([[1, 10]], [12, 13]), NONE, ARE, 15)).toEqual([
    [11, 11],
    [14, 14],
  ]);
});

test("so is it where it is not here", () => {
  const own = rangesOf([5]);
  expect(unreadBefore(of([[1, 4]], [], { own }), rangesOf([6, 7]), ARE, 8)).toEqual([]);
});

test("a long message that came while one was at the end is unread when a later one is read", () => {
  expect(unreadBefore(of([[2, 2]]), NONE, ARE, 2)).toEqual([[1, 1]]);
});

test("who came late has not read what was written before", () => {
  expect(unreadBefore(of([[400, 410]]), NONE, ARE, 400)).toEqual([[1, 399]]);
});

test("of what the server has let go nothing is said, however much is read of what it has", () => {
  const stretches = Array.from({ length: 1_000 }, (_, it) => [100 + 2 * it, 100 + 2 * it] as const);
  const read = of(stretches, [], { wholeFrom: 98 });
  expect(unreadBefore(read, NONE, ARE, 98)).toEqual([]);
  expect(unreadBefore(read, NONE, ARE, 100)).toEqual([[98, 99]]);
  expect(unreadBefore(read, rangesOf([98, 99, 101]), ARE, 103)).toEqual([]);
});

test("who has read nothing has everything before", () => {
  expect(unreadBefore(of(NONE), NONE, ARE, 31)).toEqual([[1, 30]]);
  expect(unreadBefore(of(NONE), NONE, ARE, 1)).toEqual([]);
});
