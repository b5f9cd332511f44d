import { expect, test } from "vitest";
import type { Action, LogEntry } from "../contracts/access-log";
import {
  fold,
  isUnderWay,
  messagesIn,
  periodOf,
  refreshesAlone,
  timesIn,
  timesOf,
  type Line,
} from "./fold";

function entry(action: Action, name: string, at: string, details = {}): LogEntry {
  const ids = { seq: 1, entryId: at + name, recordedAt: at, hash: "" };
  return { ...ids, at, action, outcome: "SUCCESS", agent: { personId: name, name }, details };
}

const ofDay = [
  entry("LOG_VIEWED", "Are", "2026-11-22T09:00:00Z"),
  entry("ROOM_VIEWED", "Vera", "2026-11-22T08:00:00Z"),
  entry("MESSAGES_VIEWED", "Vera", "2026-11-22T08:00:00Z", { fromSeq: 3, toSeq: 7 }),
  entry("MESSAGE_SENT", "Vera", "2026-11-22T07:30:00Z"),
  entry("ROOM_VIEWED", "Are", "2026-11-22T07:00:00Z"),
  entry("MESSAGE_SENT", "Vera", "2026-11-22T06:30:00Z"),
  entry("ROOM_VIEWED", "Vera", "2026-11-22T06:00:00Z"),
  entry("MESSAGES_VIEWED", "Vera", "2026-11-22T06:00:00Z", { fromSeq: 1, toSeq: 4 }),
];

test("R8: how often one has looked is one line; nothing of it is left out", () => {
  const lines = fold(ofDay);
  expect(lines.map((line) => [line[0].agent.name, line.length])).toEqual([
    ["Are", 2],
    ["Vera", 4],
    ["Vera", 1],
    ["Vera", 1],
  ]);
  expect(new Set(lines.flat())).toEqual(new Set(ofDay));
});

test("R8: a refused view and what somebody did stand for themselves", () => {
  const refused: LogEntry = {
    ...entry("ROOM_VIEWED", "Nils", "2026-11-22T05:00:00Z"),
    outcome: "REFUSED",
  };
  const entries = [refused, refused, ...ofDay.filter(({ action }) => action === "MESSAGE_SENT")];
  expect(fold(entries).map(({ length }) => length)).toEqual([1, 1, 1, 1]);
});

test("R8: who tries again and again is one line that says how often", () => {
  const refused = (name: string, code: string, at: string, count?: number): LogEntry => ({
    ...entry("REFUSED", name, at, { code, ...(count && { count }) }),
    outcome: "REFUSED",
  });
  const lines = fold([
    refused("Nils", "room-unknown", "2026-11-22T09:20:00Z", 300),
    refused("Frida", "room-unknown", "2026-11-22T09:15:00Z"),
    refused("Nils", "not-allowed", "2026-11-22T09:11:00Z"),
    refused("Nils", "room-unknown", "2026-11-22T09:10:00Z", 40),
    refused("Nils", "room-unknown", "2026-11-22T09:00:00Z"),
    ...ofDay,
  ]);
  expect(lines.slice(0, 3).map((line) => [line[0].agent.name, timesIn(line)])).toEqual([
    ["Nils", 341],
    ["Frida", 1],
    ["Nils", 1],
  ]);
  expect(lines.length).toBe(3 + fold(ofDay).length);
});

test("a visit counts once, and a message once however often it was brought", () => {
  const views = fold(ofDay)[1] ?? [];
  expect(timesOf("ROOM_VIEWED", views)).toBe(2);
  expect(messagesIn(views)).toBe(7);
});

test.each([
  [[[1, 0]], 0],
  [[[3, 7]], 5],
  [
    [
      [5, 9],
      [1, 3],
      [2, 6],
    ],
    9,
  ],
  [
    [
      [1, 9],
      [2, 3],
      [9, 10],
    ],
    10,
  ],
  [
    [
      [8, 9],
      [1, 2],
    ],
    4,
  ],
])("messages of views %j are counted once: %i", (ranges, count) => {
  const views = ranges.map(([fromSeq, toSeq]) =>
    entry("MESSAGES_VIEWED", "Vera", "2026-11-22T08:00:00Z", { fromSeq, toSeq }),
  );
  expect(messagesIn(views)).toBe(count);
});

test("R8: no entry, whatever it says, keeps the others from being shown", () => {
  const endless = entry("MESSAGES_VIEWED", "Vera", "2026-11-22T08:00:00Z", {
    fromSeq: 1,
    toSeq: Number.MAX_SAFE_INTEGER,
  });
  expect(messagesIn([endless, endless])).toBe(Number.MAX_SAFE_INTEGER);
});

test("R8: who looks all the time has been there as often as the count says, from first to last", () => {
  const looked = entry("ROOM_VIEWED", "Vera", "2026-11-22T09:00:00Z", { count: 360 });
  const read = entry("MESSAGES_VIEWED", "Vera", "2026-11-22T09:01:00Z", { fromSeq: 1, toSeq: 2 });
  const once = entry("ROOM_VIEWED", "Vera", "2026-11-22T08:00:00Z");
  const line: Line = [read, { ...looked, until: "2026-11-22T09:03:00.250Z" }, once];

  expect(fold(line)).toEqual([line]);
  expect(timesOf("ROOM_VIEWED", line)).toBe(361);
  expect(periodOf(line)).toEqual({
    from: "2026-11-22T08:00:00Z",
    until: "2026-11-22T09:03:00.250Z",
  });
});

test("R6: what her browser fetched while she was there is of her visit, and makes it no longer", () => {
  const opened = entry("ROOM_VIEWED", "Vera", "2026-11-22T08:00:00Z");
  const fetched = entry("ROOM_REFRESHED", "Vera", "2026-11-22T08:05:00Z", { count: 9 });
  const line: Line = [{ ...fetched, until: "2026-11-22T08:14:00Z" }, opened];

  expect(fold(line)).toEqual([line]);
  expect(timesOf("ROOM_VIEWED", line)).toBe(1);
  expect(refreshesAlone(line)).toBe(0);
  expect(periodOf(line)).toEqual({ from: "2026-11-22T08:00:00Z", until: "2026-11-22T08:00:00Z" });
});

test("R6: nobody hides behind the word: what was fetched with no visit before it is told", () => {
  const early = entry("ROOM_REFRESHED", "Nils", "2026-11-22T07:00:00Z", { count: 3 });
  const opened = entry("ROOM_VIEWED", "Nils", "2026-11-22T08:00:00Z");
  const late = entry("ROOM_REFRESHED", "Nils", "2026-11-22T09:00:00Z");

  expect(refreshesAlone([late, early])).toBe(4);
  expect(refreshesAlone([late, opened, early])).toBe(3);
  expect(periodOf([late, early])).toEqual({ from: early.at, until: late.at });
});

test("a view is under way until its end is there, and what brought nothing brought nothing", () => {
  const open = entry("MESSAGES_VIEWED", "Vera", "2026-11-22T08:00:00Z", { fromSeq: 6, toSeq: 5 });

  expect(isUnderWay(open)).toBe(true);
  expect(isUnderWay({ ...open, until: "2026-11-22T08:01:00Z" })).toBe(false);
  expect(isUnderWay(entry("ROOM_VIEWED", "Vera", "2026-11-22T08:00:00Z"))).toBe(false);
  expect(messagesIn([open])).toBe(0);
});
