import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RoomSummary } from "../contracts/rooms";
import { ARE, aresRoom, renderFor, VERA } from "../shell/test-room";
import { AsksHere } from "./AsksHere";
import type { OpenQuestion } from "./merged";
import { Owed } from "./Owed";
import { WaitedFor } from "./WaitedFor";
import { Waiting } from "./Waiting";

const known = vi.hoisted(() => ({ all: undefined as OpenQuestion[] | undefined, more: false }));
vi.mock("./QuestionsProvider", () => ({
  useQuestions: () => ({
    all: known.all,
    more: known.more,
    inRoom: (roomId: string) => known.all?.filter((it) => it.roomId === roomId),
  }),
}));

beforeEach(() => {
  vi.setSystemTime("2026-11-22T10:00:00.000Z");
  known.all = [];
  known.more = false;
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const people = [
  { personId: "are", name: "Are Nordmann", present: true },
  { personId: "kari", name: "Kari Psykolog", organisationName: "Askøy kommune", present: true },
  { personId: "vera", name: "Vera Veileder", organisationName: "NAV Askøy", present: true },
  { personId: "sara", name: "Sara Moe", organisationName: "Øyane DPS", present: true },
];

function room(part: "PATIENT" | "HELPER", change: Partial<RoomSummary> = {}): RoomSummary {
  const me = { seatId: "seat", part, status: "ACTIVE" } as const;
  return { ...aresRoom({ status: "ACTIVE", me }), people, ...change };
}

function question(change: Partial<OpenQuestion> = {}): OpenQuestion {
  return {
    roomId: "room",
    about: 3,
    seq: 4,
    state: "OPEN",
    askedById: "kari",
    addresseeId: "vera",
    lapsed: false,
    since: "2026-11-20T06:00:00.000Z",
    ...change,
  };
}

const titles = () => screen.getAllByRole("link").map((it) => it.textContent);

test("a helper sees who asks her, in which room, since when and until when; one tap leads to the message", async () => {
  known.all = [question({ wantedBy: "2026-11-27" })];
  await renderFor(VERA, <Owed rooms={[room("HELPER")]} />);
  const section = screen.getByRole("region", { name: "What I owe an answer to" });
  const way = within(section).getByRole("link", { name: "A question from Kari" });
  expect(way.getAttribute("href")).toBe("/rooms/room?m=3");
  within(section).getByText("about Are Nordmann, Samordne hjelpen");
  within(section).getByText(/Since 20. Nov/i);
  within(section).getByText(/wanted by Friday 27/);
});

test("what waits for others is no debt of hers, nor is what waits for her in her own case", async () => {
  known.all = [question({ addresseeId: "sara" }), question({ about: 9, roomId: "own" })];
  const own = room("PATIENT", { roomId: "own" });
  await renderFor(VERA, <Owed rooms={[room("HELPER"), own]} />);
  expect(screen.queryByRole("region")).toBeNull();
});

test.each([
  ["nothing waits", [] as OpenQuestion[] | undefined],
  ["it is not known", undefined],
])("where %s there is no section and no word of it", async (_, all) => {
  known.all = all;
  await renderFor(
    VERA,
    <main>
      <Owed rooms={[room("HELPER")]} />
      <WaitedFor rooms={[room("PATIENT", { roomId: "own" })]} />
      <AsksHere roomId="room" />
    </main>,
  );
  expect(screen.getByRole("main").textContent).toBe("");
});

test("a question of which the list does not have the room yet is not named wrongly", async () => {
  known.all = [question({ roomId: "new" })];
  await renderFor(VERA, <Owed rooms={[room("HELPER")]} />);
  expect(screen.queryByRole("region")).toBeNull();
});

test("who has taken a question herself is told so, and an asker whom nobody names is somebody", async () => {
  known.all = [
    question({ askedById: "vera" }),
    question({ about: 5, askedById: "unknown", since: "2026-11-21T06:00:00.000Z" }),
  ];
  await renderFor(VERA, <Owed rooms={[room("HELPER")]} />);
  expect(titles()).toEqual(["You wanted to answer this yourself", "A question from somebody"]);
});

test("a day that has passed is said as it is, and first", async () => {
  known.all = [
    question({ about: 1, state: "PROMISED", promisedBy: "2026-11-23" }),
    question({ about: 2, wantedBy: "2026-11-20", askedById: "sara" }),
    question({ about: 3, state: "PROMISED", promisedBy: "2026-11-22", askedById: "are" }),
  ];
  await renderFor(VERA, <Owed rooms={[room("HELPER")]} />);
  expect(titles()).toEqual(["A question from Sara", "A question from Are", "A question from Kari"]);
  screen.getByText(/^Answer wanted by Friday 20.* · That day is over/);
  screen.getByText("Answer promised by today");
  screen.getByText("Answer promised by tomorrow");
});

test("the day is Norway's, where the device's clock shows another", async () => {
  vi.setSystemTime("2026-11-22T23:30:00.000Z");
  known.all = [
    question({ wantedBy: "2026-11-22" }),
    question({ about: 5, wantedBy: "2026-11-23" }),
  ];
  await renderFor(VERA, <Owed rooms={[room("HELPER")]} />);
  screen.getByText(/^Answer wanted by yesterday · That day is over/);
  screen.getByText("Answer wanted by today");
});

test("more than five are folded, and how many more there are stands there", async () => {
  known.all = Array.from({ length: 7 }, (_, i) => question({ about: i + 1 }));
  await renderFor(VERA, <Owed rooms={[room("HELPER")]} />);
  expect(screen.getAllByRole("listitem")).toHaveLength(5);
  vi.useRealTimers();
  await userEvent.click(screen.getByRole("button", { name: "Show 2 more" }));
  expect(screen.getAllByRole("listitem")).toHaveLength(7);
  await userEvent.click(screen.getByRole("button", { name: "Show fewer" }));
  expect(screen.getAllByRole("listitem")).toHaveLength(5);
});

test("a patient sees first what he is asked, friendly and never that he is late, and then whom his case waits for", async () => {
  known.all = [
    question({ addresseeId: "sara", wantedBy: "2026-11-20" }),
    question({ about: 5, askedById: "are", addresseeId: "kari" }),
    question({ about: 7, askedById: "vera", addresseeId: "are", wantedBy: "2026-11-19" }),
  ];
  await renderFor(ARE, <WaitedFor rooms={[room("PATIENT")]} />);
  screen.getByRole("region", { name: "Waiting for an answer" });
  expect(titles()).toEqual([
    "A question to you from Vera",
    "Waiting for Sara Moe, Øyane DPS",
    "Waiting for Kari Psykolog, Askøy kommune",
  ]);
  const [his, saras, karis] = screen.getAllByRole("listitem");
  expect(his?.textContent).not.toMatch(/over|Thursday 19/);
  expect(saras?.textContent).toMatch(/Kari asked/);
  expect(saras?.textContent).toMatch(/Friday 20.*That day is over/);
  expect(karis?.textContent).toMatch(/You asked/);
  // All of it is in one room: which it is need not be said.
  expect(saras?.textContent).not.toMatch(/Samordne/);
});

test("of several rooms of his it is said which waits", async () => {
  known.all = [question({ addresseeId: "sara" })];
  const rooms = [room("PATIENT"), room("PATIENT", { roomId: "other", purpose: "Bolig" })];
  await renderFor(ARE, <WaitedFor rooms={rooms} />);
  screen.getByText("in the room Samordne hjelpen");
});

test("of who is asked and not there any more that is said, as the server or the list tells it", async () => {
  const left = people.map((it) => (it.personId === "sara" ? { ...it, present: false } : it));
  known.all = [
    question({ addresseeId: "sara" }),
    question({ about: 5, addresseeId: "kari", lapsed: true }),
  ];
  await renderFor(ARE, <WaitedFor rooms={[room("PATIENT", { people: left })]} />);
  expect(titles()).toEqual([
    "Sara is no longer here. Ask someone else?",
    "Kari is no longer here. Ask someone else?",
  ]);
});

test("two of one first name are called by all of theirs", async () => {
  const more = [...people, { personId: "kari2", name: "Kari Lege", present: true }];
  known.all = [question()];
  await renderFor(VERA, <Owed rooms={[room("HELPER", { people: more })]} />);
  expect(titles()).toEqual(["A question from Kari Psykolog"]);
});

test("the room's row says that it waits for her, or how many do", async () => {
  known.all = [question(), question({ about: 9, addresseeId: "sara" })];
  await renderFor(VERA, <AsksHere roomId="room" />);
  screen.getByText("Waiting for you");
  cleanup();
  known.all = [question(), question({ about: 5, state: "PROMISED", promisedBy: "2026-11-23" })];
  await renderFor(VERA, <AsksHere roomId="room" />);
  screen.getByText("2 questions for you");
});

test("what she has taken herself waits for her and is counted as no question to her", async () => {
  const taken = question({ about: 5, askedById: "vera" });
  known.all = [taken, question()];
  await renderFor(VERA, <AsksHere roomId="room" />);
  screen.getByText("Waiting for you");
  cleanup();
  known.all = [taken, question(), question({ about: 7 })];
  await renderFor(VERA, <AsksHere roomId="room" />);
  screen.getByText("2 questions for you");
});

test("that more may wait than is shown is said, also where nothing is shown, and never where all is", async () => {
  const said = "More may be waiting than is shown here.";
  known.more = true;
  await renderFor(VERA, <Waiting rooms={[room("HELPER")]} />);
  await screen.findByText(said);
  cleanup();
  known.more = false;
  known.all = [question()];
  await renderFor(VERA, <Waiting rooms={[room("HELPER")]} />);
  await screen.findByRole("link", { name: "A question from Kari" });
  expect(screen.queryByText(said)).toBeNull();
});
