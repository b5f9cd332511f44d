import { act, cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { Route, Routes } from "react-router";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RoomDetails, Seat } from "../contracts/rooms";
import { Participants } from "../rooms/Participants";
import { ARE, aresRoom, renderFor, serverAnswers, type Asked } from "../shell/test-room";
import { ApprovalsScreen } from "./ApprovalsScreen";

const talk = vi.hoisted(() => ({ written: undefined as number | undefined }));

vi.mock("../conversation/useConversation", () => ({
  useHowMuchIsWritten: () => talk.written,
}));

const seat = (name: string): Seat => ({
  seatId: name,
  part: "HELPER",
  status: "PROPOSED",
  person: { personId: name, name },
  changedAt: "2026-11-22T06:00:00.000Z",
});
const may = { ...aresRoom().may, approve: true };
const roomOf = (...seats: Seat[]) => aresRoom({ status: "ACTIVE", seats, may });
const FRIDA = seat("Frida");
const OTHERS = [seat("Vera"), seat("Sara")];
const HELPERS = [FRIDA, ...OTHERS];

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The server keeps the room, as the real one does. */
function serverKeeps(room: RoomDetails): Asked[] {
  let now = room;
  return serverAnswers(({ method, path, body }) => {
    if (method === "POST") {
      const { decision } = body as { decision: string };
      const status = decision === "APPROVED" ? "ACTIVE" : "DECLINED";
      const seats = now.seats.map((it) =>
        path.includes(`/seats/${it.seatId}/`) ? { ...it, status } : it,
      ) as Seat[];
      now = { ...now, seats };
      return now;
    }
    if (path.endsWith("/written")) return { messages: 27, anything: true };
    return path === "/api/rooms" ? { items: [now] } : now;
  });
}

/** The approvals, from where a link leads to the room. */
function Screens() {
  return (
    <Routes>
      <Route path="/" element={<ApprovalsScreen />} />
      <Route path="*" element={<p>the room</p>} />
    </Routes>
  );
}

vi.mock("../rooms/useRoomId", () => ({ useRoomId: () => "room" }));

async function opens(room: RoomDetails) {
  const log = serverKeeps(room);
  await renderFor(ARE, <Screens />);
  await screen.findByRole("region", { name: "Frida" });
  await passes(1_000);
  return () => log.filter(({ method }) => method === "POST");
}

/** Second by second: each is counted when the one before has been drawn. */
async function passes(millis: number) {
  for (let left = millis; left >= 0; left -= 1_000) {
    await act(() => vi.advanceTimersByTimeAsync(Math.min(left, 1_000)));
  }
}
const user = userEvent.setup({ advanceTimers: (millis) => vi.advanceTimersByTime(millis) });
const button = (name: RegExp) => screen.getByRole("button", { name });
const cards = () => screen.getAllByRole("region").map((it) => it.getAttribute("aria-label"));
const card = (name: string) => screen.getByRole("region", { name });

test("an approval leaves after ten seconds, and its card stays where it was and says so", async () => {
  const sent = await opens(roomOf(...HELPERS));
  await user.click(button(/(Godkjenn|Approve) Frida/));
  await passes(8_000);
  expect(sent()).toEqual([]);
  expect(card("Frida").textContent).toMatch(/(Blir godkjent om|Approved in) 2 sek|Approved in 2/);
  await passes(3_000);
  expect(sent()).toEqual([
    {
      method: "POST",
      path: "/api/rooms/room/seats/Frida/approval",
      body: { decision: "APPROVED" },
    },
  ]);
  expect(cards()).toEqual(["Frida", "Vera", "Sara"]);
  expect(card("Frida").textContent).toMatch(/Er med i rommet|Takes part in the room/);
});

test("without a net nothing is counted: it says that it is sent when there is one, and is", async () => {
  const sent = await opens(roomOf(...HELPERS));
  await user.click(button(/Approve Frida/));
  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  act(() => void window.dispatchEvent(new Event("offline")));
  for (let seconds = 0; seconds < 12; seconds++) {
    expect(card("Frida").textContent).toMatch(/Not sent yet/);
    expect(card("Frida").textContent).not.toMatch(/Approved in/);
    button(/Undo the answer about Frida/);
    await passes(1_000);
  }
  expect(sent()).toEqual([]);
  online.mockRestore();
  act(() => void window.dispatchEvent(new Event("online")));
  await passes(0);
  expect(sent()).toHaveLength(1);
  await passes(0);
  expect(card("Frida").textContent).toMatch(/Takes part in the room/);
});

test("without a net nothing on the screen says that an answer leaves after ten seconds, or at once", async () => {
  await opens(roomOf(...HELPERS));
  const atOnce = /ten seconds|at once/;
  expect(document.body.textContent).toMatch(atOnce);
  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  act(() => void window.dispatchEvent(new Event("offline")));
  expect(document.body.textContent).not.toMatch(atOnce);
  screen.getByText(/^You have no network now/);
  online.mockRestore();
  act(() => void window.dispatchEvent(new Event("online")));
  expect(document.body.textContent).toMatch(atOnce);
});

