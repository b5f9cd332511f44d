import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { act, cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { OwnWindow } from "../conversation/ownWindow";
import { useAnswers } from "../answers/AnswersProvider";
import { shelfOf } from "../answers/shelf";
import { ARE, renderFor, serverAnswers, type Asked } from "../shell/test-room";
import { BlocksScreen } from "./BlocksScreen";

const VERA = { personId: "vera", name: "Vera Veileder" };
const MINUTE = 60_000;

let online: boolean;
let blocked: object[];
/** How many blocks he has taken back, as a server says that counts them. */
let takenBack: number | undefined;
/** What becomes of a block that is sent. */
let heard: "answered" | "lost on the way" | "lost on the way back" | "silent";
let log: Asked[];
let answers: ReturnType<typeof useAnswers>;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  vi.useFakeTimers({
    shouldAdvanceTime: true,
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"],
  });
  online = true;
  blocked = [];
  takenBack = undefined;
  heard = "answered";
  vi.spyOn(navigator, "onLine", "get").mockImplementation(() => online);
  log = serverAnswers(({ method, path }) => {
    if (path === "/api/rooms") return { items: [] };
    if (method === "PUT" && heard === "lost on the way")
      return Promise.reject(new TypeError("lost"));
    if (method === "PUT" && heard === "silent") return new Promise(() => undefined);
    if (method === "PUT") blocked = [{ ...VERA, since: "2026-11-22T06:00:00Z" }];
    if (method === "PUT" && heard !== "answered") return Promise.reject(new TypeError("lost"));
    return { items: blocked, takenBack };
  });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function Hold() {
  answers = useAnswers();
  return <p>another screen</p>;
}

const passes = (millis: number) => act(() => vi.advanceTimersByTimeAsync(millis));
const user = userEvent.setup({ advanceTimers: (millis) => vi.advanceTimersByTime(millis) });
const puts = () => log.filter(({ method }) => method === "PUT").map(({ path }) => path);

function network(is: "online" | "offline") {
  online = is === "online";
  act(() => void window.dispatchEvent(new Event(is)));
}

async function blocks() {
  await renderFor(ARE, <Hold />);
  act(() => answers.give({ kind: "block", ...VERA, at: Date.now() }));
}

test("R4: a block without a net is told on every screen, goes by itself, and is told as done", async () => {
  await renderFor(ARE, <Hold />);
  network("offline");
  act(() => answers.give({ kind: "block", ...VERA, at: Date.now() }));
  await screen.findByText(/Vera Veileder is not blocked yet, because you have no network/);
  await passes(MINUTE);
  expect(puts()).toEqual([]);
  network("online");
  await screen.findByText("Vera Veileder is blocked.");
  expect(puts()).toEqual(["/api/me/blocks/vera"]);
});

test("nobody is told that he has blocked nobody while a block waits, or may have been made", async () => {
  await renderFor(
    ARE,
    <>
      <Hold />
      <BlocksScreen />
    </>,
  );
  await screen.findByText("You have not blocked anybody.");
  heard = "lost on the way back";
  act(() => answers.give({ kind: "block", ...VERA, at: Date.now() }));
  await screen.findByText(/do not know whether Vera Veileder is blocked/);
  expect(screen.queryByText("You have not blocked anybody.")).toBeNull();
});

test("a block that waits can be taken back, and is never sent then", async () => {
  await renderFor(ARE, <Hold />);
  network("offline");
  act(() => answers.give({ kind: "block", ...VERA, at: Date.now() }));
  await user.click(await screen.findByRole("button", { name: "Do not do it after all" }));
  network("online");
  await passes(MINUTE);
  expect(puts()).toEqual([]);
});

test("of a block whose answer was lost it is looked whether it is so, and it is not sent again", async () => {
  heard = "lost on the way back";
  await blocks();
  await screen.findByText(/do not know whether Vera Veileder is blocked/);
  await passes(6_000);
  await screen.findByText("Vera Veileder is blocked.");
  expect(puts()).toHaveLength(1);
});

test("what may have been heard is told of until that is known, also where it is not to be sent again", async () => {
  heard = "lost on the way back";
  await blocks();
  await screen.findByText(/do not know whether Vera Veileder is blocked/);
  network("offline");
  await user.click(await screen.findByRole("button", { name: "Do not try again" }));
  await screen.findByText(/do not know whether Vera Veileder is blocked.* We look again/);
  network("online");
  await screen.findByText("Vera Veileder is blocked.");
  expect(puts()).toHaveLength(1);
});

test("R4: called off while it is sent once more, it may still be heard, and no look says that it is not", async () => {
  heard = "lost on the way";
  await blocks();
  await screen.findByText(/do not know whether Vera Veileder is blocked/);
  network("offline");
  await passes(2 * MINUTE);
  heard = "silent";
  network("online");
  await waitFor(() => expect(puts()).toHaveLength(2));
  await user.click(await screen.findByRole("button", { name: "Do not try again" }));
  for (let second = 0; second < 50; second++) {
    await passes(1_000);
    expect(document.body.textContent).not.toMatch(/Vera Veileder is not blocked/);
  }
  expect(puts()).toHaveLength(2);
});

test("what is not to be sent again, and was not heard, is said not to be so", async () => {
  heard = "lost on the way";
  await blocks();
  await user.click(await screen.findByRole("button", { name: "Do not try again" }));
  heard = "answered";
  await passes(70_000);
  await screen.findByText(/Vera Veileder is not blocked/);
  expect(puts()).toHaveLength(1);
});

/** What is only looked after, and he has seen that; without a net nothing is known yet. */
async function seesThatItIsLookedAfter(becomes: typeof heard) {
  heard = becomes;
  await blocks();
  await screen.findByText(/do not know whether Vera Veileder is blocked/);
  network("offline");
  await user.click(await screen.findByRole("button", { name: "Do not try again" }));
  await screen.findByText(/do not know whether Vera Veileder is blocked.* We look again/);
  await user.click(screen.getByRole("button", { name: "I have seen it" }));
  expect(document.body.textContent).not.toMatch(/Vera Veileder/);
}

test("R4: who has seen that it is looked after is told no more, until it is known to be so", async () => {
  await seesThatItIsLookedAfter("lost on the way back");
  await passes(20_000);
  expect(document.body.textContent).not.toMatch(/Vera Veileder/);
  network("online");
  await screen.findByText("Vera Veileder is blocked.");
  expect(puts()).toHaveLength(1);
});

test("R4: who has seen that it is looked after is told once it is known not to be so", async () => {
  await seesThatItIsLookedAfter("lost on the way");
  await passes(70_000);
  network("online");
  await screen.findByText(/Vera Veileder is not blocked, and can still be in your rooms/);
  screen.getByRole("button", { name: "Try again" });
  expect(puts()).toHaveLength(1);
});

test("R4: what was seen to be looked after is found by the next page", async () => {
  await seesThatItIsLookedAfter("lost on the way");
  cleanup();
  await passes(70_000);
  network("online");
  await renderFor(ARE, <Hold />);
  await screen.findByText(/Vera Veileder is not blocked, and can still be in your rooms/);
});

test("who has seen that it was not sent is not told so once more, here or on the next page", async () => {
  const left = { kind: "block", ...VERA, at: Date.now() - 11 * MINUTE } as const;
  await shelfOf("are", new OwnWindow(undefined)).put(left);
  network("offline");
  await renderFor(ARE, <Hold />);
  await screen.findByText(/Vera Veileder is not blocked.* We look again/);
  await user.click(screen.getByRole("button", { name: "I have seen it" }));
  const looks = () => log.filter(({ path }) => path === "/api/me/blocks").length;
  const before = looks();
  network("online");
  await waitFor(() => expect(looks()).toBeGreaterThan(before));
  await passes(6_000);
  expect(document.body.textContent).not.toMatch(/Vera Veileder/);
  cleanup();
  await renderFor(ARE, <Hold />);
  await passes(6_000);
  expect(document.body.textContent).not.toMatch(/Vera Veileder/);
});

test("R4: what could not be looked at for long is known once it can, and not told as unknown", async () => {
  heard = "lost on the way";
  await blocks();
  await user.click(await screen.findByRole("button", { name: "Do not try again" }));
  const answered = fetch;
  const headers = { "content-type": "application/problem+json" };
  const none = { code: "temporarily-unavailable", status: 503 };
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json(none, { status: 503, headers })));
  for (let second = 0; second < 70; second++) await passes(1_000);
  screen.getByText(/do not know whether Vera Veileder is blocked/);
  vi.stubGlobal("fetch", answered);
  await passes(6_000);
  await screen.findByText(/Vera Veileder is not blocked, and can still be in your rooms/);
});

