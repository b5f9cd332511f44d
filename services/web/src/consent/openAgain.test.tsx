import { act, cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { afterEach, expect, test, vi } from "vitest";
import type { ConsentTexts, RoomDetails, Seat } from "../contracts/rooms";
import { RoomOver } from "../rooms/RoomOver";
import { ARE, aresRoom, renderFor, serverAnswers, type Asked } from "../shell/test-room";
import { ConsentScreen } from "./ConsentScreen";
import { OpenAgainScreen } from "./OpenAgainScreen";

vi.mock("../rooms/useRoomId", () => ({ useRoomId: () => "room" }));

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const TEXT = { title: "Rom", lead: "Et rom", points: ["Du bestemmer"], withdrawal: "Når du vil" };
const TEXTS: ConsentTexts = { version: "2026-11-27", texts: { nb: TEXT, nn: TEXT, en: TEXT } };
const seat = (name: string, status: Seat["status"], invitedBy?: string): Seat => ({
  seatId: name,
  part: "HELPER",
  status,
  person: { personId: name, name },
  ...(invitedBy === undefined ? {} : { invitedBy }),
  changedAt: "2026-11-22T06:00:00.000Z",
});
const may = { ...aresRoom().may, openAgain: true };
const SEATS = [
  seat("Kari", "REMOVED"),
  seat("Frida", "REMOVED", "Kari"),
  seat("Vera", "REMOVED", "Kari"),
];
const WITHDRAWN = aresRoom({
  status: "WITHDRAWN",
  accessEpoch: 7,
  seats: SEATS,
  may,
  consent: {
    textVersion: "2026-11",
    givenAt: "2026-11-02T08:00:00.000Z",
    withdrawnAt: "2026-11-03T09:30:00.000Z",
  },
  ifYes: { joins: ["Kari"], asked: ["Frida"] },
});
const DECLINED = aresRoom({
  status: "DECLINED",
  seats: SEATS,
  may,
  consent: { textVersion: "2026-11", declinedAt: "2026-11-03T09:30:00.000Z" },
  ifYes: { joins: ["Kari"], asked: ["Frida"] },
});

const isChange = ({ method }: Asked) => method !== "GET";
const text = () => document.body.textContent;
const yes = () => screen.findByRole("button", { name: /Ja, åpne|Yes, open/ });

/** The room is this until a yes is answered, and then what the answer says. */
function serverHas(before: RoomDetails, onYes: () => unknown): Asked[] {
  let now: unknown = before;
  return serverAnswers((asked) => {
    if (asked.path.startsWith("/api/consent-texts")) return TEXTS;
    if (isChange(asked)) {
      const answer = onYes();
      if (!(answer instanceof Response)) now = answer;
      return answer;
    }
    return asked.path === "/api/rooms" ? { items: [now] } : now;
  });
}

function problem(body: { code: string; status: number }): Response {
  const headers = { "content-type": "application/problem+json" };
  return new Response(JSON.stringify(body), { status: body.status, headers });
}

function Screens() {
  return (
    <Routes>
      <Route path="/" element={<OpenAgainScreen />} />
      <Route path="/rooms/room/approvals" element={<p>those who wait</p>} />
      <Route path="/rooms/room/consent" element={<p>the consent</p>} />
      <Route path="*" element={<p>the room</p>} />
    </Routes>
  );
}

test("it says who comes with a yes, who is asked about after it, and nobody else", async () => {
  serverHas(WITHDRAWN, () => WITHDRAWN);
  await renderFor(ARE, <Screens />);
  await yes();
  expect(text()).toMatch(/Kari (blir med når du sier ja|joins when you say yes)/);
  expect(screen.getAllByRole("listitem").map((it) => it.textContent)).toContainEqual(
    expect.stringContaining("Frida"),
  );
  expect(text()).not.toContain("Vera");
});

test("where the one who asked does not come, it does not say that she does", async () => {
  serverHas({ ...WITHDRAWN, ifYes: { joins: [], asked: [] } }, () => WITHDRAWN);
  await renderFor(ARE, <Screens />);
  await yes();
  expect(text()).toMatch(/bare du som er med|you are the only one/);
  expect(text()).not.toMatch(/blir med når|joins when/);
});

test("a yes is one tap, is to what stands on the page, and leads to those who wait", async () => {
  const open = aresRoom({
    status: "ACTIVE",
    accessEpoch: 8,
    seats: [seat("Kari", "ACTIVE"), seat("Frida", "PROPOSED", "Kari")],
    may: { ...aresRoom().may, approve: true },
  });
  const log = serverHas(WITHDRAWN, () => open);
  await renderFor(ARE, <Screens />);
  await userEvent.click(await yes());
  await screen.findByText("those who wait");
  expect(log.filter(isChange).map(({ body }) => body)).toEqual([
    {
      textVersion: "2026-11-27",
      decision: "GIVEN",
      language: "en",
      shown: { accessEpoch: 7, joins: ["Kari"], asked: ["Frida"] },
    },
  ]);
});

test("what has just come to the screen takes no tap that was meant for what stood there", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  try {
    serverHas(DECLINED, () => DECLINED);
    await renderFor(ARE, <Screens />);
    expect((await yes()).closest("[inert]")).not.toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    expect((await yes()).closest("[inert]")).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

test("a no is no request: the room stays as it is", async () => {
  const log = serverHas(WITHDRAWN, () => WITHDRAWN);
  await renderFor(ARE, <Screens />);
  await yes();
  await userEvent.click(screen.getByRole("button", { name: /Nei, ikke nå|No, not now/ }));
  await screen.findByText("the consent");
  expect(log.filter(isChange)).toEqual([]);
});

test("R4: a yes to a room that is another by now is not told as given, and one can look again", async () => {
  const refusal = () => problem({ code: "consent-page-outdated", status: 409 });
  const log = serverHas(WITHDRAWN, refusal);
  await renderFor(ARE, <Screens />);
  await userEvent.click(await yes());
  const again = await screen.findByRole("button", { name: /Se hvordan det er nå|See how it is/ });
  expect(text()).toMatch(/Samtykket ditt er ikke gitt|consent has not been given/);
  const looks = () => log.filter(({ path }) => path.startsWith("/api/rooms/room")).length;
  const before = looks();
  await userEvent.click(again);
  await waitFor(() => expect(looks()).toBeGreaterThan(before));
});

test("who has opened it in another window is in the room, and asked nothing more", async () => {
  serverHas(aresRoom({ status: "ACTIVE" }), () => undefined);
  await renderFor(ARE, <Screens />);
  await screen.findByText("the room");
});

test("a declined room says what it was for, when he said no, and leads to the consent page", async () => {
  serverAnswers(() => DECLINED);
  await renderFor(ARE, <RoomOver room={DECLINED} />);
  expect(text()).toContain("Samordne hjelpen");
  expect(text()).toMatch(/(Du svarte nei|You said no).*3/);
  const way = screen.getByRole("link", { name: /Se på samtykket igjen|Look at the consent again/ });
  expect(way.getAttribute("href")).toBe("/rooms/room/open-again");
});

test("a withdrawn room says when, and leads there too", async () => {
  serverAnswers(({ path }) => (path === "/api/rooms" ? { items: [WITHDRAWN] } : WITHDRAWN));
  await renderFor(ARE, <ConsentScreen />);
  const way = await screen.findByRole("link", { name: /Se på samtykket igjen|Look at the/ });
  expect(way.getAttribute("href")).toBe("/rooms/room/open-again");
  expect(text()).toMatch(/(Du trakk samtykket|You withdrew your consent).*3/);
});

test("her who proposed it is shown no way to open it", async () => {
  const me = { seatId: "Kari", part: "HELPER" as const, status: "DECLINED" as const };
  const hers = aresRoom({ status: "DECLINED", me, seats: SEATS });
  serverAnswers(() => hers);
  await renderFor({ ...ARE, personId: "Kari" }, <RoomOver room={hers} />);
  expect(screen.queryByRole("link", { name: /Se på samtykket|Look at the consent/ })).toBeNull();
});
