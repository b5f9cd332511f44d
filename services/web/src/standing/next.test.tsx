import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { StandingAppointment } from "../contracts/appointments";
import type { RoomSummary } from "../contracts/rooms";
import { ARE, aresRoom, renderFor, serverAnswers, VERA, type Asked } from "../shell/test-room";
import { NextScreen } from "./NextScreen";
import type { OpenQuestion } from "./merged";
import { UNKNOWN } from "./arranged";

const known = vi.hoisted(() => ({
  questions: [] as unknown[] | undefined,
  appointments: [] as unknown[] | undefined,
  agreements: [] as unknown[] | undefined,
  more: false,
}));
vi.mock("./QuestionsProvider", () => ({
  useQuestions: () => ({ all: known.questions, more: false }),
}));
vi.mock("./AppointmentsProvider", () => ({
  useStandingAppointments: () => ({ ...UNKNOWN, all: known.appointments, more: known.more }),
}));

vi.mock("./AgreementsProvider", () => ({
  useStandingAgreements: () => ({ ...UNKNOWN, all: known.agreements }),
}));

const people = [
  { personId: "are", name: "Are Nordmann", present: true },
  { personId: "sara", name: "Sara Moe", organisationName: "Øyane DPS", present: true },
  { personId: "vera", name: "Vera Veileder", organisationName: "NAV Askøy", present: true },
];

const room = (part: "PATIENT" | "HELPER", change: Partial<RoomSummary> = {}): RoomSummary => ({
  ...aresRoom({ status: "ACTIVE", me: { seatId: "seat", part, status: "ACTIVE" } }),
  people,
  ...change,
});

function appointment(change: Partial<StandingAppointment> = {}): StandingAppointment {
  return {
    ...{ roomId: "room", about: 7, seq: 9, status: "BOOKED", proposedById: "sara" },
    participantIds: ["sara", "are"],
    ...{ waitsForIds: [], lapsed: false, clashes: [], since: "2026-11-20T06:00:00.000Z" },
    ...change,
  };
}

const slot = (day: string) => ({ start: `${day}T10:00`, end: `${day}T10:45` });

/** What the server has at these places of a room. */
function entry(seq: number, day: string, change: object = {}) {
  return {
    ...{ roomId: "room", seq, entryId: `e${seq}`, clientId: `c${seq}`, senderId: "are" },
    ...{ class: "VISIBLE", kind: "APPOINTMENT", format: 1, accessEpoch: 1 },
    ...{ sentAt: "2026-11-20T06:00:00.000Z", status: "BOOKED", description: "Planen videre" },
    ...{ slots: [slot(day)], booked: slot(day), place: "DPS, rom 4" },
    ...{ participantIds: ["sara", "are"], proposedById: "sara", about: 7 },
    ...change,
  };
}

let rooms: RoomSummary[] = [];
let entries: object[] | Response = [];
let told: Response | undefined;
let asked: Asked[] = [];

