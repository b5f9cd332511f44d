import { expect, test } from "vitest";
import type { Message } from "../contracts/conversation";
import { NONE, rangesOf, type Ranges } from "./ranges";
import { unreadBefore } from "./unreadBefore";

const ARE = "are";

function of(read: Ranges, mine: number[] = []) {
  const messages = mine.map((seq) => ({ seq, senderId: ARE }) as Message);
  return { messages, read: new Map([[ARE, read]]) };
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

test("a long message that came while one was at the end is unread when a later one is read", () => {
  expect(unreadBefore(of([[2, 2]]), NONE, ARE, 2)).toEqual([[1, 1]]);
});

test("who came late has not read what was written before", () => {
  expect(unreadBefore(of([[400, 410]]), NONE, ARE, 400)).toEqual([[1, 399]]);
});

test("of who has as many stretches as are kept, nothing is said of the room before the first", () => {
  const stretches = Array.from({ length: 1_000 }, (_, it) => [100 + 2 * it, 100 + 2 * it] as const);
  expect(unreadBefore(of(stretches), NONE, ARE, 103)).toEqual([[101, 101]]);
});

test("who has read nothing has everything before", () => {
  expect(unreadBefore(of(NONE), NONE, ARE, 31)).toEqual([[1, 30]]);
  expect(unreadBefore(of(NONE), NONE, ARE, 1)).toEqual([]);
});
