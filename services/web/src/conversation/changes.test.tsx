import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { Period, RoomDetails, Seat } from "../contracts/rooms";
import { startLanguage } from "../language/language";
import { aresRoom } from "../shell/test-room";
import { changesOf } from "./changes";
import { useChangeText } from "./useChangeText";

afterEach(cleanup);

const at = (minute: number) => `2026-11-22T10:0${minute}:00.000Z`;

/** From the minute that has the number of its epoch, to another. */
function period(from: number, to?: number, endedBy: Period["endedBy"] = "ROOM_CLOSED"): Period {
  const began = { start: at(from), startEpoch: from };
  return to === undefined ? began : { ...began, end: at(to), endEpoch: to, endedBy };
}

function seat(personId: string, name: string, periods: Period[]): Seat {
  const part = personId === "are" ? "PATIENT" : "HELPER";
  const person = { personId, name };
  return { seatId: `of ${personId}`, part, status: "ACTIVE", person, changedAt: at(0), periods };
}

const ares = (...periods: Period[]) => seat("are", "Are Nordmann", periods);
const karis = (...periods: Period[]) => seat("kari", "Kari Kommunepsykolog", periods);
const fridas = (...periods: Period[]) => seat("frida", "Frida Fastlege", periods);

function Lines({ room }: { room: RoomDetails }) {
  const text = useChangeText(room);
  return changesOf(room).map((change) => <p key={change.key}>{text(change)}</p>);
}

async function toldTo(personId: string, ...seats: Seat[]): Promise<string[]> {
  await startLanguage();
  const part = personId === "are" ? ("PATIENT" as const) : ("HELPER" as const);
  const me = { seatId: `of ${personId}`, part, status: "ACTIVE" as const };
  render(<Lines room={aresRoom({ me, seats })} />);
  return screen.getAllByText(/./, { selector: "p" }).map((line) => line.textContent);
}

test("a room that opens tells who was let in with it, in one line", async () => {
  const seats = [ares(period(2)), karis(period(2)), fridas(period(3))];
  expect(await toldTo("vera", ...seats)).toEqual([
    "Are Nordmann opened the room. Kari Kommunepsykolog joined.",
    "Frida Fastlege joined.",
  ]);
});

test("that it closed and opened again is told once, and not of each who was in it", async () => {
  const seats = [ares(period(5), period(2, 4)), karis(period(5), period(2, 4))];
  expect(await toldTo("are", ...seats)).toEqual([
    "You opened the room. Kari Kommunepsykolog joined.",
    "You closed the room.",
    "You opened the room again. Kari Kommunepsykolog joined.",
  ]);
});

test("two who come at once are one sentence, and one of them oneself is two", async () => {
  const seats = [ares(period(1)), karis(period(2)), fridas(period(2))];
  expect((await toldTo("are", ...seats)).at(-1)).toBe(
    "Kari Kommunepsykolog and Frida Fastlege joined.",
  );
  cleanup();
  expect((await toldTo("frida", ...seats)).at(-1)).toBe("You joined. Kari Kommunepsykolog joined.");
});

test.each([
  ["LEFT", "vera", "Kari Kommunepsykolog left the room."],
  ["REMOVED", "are", "You removed Kari Kommunepsykolog."],
  ["REMOVED", "vera", "Are Nordmann chose that Kari Kommunepsykolog should no longer be here."],
  ["REMOVED", "kari", "Are Nordmann chose that you should no longer be here."],
  ["ROLE_ENDED", "vera", /^The role of Kari Kommunepsykolog came to an end\./],
] as const)("an end by %s is told to %s in words that fit", async (endedBy, reader, words) => {
  const seats = [ares(period(1)), karis(period(2, 3, endedBy))];
  expect((await toldTo(reader, ...seats)).at(-1)).toMatch(words);
});

test("an older server tells of no periods, and nothing is said", () => {
  const kari = karis();
  delete kari.periods;
  expect(changesOf({ seats: [kari] })).toEqual([]);
});

test("who was let in by a server whose clock is ahead, and removed through another, came first", async () => {
  const skewed = { ...period(3, 4, "REMOVED"), start: at(5), end: at(4) };
  expect(await toldTo("are", ares(period(2)), karis(skewed))).toEqual([
    "You opened the room.",
    "Kari Kommunepsykolog joined.",
    "You removed Kari Kommunepsykolog.",
  ]);
});
