import { cleanup, fireEvent, screen } from "@testing-library/react";
import { Route, Routes, useNavigate } from "react-router";
import { afterEach, expect, test, vi } from "vitest";
import type { Action, LogEntry } from "../contracts/access-log";
import { ARE, renderFor, serverAnswers, type Asked } from "../shell/test-room";
import { AccessLogScreen } from "./AccessLogScreen";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

let seq = 0;

function entry(action: Action, name: string, at: string, more: Partial<LogEntry> = {}): LogEntry {
  seq += 1;
  const ids = { seq, entryId: `${seq}`, recordedAt: at, hash: "" };
  const agent = { personId: name, name };
  return { ...ids, at, action, outcome: "SUCCESS", agent, details: {}, ...more };
}

function Start() {
  const navigate = useNavigate();
  return <button onClick={() => void navigate("/rooms/room/seen")}>Go</button>;
}

async function lines(items: LogEntry[], nextBefore: number | null = null): Promise<Asked[]> {
  const asked = serverAnswers(() => ({ items, nextBefore }));
  await renderFor(
    ARE,
    <Routes>
      <Route path="/" element={<Start />} />
      <Route path="rooms/:roomId/seen" element={<AccessLogScreen />} />
    </Routes>,
  );
  fireEvent.click(screen.getByText("Go"));
  await screen.findAllByRole("listitem");
  return asked;
}

/** The first line, as it stands there before it is opened. */
function told(): string {
  const line = screen.getAllByRole("listitem")[0];
  return (line?.querySelector("summary") ?? line)?.textContent ?? "";
}

const ranges = { details: { fromSeq: 3, toSeq: 7 } };

test("R6: who opened once and sat still was there once", async () => {
  await lines([
    entry("ROOM_REFRESHED", "Vera", "2026-11-22T08:05:00Z", { details: { count: 9 } }),
    entry("ROOM_VIEWED", "Vera", "2026-11-22T08:00:00Z"),
  ]);

  expect(told()).toMatch(/^Vera (var inne|looked in)\d\d:/);
  expect(told()).not.toMatch(/9 ganger|9 times/);
});

test("R6: what was fetched though nobody opened the room is told as what it is", async () => {
  await lines([entry("ROOM_REFRESHED", "Nils", "2026-11-22T08:05:00Z", { details: { count: 9 } })]);

  expect(told()).toMatch(/hentet opplysninger om rommet 9 ganger|fetched details .* 9 times/);
});

test("a view that is under way says so, and brought no message that it did not bring", async () => {
  await lines([
    entry("MESSAGES_VIEWED", "Vera", "2026-11-22T08:00:00Z", { details: { fromSeq: 6, toSeq: 5 } }),
  ]);

  expect(told()).toMatch(/har samtalen åpen|has the conversation open/);
  expect(told()).toMatch(/–(nå|now)/);
  expect(told()).not.toMatch(/1 melding|1 message|leste|read/);
});

test("a view that is over says how many messages were given, and from when to when", async () => {
  const until = "2026-11-22T08:20:00Z";
  await lines([entry("MESSAGES_VIEWED", "Vera", "2026-11-22T08:00:00Z", { ...ranges, until })]);

  expect(told()).toMatch(/(fikk 5 meldinger|given 5 messages)/);
  expect(told()).not.toMatch(/samtalen åpen|conversation open|–nå|–now/);
});

test("R8: an auditor's searches are one line with her reason", async () => {
  const details = { reason: "Klage fra pasient, sak 12" };
  await lines([
    entry("LOG_SEARCHED", "Anne", "2026-11-22T08:01:00Z", { details }),
    entry("LOG_SEARCHED", "Anne", "2026-11-22T08:00:00Z", { details }),
  ]);

  expect(told()).toMatch(/(2 ganger|2 times).*Klage fra pasient, sak 12/);
});

test("an organisation that ended somebody's role did it itself, and is named once", async () => {
  const organisation = { organisationId: "askøy", name: "Askøy kommune" };
  await lines([
    entry("SEAT_REMOVED", "Askøy kommune", "2026-11-22T08:00:00Z", {
      agent: { personId: "askøy", name: "Askøy kommune", organisation },
      details: { personName: "Vera" },
    }),
  ]);

  expect(told().match(/Askøy kommune/g)).toHaveLength(1);
});

test("his own looks are asked for only where he wants them, and sums are of what is here", async () => {
  const asked = await lines([entry("ROOM_VIEWED", "Vera", "2026-11-22T08:00:00Z")], 7);

  expect(asked.map(({ path }) => path)).toEqual(["/api/access-log/rooms/room?limit=50&own=false"]);
  expect(document.body.textContent).toMatch(/bare det som er hentet|of what has been fetched/);
  fireEvent.click(screen.getByRole("checkbox"));
  await vi.waitFor(() => {
    expect(asked.at(-1)?.path).toBe("/api/access-log/rooms/room?limit=50&own=true");
  });
});