test("a block that was lost on the way goes again by itself", async () => {
  heard = "lost on the way";
  await blocks();
  await screen.findByText(/do not know whether Vera Veileder is blocked/);
  heard = "answered";
  await passes(6_000);
  await screen.findByText("Vera Veileder is blocked.");
  expect(puts()).toHaveLength(2);
});

test("one that may have been heard long ago, and lifted since, is not sent before he is asked", async () => {
  heard = "lost on the way back";
  await blocks();
  await screen.findByText(/do not know whether Vera Veileder is blocked/);
  network("offline");
  await passes(11 * MINUTE);
  heard = "answered";
  // On another device.
  blocked = [];
  network("online");
  await screen.findByText(/Vera Veileder is not blocked, and can still be in your rooms/);
  expect(puts()).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await screen.findByText("Vera Veileder is blocked.");
});

/** He blocks her without a net; what is sent eleven minutes later is lost on the way. */
async function isSentLate() {
  await renderFor(ARE, <Hold />);
  network("offline");
  act(() => answers.give({ kind: "block", ...VERA, at: Date.now() }));
  await passes(11 * MINUTE);
  heard = "lost on the way";
  network("online");
  await screen.findByText(/do not know whether Vera Veileder is blocked/);
  await passes(6_000);
  screen.getByText(/do not know whether Vera Veileder is blocked/);
  expect(screen.queryByText(/Vera Veileder is not blocked/)).toBeNull();
}