test("what is undone within ten seconds was never sent", async () => {
  const sent = await opens(roomOf(...HELPERS));
  await user.click(button(/(Nei takk til|No thanks to) Frida/));
  await passes(5_000);
  await user.click(button(/(Angre svaret om|Undo the answer about) Frida/));
  await passes(60_000);
  expect(sent()).toEqual([]);
  button(/(Godkjenn|Approve) Frida/);
});

test("the same button taken three times answers for one person, once", async () => {
  const sent = await opens(roomOf(...HELPERS));
  const approve = button(/(Godkjenn|Approve) Frida/);
  await user.click(approve);
  expect(approve.closest("[inert]")).not.toBeNull();
  expect(cards()).toEqual(["Frida", "Vera", "Sara"]);
  await passes(11_000);
  expect(approve.closest("[inert]")).not.toBeNull();
  expect(sent()).toHaveLength(1);
});

test("what has just come to the screen takes no tap that was meant for what stood there", async () => {
  serverKeeps(roomOf(...HELPERS));
  await renderFor(ARE, <Screens />);
  const shown = await screen.findByRole("button", { name: /(Godkjenn|Approve) Frida/ });
  expect(shown.closest("[inert]")).not.toBeNull();
  await passes(1_000);
  expect(shown.closest("[inert]")).toBeNull();
});

test("leaving the screen sends the answer at once", async () => {
  const sent = await opens(roomOf(...HELPERS));
  await user.click(button(/(Godkjenn|Approve) Frida/));
  await user.click(screen.getByRole("link", { name: /Gå til rommet|Go to the room/ }));
  expect(sent()).toHaveLength(1);
});

test.each([
  ["closing the page", () => window.dispatchEvent(new Event("pagehide"))],
  ["going to another window", hide],
])("%s sends the answer at once, and in a way that outlives the page", async (_, leave) => {
  const sent = await opens(roomOf(...HELPERS));
  const fetching = vi.spyOn(window, "fetch");
  await user.click(button(/(Godkjenn|Approve) Frida/));
  act(() => void leave());
  await passes(0);
  expect(sent()).toHaveLength(1);
  const change = fetching.mock.calls.find(([, init]) => init?.method === "POST");
  expect(change?.[1]?.keepalive).toBe(true);
  await passes(60_000);
  expect(sent()).toHaveLength(1);
});

function hide() {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  document.dispatchEvent(new Event("visibilitychange"));
}

test("among the participants the answered one stays where she was answered for", async () => {
  const before = roomOf(...HELPERS);
  const after = roomOf({ ...FRIDA, status: "ACTIVE" }, ...OTHERS);
  function Room() {
    const [room, setRoom] = useState(before);
    return (
      <>
        <button onClick={() => setRoom(after)}>answered</button>
        <Participants room={room} headingLevel="1" />
      </>
    );
  }
  serverAnswers(() => ({}));
  await renderFor(ARE, <Room />);
  const were = cards();
  await user.click(button(/answered/));
  expect(cards()).toEqual(were);
  expect(screen.queryByRole("listitem")).toBeNull();
});

test("among the participants nothing says that who has been approved is not", async () => {
  const approved = seat("Frida");
  function Room() {
    const [status, setStatus] = useState<Seat["status"]>("PROPOSED");
    return (
      <>
        <button onClick={() => setStatus("ACTIVE")}>answered</button>
        <Participants room={roomOf({ ...approved, status })} headingLevel="1" />
      </>
    );
  }
  serverAnswers(() => ({}));
  await renderFor(ARE, <Room />);
  const heading = screen.getByRole("heading", { level: 2 });
  await user.click(button(/answered/));
  expect(card("Frida").textContent).toMatch(/Takes part in the room/);
  expect(screen.getByRole("heading", { level: 2 })).toBe(heading);
  expect(document.body.textContent).not.toMatch(/Not approved yet/);
});

test("before the yes it is told how much a newcomer can read", async () => {
  for (const [written, told] of [
    [undefined, "Whoever you approve can read everything that is written in the room."],
    [0, "Nobody has written anything in the room yet."],
    [
      40,
      "Whoever you approve can read everything that is written in the room. There are 27 messages there now.",
    ],
  ] as const) {
    talk.written = written;
    serverKeeps(roomOf(FRIDA));
    await renderFor(ARE, <Screens />);
    await screen.findByText(told);
    cleanup();
  }
});

test("where nobody waits, nothing is said of what they would read", async () => {
  serverKeeps(roomOf());
  await renderFor(ARE, <Screens />);
  await screen.findByText("Nobody else is waiting for an answer.");
  expect(screen.queryByText(/Whoever you approve/)).toBeNull();
});
