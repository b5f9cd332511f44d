import { expect, test } from "vitest";
import type { Message } from "../contracts/conversation";
import { entriesOf } from "./entries";
import { isRow, saidIn, withQuiet } from "./kinds";

function message(seq: number, more: Partial<Message> = {}): Message {
  const at = "2026-11-22T08:00:00Z";
  const ids = { roomId: "room", entryId: `${seq}`, clientId: `c${seq}`, senderId: "vera" };
  const kind = { class: "VISIBLE", kind: "TEXT", format: 1 } as const;
  return { ...ids, seq, ...kind, sentAt: at, accessEpoch: 1, body: "Hei", ...more };
}

test("a text is read, one that does not open is said not to, a kind of tomorrow needs a newer version", () => {
  const sealed = message(1);
  delete sealed.body;
  expect(saidIn(message(1))).toEqual({ kind: "text", body: "Hei" });
  expect(saidIn(sealed)).toEqual({ kind: "unreadable" });
  expect(saidIn(message(1, { kind: "QUESTION" }))).toEqual({ kind: "newer" });
});

test("what has no class is from a server that knew none", () => {
  const old = { ...message(1), class: undefined } as unknown as Message;
  expect(isRow(old)).toBe(true);
});

test("what is no row is passed over, and is no gap", () => {
  const messages = [message(1), message(2, { class: "SILENT", kind: "LEFT" }), message(3)];
  const rows = entriesOf(
    { messages, hasOlder: false, joints: new Set(), outbox: [], newAfter: null },
    "are",
  );
  expect(rows.map(({ kind }) => kind)).toEqual(["message", "message"]);
  const lacking = [message(1), message(3, { class: "AMENDS", kind: "EDIT" }), message(4)];
  const gaps = entriesOf(
    { messages: lacking, hasOlder: false, joints: new Set(), outbox: [], newAfter: null },
    "are",
  );
  expect(gaps.map(({ kind }) => kind)).toEqual(["message", "gap", "message"]);
});

test("what is no row of its own is never the first that is new", () => {
  const messages = [message(1), message(2, { class: "SILENT" }), message(3)];
  const rows = entriesOf(
    { messages, hasOlder: false, joints: new Set(), outbox: [], newAfter: 1 },
    "are",
  );
  expect(rows.map(({ key }) => key)).toEqual(["c1", "new", "c3"]);
});

test("what is no row parts no stretch of what was read", () => {
  const quiet = { class: "SILENT" } as const;
  const messages = [
    message(1, quiet),
    message(2),
    message(3, quiet),
    message(4, quiet),
    message(5),
  ];
  expect(withQuiet([[2, 2]], messages)).toEqual([[1, 4]]);
  expect(withQuiet([[5, 5]], messages)).toEqual([
    [1, 1],
    [5, 5],
  ]);
});
