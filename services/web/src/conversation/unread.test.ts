import { expect, test } from "vitest";
import { Unread } from "./unread";

const TOLD = { roomId: "room", lastSeq: 300, readSeq: 10, own: [299, 300], ownBefore: 280 };

test("what is not new is not counted, however much there is of it", () => {
  const unread = new Unread();
  unread.reset([TOLD]);
  expect(unread.count("room")).toBe(8);
  unread.activity("room", 301, false);
  expect(unread.count("room")).toBe(9);
});

test("who has read to the end has nothing new", () => {
  const unread = new Unread();
  unread.reset([TOLD]);
  unread.read("room", 300);
  expect(unread.count("room")).toBe(0);
  unread.activity("room", 301, false);
  expect(unread.count("room")).toBe(1);
});

test("what was heard before she was let in anew does not count twice", () => {
  const unread = new Unread();
  unread.reset([TOLD]);
  unread.letIn({ ...TOLD, readSeq: 300, own: [], ownBefore: 0 });
  expect(unread.count("room")).toBe(0);
});
