import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { StandingAgreement } from "../contracts/agreements";
import type { StandingAppointment } from "../contracts/appointments";
import type { RoomDetails, RoomSummary } from "../contracts/rooms";
import { ARE, aresRoom, renderFor, serverAnswers, VERA, type Asked } from "../shell/test-room";
import { UNKNOWN } from "./arranged";
import { AsksHere } from "./AsksHere";
import { NextScreen } from "./NextScreen";
import { StripPlace } from "./StripPlace";
import { Waiting } from "./Waiting";

const known = vi.hoisted(() => ({
  agreements: [] as unknown[],
  appointments: [] as unknown[],
}));
const of = (all: () => unknown[]) => ({ ...UNKNOWN, all: all(), inRoom: all });
vi.mock("./QuestionsProvider", () => ({ useQuestions: () => of(() => []) }));
vi.mock("./AppointmentsProvider", () => ({
  useStandingAppointments: () => of(() => known.appointments),
}));
vi.mock("./AgreementsProvider", () => ({
  useStandingAgreements: () => of(() => known.agreements),
}));

beforeEach(() => {
  vi.setSystemTime("2026-11-10T10:00:00.000Z");
  Object.assign(known, { agreements: [], appointments: [] });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const names = [
  ["are", "Are Nordmann"],
  ["vera", "Vera Veileder"],
  ["kari", "Kari Psykolog"],
] as const;

const me = (part: "PATIENT" | "HELPER") => ({ seatId: "seat", part, status: "ACTIVE" }) as const;

const summary = (part: "PATIENT" | "HELPER"): RoomSummary => ({
  ...aresRoom({ status: "ACTIVE", me: me(part) }),
  people: names.map(([personId, name]) => ({ personId, name, present: true })),
});

const details = (part: "PATIENT" | "HELPER"): RoomDetails =>
  aresRoom({
    status: "ACTIVE",
    me: me(part),
    seats: names.map(([personId, name]) => ({
      ...{ seatId: personId, part: "HELPER", status: "ACTIVE", changedAt: "" },
      person: { personId, name },
    })) as RoomDetails["seats"],
  });

function agreement(change: Partial<StandingAgreement> = {}): StandingAgreement {
  return {
    ...{ roomId: "room", about: 7, seq: 9, proposedById: "vera", waitsForIds: ["are"] },
    ...{ participantIds: ["vera", "are"], objectedIds: [], lapsed: false },
    since: "2026-11-09T06:00:00.000Z",
    ...change,
  };
}

const agreed = (change: Partial<StandingAgreement> = {}) =>
  agreement({ waitsForIds: [], ...change });

const booked: StandingAppointment = {
  ...{ roomId: "room", about: 3, seq: 4, status: "BOOKED", proposedById: "vera" },
  ...{ participantIds: ["vera", "are"], waitsForIds: [], lapsed: false, clashes: [] },
  since: "2026-11-09T06:00:00.000Z",
};

const fetched = () => act(() => import("./shown").then(() => undefined));

async function strip(...agreements: StandingAgreement[]) {
  known.agreements = agreements;
  await renderFor(ARE, <StripPlace room={details("PATIENT")} />);
  await fetched();
  const line = document.querySelector(".strip")?.textContent;
  cleanup();
  return line;
}

test("the room's line says what is asked, what holds, and who is waited for, and never on what", async () => {
  expect(await strip(agreement())).toBe("Vera asks whether you agree");
  expect(await strip(agreed())).toBe("Agreed on 1 thing");
  expect(await strip(agreed({ participantIds: ["vera", "kari"] }))).toBe("Others agree on 1 thing");
  expect(await strip(agreement({ waitsForIds: ["kari"] }))).toBe("Waiting for Kari");
  expect(await strip(agreed({ objectedIds: ["are"] }))).toBe("Not all agree");
  expect(await strip(agreed({ lapsed: true }))).toBe(
    "Somebody whom it concerns no longer takes part",
  );
});

test("what she is to do says until when, and what others are to do does not", async () => {
  const mine = (dueBy: string) => agreed({ ownerId: "are", dueBy });
  expect(await strip(mine("2026-11-13"))).toMatch(/^You have something to do by .*13/);
  expect(await strip(mine("2026-11-10"))).toBe("You have something to do today");
  expect(await strip(mine("2026-11-06"))).toMatch(/^Something you were to do by .*6/);
  expect(await strip(agreed({ ownerId: "vera", dueBy: "2026-11-13" }))).toBe("Agreed on 1 thing");
});

test("an objection is told, and that whoever asked is to put it otherwise", async () => {
  const object = { waitsForIds: ["vera"], objectedIds: ["are"] };
  expect(await strip(agreement(object))).toBe("Not all agree");
  known.agreements = [agreement(object)];
  await renderFor(ARE, <Waiting rooms={[summary("PATIENT")]} />);
  await fetched();
  expect(document.body.textContent).toContain("Waiting for Vera to change it");
});

test("who was not asked is not told that she was", async () => {
  known.agreements = [agreement({ participantIds: ["vera", "kari"], waitsForIds: ["kari"] })];
  await renderFor(ARE, <Waiting rooms={[summary("PATIENT")]} />);
  await fetched();
  expect(document.body.textContent).toContain("Vera asked whether they agree");
});

test("of several it says how many there are of each, beside the times", async () => {
  known.appointments = [booked];
  const line = await strip(
    agreement(),
    agreed({ about: 8 }),
    agreed({ about: 10 }),
    agreed({ about: 11, lapsed: true }),
  );
  expect(line).toBe(
    "1 proposal waits for you · 1 agreed time · Agreed on 2 things · 1 thing in which somebody no longer takes part",
  );
});

test("the list says that somebody waits for her word, and owes nobody her own proposal", async () => {
  known.agreements = [agreement()];
  await renderFor(ARE, <AsksHere roomId="room" />);
  expect(document.body.textContent).toContain("Waiting for you");
  cleanup();
  known.agreements = [
    agreement({ waitsForIds: ["vera"], objectedIds: ["are"] }),
    agreement({ about: 12, proposedById: "kari", waitsForIds: ["vera"] }),
  ];
  await renderFor(VERA, <Waiting rooms={[summary("HELPER")]} />);
  await fetched();
  const owed = screen.getByRole("region", { name: /owe/i });
  expect(within(owed).getAllByRole("listitem")).toHaveLength(1);
  expect(owed.textContent).toContain("Kari asks whether you agree");
  expect(document.body.textContent).toContain("2 things to agree on");
});

/** What the server has at this place. */
const entry = (seq: number, description: string) => ({
  ...{ roomId: "room", seq, entryId: `e${seq}`, clientId: `c${seq}`, senderId: "vera" },
  ...{ class: "VISIBLE", kind: "AGREEMENT", format: 1, accessEpoch: 1 },
  ...{ sentAt: "2026-11-09T06:00:00.000Z", status: "ACTIVE", description },
  ...{ participantIds: ["vera", "are"], proposedById: "vera" },
});

async function next(items: object[]): Promise<Asked[]> {
  const asked = serverAnswers(({ path }) => {
    if (path.startsWith("/api/rooms")) return { items: [summary("PATIENT")], nextAfter: null };
    if (!path.includes("messages")) return { items: [] };
    return { items, nextBefore: null };
  });
  await renderFor(ARE, <NextScreen />);
  await screen.findByRole("heading", { level: 1 });
  return asked;
}

test("R6: on what is agreed is fetched of that entry alone, and of none that waits for others", async () => {
  known.agreements = [
    agreed({ ownerId: "vera", dueBy: "2026-11-13" }),
    agreement({ about: 20, seq: 21, waitsForIds: ["kari"] }),
  ];
  const asked = await next([entry(9, "Vera sender søknaden")]);
  const part = await screen.findByRole("region", { name: "Agreed on" });
  await within(part).findByRole("link", { name: "Vera sender søknaden" });
  expect(part.textContent).toMatch(/Vera does it by .*13/);
  const messages = asked.filter(({ path }) => path.includes("messages"));
  expect(messages.map(({ path }) => path)).toEqual([
    "/api/conversations/room/messages?before=10&limit=1",
  ]);
});

test("what waits for her says on what, and what holds says with whom", async () => {
  known.agreements = [agreement()];
  await next([entry(9, "Vera sender søknaden")]);
  const part = await screen.findByRole("region", { name: "Waiting for you" });
  await waitFor(() => expect(part.textContent).toContain("Vera sender søknaden"));
  expect(part.textContent).toContain("Vera asks whether you agree");
});

test("what does not open is told as that, and still leads to its place", async () => {
  known.agreements = [agreed()];
  await next([{ ...entry(9, ""), status: undefined, description: undefined }]);
  const part = await screen.findByRole("region", { name: "Agreed on" });
  await waitFor(() => expect(part.textContent).toMatch(/can.t be shown here/));
  expect(within(part).getByRole("link").getAttribute("href")).toBe("/rooms/room?m=9");
});
