import { expect, test } from "vitest";
import type { Action, LogEntry } from "../contracts/access-log";
import { collapse } from "./collapse";

function entry(action: Action, name: string, at: string): LogEntry {
  const ids = { seq: 1, entryId: at + name, recordedAt: at, hash: "" };
  return { ...ids, at, action, outcome: "SUCCESS", agent: { personId: name, name }, details: {} };
}

test("R8: looking twice in a minute is one line that says so; nothing else is put together", () => {
  const lines = collapse([
    entry("ROOM_VIEWED", "Vera", "2026-11-22T06:00:30Z"),
    entry("ROOM_VIEWED", "Vera", "2026-11-22T06:00:10Z"),
    entry("ROOM_VIEWED", "Frida", "2026-11-22T06:00:05Z"),
    entry("MESSAGE_SENT", "Frida", "2026-11-22T06:00:04Z"),
    entry("MESSAGE_SENT", "Frida", "2026-11-22T06:00:03Z"),
    entry("ROOM_VIEWED", "Frida", "2026-11-22T05:00:03Z"),
  ]);
  expect(lines.map(({ times }) => times)).toEqual([2, 1, 1, 1, 1]);
});