test("while one may still be heard nothing says that she is not blocked, however long ago it was asked for", async () => {
  await isSentLate();
  blocked = [{ ...VERA, since: "2026-11-22T06:00:00Z" }];
  await passes(6_000);
  await screen.findByText("Vera Veileder is blocked.");
  expect(puts()).toHaveLength(1);
});

test("that she is not blocked is told no more once it is seen that she is", async () => {
  await isSentLate();
  for (let second = 0; second < 70; second++) await passes(1_000);
  await screen.findByText(/Vera Veileder is not blocked/);
  act(() => answers.seen({ items: [{ ...VERA, since: "2026-11-22T06:00:00Z" }] as never }));
  expect(screen.queryByText(/Vera Veileder is not blocked/)).toBeNull();
});

test("one that is tried again is one of now: it goes again by itself", async () => {
  await isSentLate();
  for (let second = 0; second < 70; second++) await passes(1_000);
  await user.click(await screen.findByRole("button", { name: "Try again" }));
  await screen.findByText(/do not know whether Vera Veileder is blocked/);
  heard = "answered";
  await passes(6_000);
  await screen.findByText("Vera Veileder is blocked.");
});

const LIFTED = /Vera Veileder is not blocked.*You have lifted a block, and it may be this one/;

test.each([
  ["was never sent", 0],
  ["may have been heard", Date.now()],
])(
  "R4: a block of a closed page is not made anew where he has lifted it meanwhile: it %s",
  async (_, heardUntil) => {
    takenBack = 3;
    const left = { kind: "block", ...VERA, at: Date.now() - MINUTE, takenBack: 2 } as const;
    const goesUntil = Date.now() + MINUTE;
    await shelfOf("are", new OwnWindow(undefined)).put(left, heardUntil, goesUntil);
    await renderFor(ARE, <Hold />);
    await screen.findByText(LIFTED);
    expect(puts()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await screen.findByText("Vera Veileder is blocked.");
  },
);

test("R4: one whose answer was lost is not made anew where he has lifted it, and he is asked once", async () => {
  takenBack = 0;
  heard = "lost on the way back";
  await renderFor(ARE, <Hold />);
  act(() => answers.give({ kind: "block", ...VERA, at: Date.now(), takenBack: 0 }));
  await screen.findByText(/do not know whether Vera Veileder is blocked/);
  network("offline");
  blocked = [];
  takenBack = 1;
  network("online");
  // It may still be heard, for all that is known here.
  for (let second = 0; second < 50; second++) {
    await passes(1_000);
    expect(document.body.textContent).not.toMatch(/Vera Veileder is not blocked/);
  }
  await passes(30_000);
  await screen.findByText(LIFTED);
  expect(puts()).toHaveLength(1);
  // He wants it all the same: what he had lifted by now says nothing against this one.
  heard = "lost on the way";
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await screen.findByText(/do not know whether Vera Veileder is blocked/);
  heard = "answered";
  await passes(6_000);
  await screen.findByText("Vera Veileder is blocked.");
  expect(puts()).toHaveLength(3);
});

test("R4: one that was lost on the way goes again, however long ago, where he has lifted none", async () => {
  takenBack = 1;
  heard = "lost on the way";
  await renderFor(ARE, <Hold />);
  act(() => answers.give({ kind: "block", ...VERA, at: Date.now(), takenBack: 1 }));
  await screen.findByText(/do not know whether Vera Veileder is blocked/);
  network("offline");
  await passes(11 * MINUTE);
  heard = "answered";
  network("online");
  await screen.findByText("Vera Veileder is blocked.");
});

test("R4: a block that a closed tab has left goes from the next page", async () => {
  const left = { kind: "block", ...VERA, at: Date.now() } as const;
  await shelfOf("are", new OwnWindow(undefined)).put(left, 0, Date.now() + MINUTE);
  await renderFor(ARE, <Hold />);
  await waitFor(() => expect(puts()).toEqual(["/api/me/blocks/vera"]));
  await screen.findByText("Vera Veileder is blocked.");
});

test.each([
  ["a clock that was ahead", -5],
  ["eleven minutes old, and never sent", 11],
])(
  "one of a closed page is asked about where nothing tells that it is younger than ten minutes: %s",
  async (_, minutes) => {
    const left = { kind: "block", ...VERA, at: Date.now() - minutes * MINUTE } as const;
    await shelfOf("are", new OwnWindow(undefined)).put(left, 0, Date.now() + 60 * MINUTE);
    await renderFor(ARE, <Hold />);
    await screen.findByText(/Vera Veileder is not blocked, and can still be in your rooms/);
    expect(puts()).toEqual([]);
  },
);

test("once it has been lifted nothing says that she is blocked", async () => {
  heard = "lost on the way";
  await blocks();
  await screen.findByText(/do not know whether/);
  heard = "answered";
  await passes(6_000);
  await screen.findByText("Vera Veileder is blocked.");
  act(() => answers.seen({ items: [] }));
  expect(screen.queryByText("Vera Veileder is blocked.")).toBeNull();
});
