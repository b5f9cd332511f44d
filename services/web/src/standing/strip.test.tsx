import { act, cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useLocation } from "react-router";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RoomDetails } from "../contracts/rooms";
import { ARE, aresRoom, renderFor, VERA } from "../shell/test-room";
import type { OpenQuestion } from "./merged";
import { StripPlace } from "./StripPlace";

const known = vi.hoisted(() => ({ all: undefined as OpenQuestion[] | undefined }));
vi.mock("./QuestionsProvider", () => ({
  useQuestions: () => ({
    all: known.all,
    inRoom: (roomId: string) => known.all?.filter((it) => it.roomId === roomId),
  }),
}));

beforeEach(() => {
  known.all = [];
});
afterEach(cleanup);

const seat = (personId: string, name: string, organisation?: string, status = "ACTIVE") => ({
  ...{ seatId: personId, part: "HELPER", status, changedAt: "", person: { personId, name } },
  ...(organisation && { organisation: { organisationId: organisation, name: organisation } }),
});

const seats = (sara = "ACTIVE") =>
  [
    seat("are", "Are Nordmann"),
    seat("kari", "Kari Psykolog", "Askøy kommune"),
    seat("vera", "Vera Veileder", "NAV Askøy"),
    seat("sara", "Sara Moe", "Øyane DPS", sara),
  ] as RoomDetails["seats"];

function room(part: "PATIENT" | "HELPER", sara?: string): RoomDetails {
  const me = { seatId: "seat", part, status: "ACTIVE" } as const;
  return aresRoom({ status: "ACTIVE", me, seats: seats(sara) });
}

function question(change: Partial<OpenQuestion> = {}): OpenQuestion {
  return {
    roomId: "room",
    about: 3,
    seq: 4,
    state: "OPEN",
    askedById: "kari",
    addresseeId: "sara",
    lapsed: false,
    since: "2026-11-20T06:00:00.000Z",
    ...change,
  };
}

function Where() {
  const { pathname, search } = useLocation();
  return <p data-testid="where">{pathname + search}</p>;
}

/** The part of it that comes when it is needed. */
const fetched = () => act(() => import("./shown").then(() => undefined));

const strip = async (me = VERA, of = room("HELPER")) => {
  await renderFor(
    me,
    <>
      <StripPlace room={of} />
      <Where />
    </>,
  );
  await fetched();
};

test("one question is named by whom it waits for, and leads to its message", async () => {
  known.all = [question()];
  await strip();
  const way = screen.getByRole("link", { name: "Waiting for Sara, Øyane DPS" });
  expect(way.getAttribute("href")).toBe("/rooms/room?m=3");
});

test.each([
  ["a helper who is asked reads that it waits for her", VERA, "HELPER", "vera", "Waiting for you"],
  ["a patient who is asked reads who asks", ARE, "PATIENT", "are", "A question to you from Kari"],
] as const)("%s", async (_, me, part, addresseeId, text) => {
  known.all = [question({ addresseeId })];
  await strip(me, room(part));
  const way = screen.getByRole("link", { name: text });
  expect(way.dataset["mine"]).toBe("true");
});

test("who is asked and not there any more is named as that", async () => {
  known.all = [question()];
  await strip(VERA, room("HELPER", "REMOVED"));
  screen.getByRole("link", { name: "Sara is no longer here. Ask someone else?" });
});

test.each([
  ["nothing waits", [] as OpenQuestion[] | undefined],
  ["it is not known", undefined],
  ["what waits is in another room", [question({ roomId: "other" })]],
])("there is no line where %s", async (_, all) => {
  known.all = all;
  await strip();
  expect(screen.queryByRole("link")).toBeNull();
  expect(screen.queryByRole("button")).toBeNull();
});

test("several are counted, hers apart, and open a short list of which each leads to its message", async () => {
  known.all = [
    question(),
    question({ about: 5, addresseeId: "vera" }),
    question({ about: 7, askedById: "vera", addresseeId: "kari", wantedBy: "2099-11-20" }),
  ];
  await strip();
  await userEvent.click(
    screen.getByRole("button", { name: "1 question for you · Waiting for 2 answers" }),
  );
  const dialogue = await screen.findByRole("dialog");
  const ways = within(dialogue).getAllByRole("link");
  expect(ways.map((it) => it.textContent)).toEqual([
    "A question from Kari",
    "Waiting for Kari Psykolog, Askøy kommune",
    "Waiting for Sara Moe, Øyane DPS",
  ]);
  within(dialogue).getByText("You asked");
  await userEvent.click(ways[2] as HTMLElement);
  expect(screen.getByTestId("where").textContent).toBe("/rooms/room?m=3");
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("what she has taken herself is no question to her, and who has left is not waited for", async () => {
  known.all = [
    question({ askedById: "vera", addresseeId: "vera" }),
    question({ about: 5, lapsed: true }),
    question({ about: 7 }),
  ];
  await strip();
  screen.getByRole("button", {
    name: "Waiting for 2 answers · 1 for someone who is no longer here",
  });
});

test("those of others alone are counted as what is waited for", async () => {
  known.all = [question(), question({ about: 5, addresseeId: "kari" })];
  await strip();
  screen.getByRole("button", { name: "Waiting for 2 answers" });
});

test("what has just come takes no tap that was meant for what was there", async () => {
  vi.useFakeTimers();
  known.all = [question()];
  await strip();
  expect(screen.getByRole("link").dataset["settled"]).toBe("false");
  act(() => void vi.advanceTimersByTime(1_100));
  expect(screen.getByRole("link").dataset["settled"]).toBe("true");
  vi.useRealTimers();
});
