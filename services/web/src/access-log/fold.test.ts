import { expect, test } from "vitest";
import type { Action, LogEntry, Sum } from "../contracts/access-log";
import { fold, isUnderWay, messagesIn, sumOf, timesOf } from "./fold";

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
    ["Vera", 2],
  ]);
  expect(new Set(lines.flat())).toEqual(new Set(ofDay));
});

test("R8: a refused view and what somebody did stand for themselves", () => {
  const refused: LogEntry = {
    ...entry("ROOM_VIEWED", "Nils", "2026-11-22T05:00:00Z"),
    outcome: "REFUSED",
  };
  const entries = [refused, refused, ...ofDay.filter(({ action }) => action === "MESSAGE_SENT")];
  expect(fold(entries).map(({ length }) => length)).toEqual([1, 1, 2]);
});

test("R8: what was written in a row is one line", () => {
  const wrote = (name: string, minute: number) =>
    entry("MESSAGE_SENT", name, `2026-11-22T07:${minute}:00Z`);
  const entries = [
    wrote("Vera", 50),
    entry("MESSAGES_VIEWED", "Are", "2026-11-22T07:49:00Z"),
    wrote("Kari", 45),
    entry("MESSAGES_VIEWED", "Are", "2026-11-22T07:44:00Z"),
    wrote("Kari", 40),
    wrote("Vera", 35),
    wrote("Vera", 30),
  ];
  const lengths = fold(entries).map((line) => `${line[0].agent.name} ${line.length}`);
  expect(lengths).toEqual(["Vera 1", "Are 2", "Kari 2", "Vera 2"]);
});

test("R8: a short answer is no message, and several in a row are one line of their own", () => {
  const did = (action: "MESSAGE_SENT" | "MESSAGE_ACKNOWLEDGED", minute: number) =>
    entry(action, "Vera", `2026-11-22T07:${minute}:00Z`);
  const entries = [
    did("MESSAGE_SENT", 50),
    did("MESSAGE_ACKNOWLEDGED", 45),
    did("MESSAGE_ACKNOWLEDGED", 40),
    did("MESSAGE_SENT", 35),
    did("MESSAGE_SENT", 30),
  ];
  const lines = fold(entries).map((line) => `${line[0].action} ${line.length}`);
  expect(lines).toEqual(["MESSAGE_SENT 1", "MESSAGE_ACKNOWLEDGED 2", "MESSAGE_SENT 2"]);
});

test("R8: what she wrote for another organisation is a line of its own", () => {
  const forNav = entry("MESSAGE_SENT", "Vera", "2026-11-22T07:30:00Z");
  const atNav = { ...forNav.agent, organisation: { organisationId: "nav", name: "NAV" } };
  const lines = fold([forNav, { ...forNav, agent: atNav }, { ...forNav, outcome: "REFUSED" }]);
  expect(lines.map(({ length }) => length)).toEqual([1, 1, 1]);
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
  expect(lines.slice(0, 3).map((line) => [line[0].agent.name, line.length])).toEqual([
    ["Nils", 3],
    ["Frida", 1],
    ["Nils", 1],
  ]);
  expect(lines.length).toBe(3 + fold(ofDay).length);
});

test("R8: a line's sum is its person's, for the same organisation and of the same kind", () => {
  const sum = (kind: Sum["kind"], personId: string, more: Partial<Sum> = {}): Sum => ({
    kind,
    personId,
    entries: 1,
    from: "",
    until: "",
    times: 0,
    visits: 0,
    refreshes: 0,
    messages: 0,
    looks: 0,
    underWay: false,
    ...more,
  });
  const veras = sum("VIEWS", "Vera");
  const forNav = sum("VIEWS", "Vera", { organisationId: "nav" });
  const refused = sum("REFUSED", "Vera", { code: "not-allowed" });
  const day = { from: "", to: "", whole: true, sums: [refused, forNav, veras] };
  const viewed = entry("ROOM_VIEWED", "Vera", "2026-11-22T08:00:00Z");
  const atNav = { ...viewed.agent, organisation: { organisationId: "nav", name: "NAV" } };
  const said = (code: string) => entry("REFUSED", "Vera", "2026-11-22T08:00:00Z", { code });

  expect(sumOf([viewed], day)).toBe(veras);
  expect(sumOf([{ ...viewed, agent: atNav }], day)).toBe(forNav);
  expect(sumOf([said("not-allowed")], day)).toBe(refused);
  expect(sumOf([said("room-unknown")], day)).toBeUndefined();
  expect(sumOf([entry("MESSAGE_SENT", "Vera", "2026-11-22T08:00:00Z")], day)).toBeUndefined();
});

test("an entry stands for as many as it says, and a view for the messages that it brought", () => {
  const at = "2026-11-22T08:00:00Z";

  expect(timesOf(entry("ROOM_VIEWED", "Vera", at))).toBe(1);
  expect(timesOf(entry("ROOM_VIEWED", "Vera", at, { count: 360 }))).toBe(360);
  expect(messagesIn(entry("MESSAGES_VIEWED", "Vera", at, { fromSeq: 3, toSeq: 7 }))).toBe(5);
  const withAnswers = { fromSeq: 3, toSeq: 7, messages: 4 };
  expect(messagesIn(entry("MESSAGES_VIEWED", "Vera", at, withAnswers))).toBe(4);
  expect(messagesIn(entry("MESSAGES_VIEWED", "Vera", at, { fromSeq: 1, toSeq: 0 }))).toBe(0);
});

test("a view is under way until its end is there, and what brought nothing brought nothing", () => {
  const open = entry("MESSAGES_VIEWED", "Vera", "2026-11-22T08:00:00Z", { fromSeq: 6, toSeq: 5 });

  expect(isUnderWay(open)).toBe(true);
  expect(isUnderWay({ ...open, until: "2026-11-22T08:01:00Z" })).toBe(false);
  expect(isUnderWay(entry("ROOM_VIEWED", "Vera", "2026-11-22T08:00:00Z"))).toBe(false);
  expect(messagesIn(open)).toBe(0);
});