beforeEach(() => {
  vi.setSystemTime("2026-11-10T10:00:00.000Z");
  rooms = [room("PATIENT")];
  entries = [];
  told = undefined;
  Object.assign(known, { questions: [], appointments: [], agreements: [], more: false });
  asked = serverAnswers(({ path }) => {
    if (path.startsWith("/api/rooms")) return { items: rooms, nextAfter: null };
    if (!path.includes("messages")) return told instanceof Response ? told : { items: [] };
    return entries instanceof Response ? entries : { items: entries, nextBefore: null };
  });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const pages = () => asked.map(({ path }) => path).filter((it) => it.includes("messages"));

test("what is agreed is told with when, what for, with whom and where, and leads to its message", async () => {
  known.appointments = [appointment()];
  entries = [entry(9, "2026-11-17")];
  await renderFor(ARE, <NextScreen />);
  const agreed = await screen.findByRole("region", { name: "Agreed" });
  const way = await within(agreed).findByRole("link", {
    name: /Tuesday 17\. November from 10:00 to 10:45/,
  });
  expect(way.getAttribute("href")).toBe("/rooms/room?m=9");
  within(agreed).getByText("Planen videre", { exact: false });
  within(agreed).getByText("DPS, rom 4");
  within(agreed).getByText("With Sara Moe, Øyane DPS");
});

test("R6: it is that entry alone that is fetched, once", async () => {
  known.appointments = [appointment()];
  entries = [entry(9, "2026-11-17")];
  await renderFor(ARE, <NextScreen />);
  await screen.findByText("DPS, rom 4");
  expect(pages()).toEqual(["/api/conversations/room/messages?before=10&limit=1"]);
});

test("what is agreed stands in the order in which the server tells it, whatever has come first", async () => {
  known.appointments = [appointment({ about: 2, seq: 2 }), appointment({ about: 1, seq: 1 })];
  entries = [entry(1, "2026-12-01"), entry(2, "2026-11-17", { about: 2 })];
  await renderFor(ARE, <NextScreen />);
  await screen.findByRole("link", { name: /1\. December/ });
  const days = screen.getAllByRole("link", { name: /10:00/ }).map((it) => it.textContent);
  expect(days).toEqual([
    expect.stringContaining("17. November"),
    expect.stringContaining("1. December"),
  ]);
});

test("others' meetings are told apart from hers, and with whom it is hers no more whoever has left", async () => {
  known.appointments = [
    appointment({ about: 1, seq: 1, participantIds: ["sara", "vera"] }),
    appointment(),
  ];
  rooms = [
    {
      ...room("PATIENT"),
      people: people.map((it) => ({ ...it, present: it.personId !== "sara" })),
    },
  ];
  entries = [entry(9, "2026-11-17")];
  await renderFor(ARE, <NextScreen />);
  const agreed = await screen.findByRole("region", { name: "Agreed" });
  within(agreed).getByText("No longer taking part: Sara");
  const others = screen.getByRole("region", { name: "Agreed between others" });
  within(others).getByText("For Sara and Vera");
});

test("what nobody can choose any more waits for nobody", async () => {
  known.appointments = [appointment({ status: "PROPOSED", lapsed: true })];
  await renderFor(ARE, <NextScreen />);
  const off = await screen.findByRole("region", { name: "Comes to nothing" });
  within(off).getByRole("link", { name: "Nobody can choose these times any more" });
  expect(screen.queryByRole("region", { name: "Waiting for others" })).toBeNull();
  expect(pages()).toEqual([]);
});

test("of much the first is shown, and no more is fetched than is shown", async () => {
  known.appointments = Array.from({ length: 40 }, (_, it) =>
    appointment({ about: it + 1, seq: it + 1 }),
  );
  await renderFor(ARE, <NextScreen />);
  await screen.findByRole("button", { name: "Show 35 more" });
  await waitFor(() => expect(pages()).toHaveLength(5));
});

test("what held before times were proposed anew, and what of them has passed, is told", async () => {
  known.appointments = [
    appointment({
      ...{ status: "PROPOSED", waitsForIds: ["are"] },
      clashes: [0, 1].map((it) => ({ slot: it, personIds: ["are"] })),
    }),
  ];
  const slots = [slot("2026-11-09"), slot("2026-11-18")];
  entries = [entry(9, "2026-11-17", { status: "PROPOSED", slots })];
  await renderFor(ARE, <NextScreen />);
  await screen.findByText(/Tuesday 17\. November from 10:00 to 10:45.* no longer holds/);
  const times = within(screen.getByRole("list", { name: "When?" }));
  expect(times.getAllByRole("listitem").map((it) => it.textContent)).toEqual([
    expect.stringMatching(/^Monday 9.*This time has passed$/),
    expect.stringMatching(/^Wednesday 18.*Taken then by another appointment: You$/),
  ]);
});

test("times to choose among are told as such, to her who is to choose, and who is taken then", async () => {
  const clashes = [{ slot: 0, personIds: ["are"] }];
  known.appointments = [appointment({ status: "PROPOSED", waitsForIds: ["are"], clashes })];
  const slots = [slot("2026-11-17"), slot("2026-11-18")];
  entries = [entry(9, "2026-11-17", { status: "PROPOSED", booked: undefined, slots })];
  await renderFor(ARE, <NextScreen />);
  const hers = await screen.findByRole("region", { name: "Waiting for you" });
  within(hers).getByRole("link", { name: "Sara proposes times" });
  const times = await within(hers).findByRole("list", { name: "When?" });
  const said = within(times)
    .getAllByRole("listitem")
    .map((it) => it.textContent);
  expect(said).toEqual([
    expect.stringContaining("Taken then by another appointment: You"),
    expect.not.stringContaining("Taken then"),
  ]);
});

test("a helper is told whose room it is, and what waits for others apart from what waits for her", async () => {
  rooms = [room("HELPER")];
  const asks: OpenQuestion = {
    ...{ roomId: "room", about: 3, seq: 4, state: "OPEN", askedById: "are", addresseeId: "vera" },
    ...{ lapsed: false, since: "2026-11-20T06:00:00.000Z" },
  };
  known.questions = [asks];
  known.appointments = [appointment({ status: "PROPOSED", waitsForIds: ["are"] })];
  entries = [entry(9, "2026-11-17", { status: "PROPOSED", booked: undefined })];
  await renderFor(VERA, <NextScreen />);
  const hers = await screen.findByRole("region", { name: "Waiting for you" });
  within(hers).getByText("about Are Nordmann, Samordne hjelpen");
  const others = screen.getByRole("region", { name: "Waiting for others" });
  within(others).getByRole("link", { name: "Waiting for Are" });
});

test("where nothing is agreed and nobody waits it says so, once it is known", async () => {
  known.appointments = undefined;
  await renderFor(ARE, <NextScreen />);
  expect(screen.queryByText(/Nothing is agreed/)).toBeNull();
  cleanup();
  known.appointments = [];
  await renderFor(ARE, <NextScreen />);
  await screen.findByText("Nothing is agreed, and nothing waits for an answer.");
});

test("where she is asked for a yes or no it is not said that nothing waits, and she is led to it", async () => {
  rooms = [room("PATIENT", { awaiting: ["APPROVAL"] })];
  await renderFor(ARE, <NextScreen />);
  const way = await screen.findByRole("link", {
    name: "Somebody is waiting for a yes or no from you",
  });
  expect(way.getAttribute("href")).toBe("/");
  expect(screen.queryByText(/Nothing is agreed/)).toBeNull();
});

test("that there is more than is known is told, and not that there is nothing", async () => {
  known.more = true;
  await renderFor(ARE, <NextScreen />);
  await screen.findByText(/more/i);
  expect(screen.queryByText(/Nothing is agreed/)).toBeNull();
});

test("what does not come is told, and asked for again by one tap", async () => {
  known.appointments = [appointment()];
  entries = Response.json({ code: "log-unavailable", status: 400 }, { status: 400 });
  await renderFor(ARE, <NextScreen />);
  await screen.findByText("We could not fetch this.");
  entries = [entry(9, "2026-11-17")];
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  await screen.findByText("DPS, rom 4");
});

test("what does not open is told as that, and still leads to its place", async () => {
  known.appointments = [appointment()];
  entries = [{ ...entry(9, "2026-11-17"), slots: undefined }];
  await renderFor(ARE, <NextScreen />);
  await screen.findByText("This can't be shown here.");
  expect(screen.getByRole("link", { name: "A time is agreed" }).getAttribute("href")).toBe(
    "/rooms/room?m=9",
  );
});

test("where something stands in a room that the list does not have it is told that there is more", async () => {
  known.appointments = [appointment({ roomId: "gone" })];
  await renderFor(ARE, <NextScreen />);
  await screen.findByText(/more/i);
  expect(screen.queryByText(/Nothing is agreed/)).toBeNull();
  await waitFor(() => expect(pages()).toEqual([]));
});

test("where the server does not tell it says so, and shows what it has told", async () => {
  known.questions = undefined;
  known.appointments = [appointment()];
  told = Response.json({ code: "not-found", status: 404 }, { status: 404 });
  entries = [entry(9, "2026-11-17")];
  await renderFor(ARE, <NextScreen />);
  await screen.findByText("DPS, rom 4");
  screen.getByRole("button", { name: "Try again" });
});

test("when the hour of what is shown has come it is asked anew what stands", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  // A quarter to eleven in Norway.
  vi.setSystemTime("2026-11-17T09:44:30.000Z");
  known.appointments = [appointment()];
  entries = [entry(9, "2026-11-17")];
  await renderFor(ARE, <NextScreen />);
  await screen.findByText("DPS, rom 4");
  const tells = () => asked.filter(({ path }) => path.endsWith("/appointments")).length;
  const before = tells();
  await act(() => vi.advanceTimersByTimeAsync(40_000));
  await waitFor(() => expect(tells()).toBe(before + 1));
});
