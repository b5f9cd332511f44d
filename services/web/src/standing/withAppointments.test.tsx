import { act, cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { StandingAppointment } from "../contracts/appointments";
import type { RoomDetails, RoomSummary } from "../contracts/rooms";
import { ARE, aresRoom, renderFor, serverAnswers, VERA } from "../shell/test-room";
import { UNKNOWN } from "./arranged";
import { AsksHere } from "./AsksHere";
import type { OpenQuestion } from "./merged";
import { StripPlace } from "./StripPlace";
import { Waiting } from "./Waiting";

const known = vi.hoisted(() => ({
  questions: [] as OpenQuestion[],
  appointments: [] as StandingAppointment[],
  start: undefined as string | undefined,
}));
vi.mock("./QuestionsProvider", () => ({
  useQuestions: () => ({ all: known.questions, more: false, inRoom: () => known.questions }),
}));
vi.mock("./AppointmentsProvider", () => ({
  useStandingAppointments: () => ({
    ...UNKNOWN,
    all: known.appointments,
    inRoom: () => known.appointments,
    saying: () =>
      known.start && { booked: { start: known.start, end: known.start }, description: "Møte" },
  }),
}));

beforeEach(() => {
  vi.setSystemTime("2026-11-10T10:00:00.000Z");
  Object.assign(known, { questions: [], appointments: [], start: undefined });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const names = [
  ["are", "Are Nordmann"],
  ["sara", "Sara Moe"],
  ["vera", "Vera Veileder"],
] as const;

const summary = (part: "PATIENT" | "HELPER"): RoomSummary => ({
  ...aresRoom({ status: "ACTIVE", me: { seatId: "seat", part, status: "ACTIVE" } }),
  people: names.map(([personId, name]) => ({ personId, name, present: true })),
});

function details(part: "PATIENT" | "HELPER"): RoomDetails {
  const seats = names.map(([personId, name]) => ({
    ...{ seatId: personId, part: "HELPER", status: "ACTIVE", changedAt: "" },
    person: { personId, name },
  })) as RoomDetails["seats"];
  return aresRoom({ status: "ACTIVE", me: { seatId: "seat", part, status: "ACTIVE" }, seats });
}

function appointment(change: Partial<StandingAppointment> = {}): StandingAppointment {
  return {
    ...{ roomId: "room", about: 7, seq: 9, status: "PROPOSED", proposedById: "sara" },
    participantIds: ["sara", "are"],
    ...{ waitsForIds: ["are"], lapsed: false, clashes: [], since: "2026-11-09T06:00:00.000Z" },
    ...change,
  };
}

const booked = (change: Partial<StandingAppointment> = {}) =>
  appointment({ status: "BOOKED", waitsForIds: [], ...change });

const question: OpenQuestion = {
  ...{ roomId: "room", about: 3, seq: 4, state: "OPEN", askedById: "are", addresseeId: "vera" },
  ...{ lapsed: false, since: "2026-11-09T06:00:00.000Z" },
};

const fetched = () => act(() => import("./shown").then(() => undefined));

const strip = async (me = ARE, part: "PATIENT" | "HELPER" = "PATIENT") => {
  await renderFor(me, <StripPlace room={details(part)} />);
  await fetched();
};

test("times that are proposed to her are told by who proposes them, and lead to where she answers", async () => {
  known.appointments = [appointment()];
  await strip();
  const way = screen.getByRole("link", { name: "Sara proposes times" });
  expect(way.getAttribute("href")).toBe("/rooms/room?m=9");
  expect(way.dataset["mine"]).toBe("true");
});

test("others see for whom one waits", async () => {
  known.appointments = [appointment()];
  await strip(VERA, "HELPER");
  const way = screen.getByRole("link", { name: "Waiting for Are" });
  expect(way.dataset["mine"]).toBe("false");
});

test("what is agreed is told with its day where that is known here, and else that there is one", async () => {
  known.appointments = [booked()];
  await strip();
  screen.getByRole("link", { name: "1 agreed time" });
  cleanup();
  known.start = "2026-11-17T10:00";
  await strip();
  screen.getByRole("link", { name: "Agreed Tuesday 17. Nov at 10:00" });
});

test("of several it says what waits for her, what is agreed and what waits for others, in this order", async () => {
  known.questions = [question];
  known.appointments = [appointment(), booked({ about: 1, seq: 2 })];
  known.start = "2026-11-11T10:00";
  await strip();
  const way = screen.getByRole("button");
  expect(way.textContent).toBe(
    "1 proposal waits for you · Agreed tomorrow at 10:00 · Waiting for 1 answer",
  );
});

test("her own proposal that waits for her is nothing that somebody proposes to her", async () => {
  known.appointments = [appointment({ waitsForIds: ["sara"] })];
  await renderFor({ ...VERA, personId: "sara" }, <Waiting rooms={[summary("HELPER")]} />);
  await fetched();
  expect(screen.queryByRole("region", { name: "What I owe an answer to" })).toBeNull();
});

test("her own comes before what others have agreed", async () => {
  known.appointments = [
    booked({ participantIds: ["sara", "vera"] }),
    booked({ about: 1, seq: 2 }),
    appointment({ about: 3, seq: 3, waitsForIds: [], lapsed: true }),
  ];
  known.start = "2026-11-17T10:00";
  await strip();
  expect(screen.getByRole("button").textContent).toBe(
    "Agreed Tuesday 17. Nov at 10:00 · Others have agreed 1 time · 1 meeting that comes to nothing",
  );
});

test.each([
  [
    "of which nobody can choose any more",
    { lapsed: true, waitsForIds: [] },
    "2 meetings that come to nothing",
  ],
  [
    "that others have agreed",
    { status: "BOOKED", waitsForIds: [], participantIds: ["sara", "vera"] },
    "Others have agreed 2 times",
  ],
] as const)("the line is never empty: two %s", async (_, change, said) => {
  const of = {
    ...change,
    waitsForIds: [],
    participantIds: [...(("participantIds" in change && change.participantIds) || ["sara", "are"])],
  };
  known.appointments = [appointment(of), appointment({ ...of, about: 1, seq: 2 })];
  await strip();
  expect(screen.getByRole("button").textContent).toBe(said);
});

test("what is agreed is not called so once nobody else can come", async () => {
  known.start = "2026-11-17T10:00";
  known.appointments = [booked({ lapsed: true })];
  await strip();
  screen.getByRole("link", { name: "The meeting comes to nothing" });
});

test.each([
  ["whoever proposed", "sara", "Nobody can choose your times any more"],
  ["others", "vera", "Nobody can choose these times any more"],
])("times that have lapsed are told as such to %s", async (_, personId, said) => {
  known.appointments = [appointment({ lapsed: true, waitsForIds: ["sara"] })];
  await strip({ ...VERA, personId }, "HELPER");
  screen.getByRole("link", { name: said });
});

test("once all have answered it is told to whoever proposed that it is hers to choose", async () => {
  known.appointments = [appointment({ waitsForIds: ["sara"] })];
  await strip({ ...VERA, personId: "sara" }, "HELPER");
  screen.getByRole("link", { name: "Choose one of the times" });
});

test("the line opens all of it, and nothing is fetched before", async () => {
  const asked = serverAnswers(() => ({ items: [], nextBefore: null }));
  known.appointments = [appointment(), booked({ about: 1, seq: 2 })];
  await strip();
  expect(asked).toEqual([]);
  await userEvent.setup({ pointerEventsCheck: 0 }).click(screen.getByRole("button"));
  const dialogue = within(screen.getByRole("dialog", { name: "What happens next" }));
  dialogue.getByRole("link", { name: "Sara proposes times" });
  dialogue.getByRole("link", { name: "A time is agreed" });
  expect(asked.map(({ path }) => path)).toEqual([
    "/api/conversations/room/messages?before=10&limit=1",
    "/api/conversations/room/messages?before=3&limit=1",
  ]);
});

test("R6: the list of rooms says how much is agreed and who proposes, and fetches nothing of it", async () => {
  const asked = serverAnswers(() => ({ items: [] }));
  known.appointments = [appointment(), booked({ about: 1, seq: 2 })];
  await renderFor(ARE, <Waiting rooms={[summary("PATIENT")]} />);
  await fetched();
  within(screen.getByRole("region", { name: "Waiting for an answer" })).getByRole("link", {
    name: "Sara proposes times",
  });
  const way = screen.getByRole("link", { name: "What happens next" });
  expect(way.getAttribute("href")).toBe("/next");
  screen.getByText("1 agreed time · 1 proposal of times");
  expect(asked).toEqual([]);
});

test("where she helps, times that are proposed to her are among what she owes an answer to", async () => {
  known.appointments = [appointment({ waitsForIds: ["vera"] })];
  await renderFor(VERA, <Waiting rooms={[summary("HELPER")]} />);
  await fetched();
  const owed = within(screen.getByRole("region", { name: "What I owe an answer to" }));
  owed.getByText("about Are Nordmann, Samordne hjelpen");
});

test("a room in which times wait for her is marked, and one in which they wait for others is not", async () => {
  known.appointments = [appointment()];
  await renderFor(ARE, <AsksHere roomId="room" />);
  screen.getByText("Waiting for you");
  cleanup();
  await renderFor(VERA, <AsksHere roomId="room" />);
  expect(screen.queryByText("Waiting for you")).toBeNull();
});

test("what has lapsed does not vanish from the list without a word", async () => {
  known.appointments = [booked({ lapsed: true })];
  await renderFor(ARE, <Waiting rooms={[summary("PATIENT")]} />);
  await fetched();
  screen.getByRole("link", { name: "What happens next" });
  screen.getByText("1 meeting that comes to nothing");
});
