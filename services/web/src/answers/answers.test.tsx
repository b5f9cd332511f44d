import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { act, cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Link, Route, Routes } from "react-router";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ApprovalsScreen } from "../consent/ApprovalsScreen";
import { ConsentScreen } from "../consent/ConsentScreen";
import type { RoomDetails } from "../contracts/rooms";
import { OwnWindow } from "../conversation/ownWindow";
import { Vault } from "../conversation/vault";
import { useRooms } from "../rooms/rooms";
import { forgetIntention, forgetIntentionElsewhere } from "../session/intention";
import { ARE, aresRoom, renderFor, serverAnswers, type Asked } from "../shell/test-room";
import { fromDevice } from "./answer";
import { shelfOf } from "./shelf";

vi.mock("../conversation/useConversation", () => ({ useHowMuchIsWritten: () => undefined }));

vi.mock("../rooms/useRoomId", () => ({ useRoomId: () => "room" }));

const FRIDA = { personId: "frida", name: "Frida" };
const SEAT = { seatId: "frida", part: "HELPER", status: "PROPOSED", person: FRIDA } as const;
const may = { ...aresRoom().may, withdraw: true, approve: true };
const OPEN = aresRoom({ status: "ACTIVE", may, seats: [{ ...SEAT, changedAt: "" }] });

const NOT_YET = /ikke trukket ennå|not withdrawn yet/;
const UNSURE = /vet ikke om samtykket er trukket|do not know whether your consent is withdrawn/;
const WITHDRAWN = /Samtykket er trukket\.|Your consent is withdrawn\./;
const NOT = /Samtykket er ikke trukket|Your consent is not withdrawn/;

/** The device takes its own time, whatever the clock says. */
const realTimeout = setTimeout;
const really = (millis: number) => act(() => new Promise((done) => realTimeout(done, millis)));

let room: RoomDetails;
/** More than that one. */
let list: RoomDetails[] | undefined;
let log: Asked[];
let refusal: { code: string; status: number } | undefined;
/** The server hears, and its answer is lost. */
let answersLost: boolean;
let online: boolean;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  // The device's own clock is left alone.
  vi.useFakeTimers({
    shouldAdvanceTime: true,
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"],
  });
  room = OPEN;
  list = undefined;
  refusal = undefined;
  answersLost = false;
  online = true;
  vi.spyOn(navigator, "onLine", "get").mockImplementation(() => online);
  log = serverAnswers(({ method, path }) => {
    if (method === "GET")
      return path === "/api/rooms" ? { items: (list ?? [room]).map(summary) } : room;
    if (path.endsWith("/withdrawal")) {
      if (room.status === "WITHDRAWN") return problem({ code: "consent-not-given", status: 409 });
      if (!refusal) room = { ...room, status: "WITHDRAWN", may: aresRoom().may };
    } else if (!refusal) {
      room = { ...room, seats: room.seats.map((it) => ({ ...it, status: "ACTIVE" })) };
    }
    return refusal ? problem(refusal) : room;
  });
  const answered = fetch;
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    if (!online) throw new TypeError("offline");
    const answer = await answered(path, init);
    if (answersLost) throw new TypeError("lost");
    return answer;
  });
});

afterEach(() => {
  cleanup();
  window.dispatchEvent(new Event("online"));
  forgetIntention();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** As a list has it. */
function summary(room: RoomDetails) {
  return { ...room, seats: undefined, may: undefined };
}

function problem(body: { code: string; status: number }): Response {
  const headers = { "content-type": "application/problem+json" };
  return new Response(JSON.stringify(body), { status: body.status, headers });
}

function goes() {
  online = false;
  act(() => void window.dispatchEvent(new Event("offline")));
}

async function comesBack() {
  online = true;
  act(() => void window.dispatchEvent(new Event("online")));
  await passes(100);
}

const passes = (millis: number) => act(() => vi.advanceTimersByTimeAsync(millis));
const user = userEvent.setup({ advanceTimers: (millis) => vi.advanceTimersByTime(millis) });
const changes = () => log.filter(({ method }) => method !== "GET").map(({ path }) => path);
const tap = async (name: RegExp) => user.click(await screen.findByRole("button", { name }));
const withdraw = () => tap(/^(Steng rommet|Close the room) /);
const leave = () => user.click(screen.getByRole("link", { name: "away" }));

async function comesToSay(text: RegExp) {
  for (let tries = 0; tries < 100 && !screen.queryByText(text); tries++) {
    await passes(1_000);
    await really(20);
  }
  screen.getByText(text);
}

/** As one that is known not to have been heard. */
async function liesOnDevice() {
  const vault = await Vault.open();
  const lies = async () => (await vault.all("are")).map(({ text }) => fromDevice(text)?.heardUntil);
  for (let tries = 0; tries < 100 && (await lies())[0] !== 0; tries++) await really(20);
  vault.close();
}

async function consentScreen() {
  await renderFor(ARE, <Screens of={<ConsentScreen />} />);
  await screen.findByRole("button", { name: /^(Steng rommet|Close the room) / });
}

function Screens({ of }: { of: React.ReactNode }) {
  return (
    <>
      <Link to="/elsewhere">away</Link>
      <Link to="/list">list</Link>
      <Link to="/">home</Link>
      <h1 tabIndex={-1}>page</h1>
      <Routes>
        <Route path="/" element={of} />
        <Route path="list" element={<List />} />
        <Route path="*" element={<p>another screen</p>} />
      </Routes>
    </>
  );
}

function List() {
  return <p>{useRooms().data?.length} rooms</p>;
}

test("R4: without a network it says that consent is not withdrawn yet, and withdraws it when there is one", async () => {
  await consentScreen();
  goes();
  await withdraw();
  await screen.findByText(NOT_YET);
  await passes(60_000);
  expect(changes()).toEqual([]);
  await comesBack();
  await screen.findByText(
    /^(Samtykket er trukket|Consent is withdrawn|Your consent is withdrawn)$/,
  );
  expect(changes()).toEqual(["/api/rooms/room/withdrawal"]);
  expect(screen.queryByText(NOT_YET)).toBeNull();
});

test("R4: it is told on whichever screen one is, and goes from there", async () => {
  await consentScreen();
  goes();
  await withdraw();
  expect(await screen.findAllByText(NOT_YET)).toHaveLength(1);
  await leave();
  screen.getByText("another screen");
  expect(await screen.findAllByText(NOT_YET)).toHaveLength(1);
  await comesBack();
  await waitFor(() => expect(changes()).toEqual(["/api/rooms/room/withdrawal"]));
  await waitFor(() => expect(screen.queryByText(NOT_YET)).toBeNull());
  await screen.findByText(/Samtykket er trukket\.|Your consent is withdrawn\./);
  await tap(/Jeg har sett det|I have seen it/);
  expect(screen.queryByText(/Samtykket er trukket|Your consent is withdrawn/)).toBeNull();
});

test("what went through at once is told by its screen, and followed to no other", async () => {
  await consentScreen();
  await withdraw();
  await screen.findByRole("heading", { name: /Samtykket er trukket|onsent is withdrawn/ });
  await leave();
  await passes(2_000);
  expect(screen.queryByText(/Samtykket|onsent/)).toBeNull();
});

test("what waits can be taken back, and is never sent then", async () => {
  await consentScreen();
  goes();
  await withdraw();
  await leave();
  await tap(/Ikke gjør det likevel|Do not do it after all/);
  // The button is gone with what it stood in.
  expect(document.activeElement).toBe(screen.getByRole("heading", { name: "page" }));
  await comesBack();
  await passes(60_000);
  expect(changes()).toEqual([]);
});

test("who has tapped on blank ground since is not brought back as it goes", async () => {
  await consentScreen();
  goes();
  await withdraw();
  await leave();
  (await screen.findByRole("button", { name: /Do not do it after all/ })).focus();
  (document.activeElement as HTMLElement).blur();
  await passes(0);
  await comesBack();
  await screen.findByRole("button", { name: /I have seen it/ });
  await passes(100);
  expect(document.activeElement).toBe(document.body);
});

test("while it waits the focus is where that stands, and stays there when it is taken back", async () => {
  await consentScreen();
  goes();
  await withdraw();
  const tells = (await screen.findByText(NOT_YET)).closest('[role="status"]');
  await passes(100);
  expect(document.activeElement).toBe(tells);
  await tap(/Ikke gjør det likevel|Do not do it after all/);
  expect(document.activeElement).toBe(tells);
  await comesBack();
});

test("where the answer was lost it says that nobody knows, and finds out that it is so", async () => {
  await consentScreen();
  answersLost = true;
  await withdraw();
  await screen.findByText(UNSURE);
  expect(screen.queryByText(NOT_YET)).toBeNull();
  answersLost = false;
  await passes(6_000);
  await screen.findByText(
    /^(Samtykket er trukket|Consent is withdrawn|Your consent is withdrawn)$/,
  );
  expect(screen.queryByText(UNSURE)).toBeNull();
  expect(screen.queryByText(NOT)).toBeNull();
});

describe("R4: a withdrawal whose answer was lost", () => {
  const consentOf = (givenAt: string) => ({ textVersion: "1", givenAt });
  const FIRST = consentOf("2026-11-22T06:00:00Z");
  const ASKED_FIRST = ["/api/rooms/room/withdrawal"];

  beforeEach(() => (room = { ...OPEN, consent: FIRST }));

  /** He is away from the net until the room has become this. */
  async function isLostUntil(becomes: RoomDetails) {
    await consentScreen();
    answersLost = true;
    await withdraw();
    await screen.findByText(UNSURE);
    expect(room.status).toBe("WITHDRAWN");
    goes();
    answersLost = false;
    room = becomes;
  }

  test("does not overrule the yes that he has given since on another device, and he is told", async () => {
    const later = consentOf("2026-11-22T06:10:00Z");
    await isLostUntil({ ...OPEN, accessEpoch: 3, consent: later });
    await leave();
    await comesBack();
    await screen.findByText(/you have opened the room again since/);
    await passes(20_000);
    expect(changes()).toEqual(ASKED_FIRST);
    // He decides anew where he sees how the room is.
    screen.getByRole("button", { name: "Try again" });
  });

  test("is given anew at a tap, to the room as it stands there by then", async () => {
    const later = consentOf("2026-11-22T06:10:00Z");
    await isLostUntil({ ...OPEN, accessEpoch: 3, consent: later });
    await comesBack();
    await screen.findByText(/you have opened the room again since/);
    await withdraw();
    await waitFor(() => expect(room.status).toBe("WITHDRAWN"));
    expect(changes()).toHaveLength(2);
  });

  test("is sent again where somebody has only left meanwhile", async () => {
    await isLostUntil({ ...OPEN, accessEpoch: 2, consent: FIRST });
    await comesBack();
    await waitFor(() => expect(room.status).toBe("WITHDRAWN"));
    expect(changes()).toHaveLength(2);
  });

  test("asks him where nothing tells whether it is the same consent", async () => {
    await isLostUntil({ ...OPEN, accessEpoch: 2 });
    await comesBack();
    screen.getByText(UNSURE);
    expect(document.body.textContent).toMatch(/We look again/);
    for (let second = 0; second < 70; second++) await passes(1_000);
    await screen.findByText(NOT);
    screen.getByText(/See how it is now before you answer/);
    await passes(20_000);
    expect(changes()).toEqual(ASKED_FIRST);
  });

  test("is not sent before the room could be looked at", async () => {
    await isLostUntil({ ...OPEN, accessEpoch: 2, consent: FIRST });
    const answered = fetch;
    vi.stubGlobal("fetch", (path: string, init: RequestInit) =>
      init.method === "POST"
        ? answered(path, init)
        : Promise.resolve(problem({ code: "log-unavailable", status: 503 })),
    );
    await comesBack();
    await passes(20_000);
    screen.getByText(UNSURE);
    expect(changes()).toEqual(ASKED_FIRST);
    vi.stubGlobal("fetch", answered);
    await passes(6_000);
    await waitFor(() => expect(room.status).toBe("WITHDRAWN"));
  });
});

describe("R5: a withdrawal that waits while the server cannot say how the room is", () => {
  const SAYS = /We send it when we can, or at once if you press “Send it now”/;

  /** He withdraws without a network; when that is back the room cannot be looked at. */
  async function cannotBeLookedAt() {
    room = { ...OPEN, consent: { textVersion: "1", givenAt: "2026-11-22T06:00:00Z" } };
    await consentScreen();
    goes();
    await withdraw();
    await screen.findByText(NOT_YET);
    const answered = fetch;
    vi.stubGlobal("fetch", (path: string, init: RequestInit) =>
      online && init.method !== "POST"
        ? Promise.resolve(problem({ code: "temporarily-unavailable", status: 503 }))
        : answered(path, init),
    );
    await comesBack();
    for (let seconds = 0; seconds < 20; seconds++) await passes(1_000);
    expect(screen.queryByText(SAYS)).toBeNull();
    for (let seconds = 0; seconds < 20; seconds++) await passes(1_000);
    screen.getByText(SAYS);
    screen.getByRole("button", { name: "Do not do it after all" });
    expect(screen.queryByRole("button", { name: /I have seen it/ })).toBeNull();
    expect(changes()).toEqual([]);
    return () => void vi.stubGlobal("fetch", answered);
  }

  test("is sent with one tap", async () => {
    await cannotBeLookedAt();
    await tap(/Send it now/);
    await waitFor(() => expect(room.status).toBe("WITHDRAWN"));
    await waitFor(() => expect(screen.queryByText(SAYS)).toBeNull());
    expect(changes()).toHaveLength(1);
  });

  test("leads to the fresh sign-in that it needs, also where an answer was lost before", async () => {
    await consentScreen();
    answersLost = true;
    await withdraw();
    await screen.findByText(UNSURE);
    answersLost = false;
    room = OPEN;
    const answered = fetch;
    vi.stubGlobal("fetch", (path: string, init: RequestInit) =>
      init.method === "POST"
        ? answered(path, init)
        : Promise.resolve(problem({ code: "temporarily-unavailable", status: 503 })),
    );
    for (let seconds = 0; seconds < 40; seconds++) await passes(1_000);
    const assign = vi.fn();
    vi.stubGlobal("location", { pathname: "/rooms/room/consent", assign });
    refusal = { code: "fresh-login-required", status: 403 };
    await tap(/Send it now/);
    await waitFor(() => expect(assign).toHaveBeenCalledOnce());
    expect(assign).toHaveBeenCalledWith(expect.stringContaining("fresh=true"));
    // Who does not come back from there is told no "not" by the next page.
    const vault = await Vault.open();
    const [left] = await vault.all("are");
    vault.close();
    expect(fromDevice(left?.text ?? "")?.heardUntil).toBeGreaterThan(0);
  });

  test("is offered to be sent at once by nothing that has no network", async () => {
    await cannotBeLookedAt();
    goes();
    await tap(/Send it now/);
    expect(screen.queryByText(SAYS)).toBeNull();
    expect(screen.queryByRole("button", { name: /Send it now/ })).toBeNull();
    screen.getByText(NOT_YET);
    await comesBack();
  });

  test("goes by itself once it can, and overrules no later yes meanwhile", async () => {
    const canAgain = await cannotBeLookedAt();
    const consent = { textVersion: "1", givenAt: "2026-11-22T07:00:00Z" };
    room = { ...room, accessEpoch: 3, consent };
    canAgain();
    await passes(6_000);
    await screen.findByText(/you have opened the room again since/);
    expect(changes()).toEqual([]);
  });
});

test("a network that swallows everything is told as one that does not answer", async () => {
  await consentScreen();
  vi.stubGlobal("fetch", () => new Promise(() => undefined));
  await withdraw();
  await passes(16_000);
  await screen.findByText(UNSURE);
});

test("a no that comes on another screen is told there, and can be tried again", async () => {
  await consentScreen();
  refusal = { code: "fault", status: 500 };
  const answered = fetch;
  let answer: () => void = () => undefined;
  const slow = new Promise<void>((done) => (answer = done));
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    if (init.method === "POST") await slow;
    return answered(path, init);
  });
  await withdraw();
  await leave();
  answer();
  await screen.findByText(NOT);
  refusal = undefined;
  await tap(/Prøv igjen|Try again/);
  await waitFor(() => expect(room.status).toBe("WITHDRAWN"));
  await waitFor(() => expect(screen.queryByText(NOT)).toBeNull());
});

test("what has failed here and was done in another window is not told as not done any more", async () => {
  await consentScreen();
  refusal = { code: "fault", status: 500 };
  await withdraw();
  await screen.findByText(NOT);
  await leave();
  await screen.findByText(NOT);
  room = { ...room, status: "WITHDRAWN" };
  await passes(10_000);
  await user.click(screen.getByRole("link", { name: "list" }));
  await screen.findByText(/Samtykket er trukket\.|Your consent is withdrawn\./);
  expect(screen.queryByText(NOT)).toBeNull();
});

test("R4: where only its own answer is lost, what is seen to be so is not told as not known", async () => {
  await consentScreen();
  const answered = fetch;
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    const answer = await answered(path, init);
    return init.method === "POST" ? new Promise(() => undefined) : answer;
  });
  await withdraw();
  await waitFor(() => expect(room.status).toBe("WITHDRAWN"));
  // The list is asked for again before the answer is given up.
  await passes(11_000);
  await user.click(screen.getByRole("link", { name: "list" }));
  await screen.findByText("1 rooms");
  for (let second = 0; second < 20; second++) {
    await passes(1_000);
    expect(screen.queryByText(UNSURE)).toBeNull();
  }
  expect(changes()).toEqual(["/api/rooms/room/withdrawal"]);
});

test("R4: the page that asks does not offer again what a list says is so", async () => {
  await consentScreen();
  const answered = fetch;
  const isWithdrawn = () => room.status === "WITHDRAWN";
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    const answer = await answered(path, init);
    const lost = init.method === "POST" || (path.startsWith("/api/rooms/room") && isWithdrawn());
    return lost ? new Promise(() => undefined) : answer;
  });
  await withdraw();
  await waitFor(() => expect(isWithdrawn()).toBe(true));
  // The list is asked for again as the window comes to the front.
  await passes(6_000);
  act(() => void window.dispatchEvent(new Event("visibilitychange")));
  await waitFor(() => expect(log.filter(({ path }) => path === "/api/rooms")).toHaveLength(2));
  await passes(2_000);
  screen.getByText(/^(Trekker samtykket|Withdrawing)/);
});

test("R4: a page that closes while it sends leaves what may have been heard", async () => {
  await consentScreen();
  const vault = await Vault.open();
  let lies: (number | undefined)[] = [];
  const answered = fetch;
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    if (init.method === "POST") {
      lies = (await vault.all("are")).map(({ text }) => fromDevice(text)?.heardUntil);
    }
    return answered(path, init);
  });
  await withdraw();
  await waitFor(() => expect(lies).toHaveLength(1));
  expect(lies[0]).toBeGreaterThan(Date.now());
  vault.close();
});

test("where there are several rooms it is told of which one, and where there is one nothing more", async () => {
  await consentScreen();
  await user.click(screen.getByRole("link", { name: "list" }));
  await screen.findByText("1 rooms");
  expect(await waitsForTheNet()).toBeNull();
  cleanup();
  list = [OPEN, aresRoom({ roomId: "other", purpose: "Finne et sted å bo" })];
  await consentScreen();
  await user.click(screen.getByRole("link", { name: "list" }));
  await screen.findByText("2 rooms");
  expect((await waitsForTheNet())?.textContent).toMatch(/: Samordne hjelpen$/);

  async function waitsForTheNet() {
    await user.click(screen.getByRole("link", { name: "home" }));
    await screen.findByRole("button", { name: /^(Steng rommet|Close the room) / });
    goes();
    await withdraw();
    await leave();
    await screen.findByText(NOT_YET);
    const told = screen.queryByText(/^(Rommet som gjelder|The room in question)/);
    await tap(/Ikke gjør det likevel|Do not do it after all/);
    await comesBack();
    return told;
  }
});

test("an approval that left with its screen and failed is told on the next one", async () => {
  await renderFor(ARE, <Screens of={<ApprovalsScreen />} />);
  await screen.findByRole("region", { name: "Frida" });
  await passes(1_000);
  refusal = { code: "fault", status: 500 };
  await tap(/(Godkjenn|Approve) Frida/);
  await leave();
  await screen.findByText(/Frida er ikke godkjent|Frida is not approved/);
  refusal = undefined;
  await tap(/Prøv igjen|Try again/);
  await waitFor(() => expect(room.seats[0]?.status).toBe("ACTIVE"));
  await screen.findByText(/Frida er godkjent|Frida is approved/);
});

test("a no that another answer came before leads to who is in the room, and is not sent again", async () => {
  await renderFor(ARE, <Screens of={<ApprovalsScreen />} />);
  await screen.findByRole("region", { name: "Frida" });
  await passes(1_000);
  refusal = { code: "approval-already-answered", status: 409 };
  await tap(/(Nei takk til|No thanks to) Frida/);
  room = { ...room, seats: [{ ...SEAT, status: "ACTIVE", changedAt: "" }] };
  await leave();
  await screen.findByText(/allerede svart|already answered/);
  const sent = log.filter(({ method }) => method === "POST").length;

  expect(screen.queryByRole("button", { name: /Prøv igjen|Try again/ })).toBeNull();
  await tap(/Se hvem som er med|See who takes part/);

  await waitFor(() => expect(screen.queryByText(/allerede svart|already answered/)).toBeNull());
  expect(log.filter(({ method }) => method === "POST")).toHaveLength(sent);
});

test("an approval without a network says on its card that it is not sent, and can be taken back there", async () => {
  await renderFor(ARE, <Screens of={<ApprovalsScreen />} />);
  await screen.findByRole("region", { name: "Frida" });
  await passes(1_000);
  goes();
  await tap(/(Godkjenn|Approve) Frida/);
  for (let second = 0; second < 12; second++) await passes(1_000);
  const card = screen.getByRole("region", { name: "Frida" });
  expect(card.textContent).toMatch(/Ikke sendt ennå|Not sent yet/);
  await tap(/(Angre svaret om|Undo the answer about) Frida/);
  await comesBack();
  expect(changes()).toEqual([]);
  screen.getByRole("button", { name: /(Godkjenn|Approve) Frida/ });
});

describe("an approval that a closed page has left", () => {
  /** Nothing of the room comes but to the screen that asks, first. */
  async function cardAfter(decision: "APPROVED" | "DECLINED", then: () => Promise<never>) {
    const left = { kind: "approval", roomId: "room", seatId: "frida", name: "Frida" } as const;
    await shelfOf("are", new OwnWindow(undefined)).put({ ...left, decision }, 0);
    const answered = fetch;
    let asked = 0;
    vi.stubGlobal("fetch", (path: string, init: RequestInit) =>
      path.endsWith("refresh=true") && asked++ > 0 ? then() : answered(path, init),
    );
    await renderFor(ARE, <Screens of={<ApprovalsScreen />} />);
    return screen.findByRole("region", { name: "Frida" });
  }

  test("is told as looked after, and not as being sent", async () => {
    const card = await cardAfter("APPROVED", () => new Promise(() => undefined));
    await waitFor(() => expect(card.textContent).toMatch(/Ser etter hvordan|Looking how/));
    expect(card.textContent).not.toMatch(/Sender svaret|Sending the answer/);
  });

  test.each([
    ["APPROVED", /Ikke godkjent\. Vi ser etter|Not approved\. We look again/],
    ["DECLINED", /Svaret kom ikke fram\. Vi ser etter|did not get through\. We look again/],
  ] as const)("is told as not so, and is not sent by itself: %s", async (decision, text) => {
    const card = await cardAfter(decision, () => Promise.reject(new TypeError("lost")));
    await waitFor(() => expect(card.textContent).toMatch(text));
    expect(card.textContent).not.toMatch(/Sendes når|It is sent when/);
    await passes(20_000);
    expect(changes()).toEqual([]);
  });
});

test("where a fresh sign-in is missing on another screen, trying again leads to it", async () => {
  await consentScreen();
  goes();
  await withdraw();
  await leave();
  refusal = { code: "fresh-login-required", status: 403 };
  await comesBack();
  await screen.findByText(NOT);
  const assign = vi.fn();
  vi.stubGlobal("location", { pathname: "/elsewhere", assign });
  await tap(/Prøv igjen|Try again/);
  expect(assign).toHaveBeenCalledWith(expect.stringContaining("fresh=true"));
  expect(assign).toHaveBeenCalledWith(
    expect.stringContaining(encodeURIComponent("/rooms/room/consent")),
  );
});

test("where it is missing on the screen itself, one is led to it, and the answer is given on the way back", async () => {
  await consentScreen();
  const assign = vi.fn();
  vi.stubGlobal("location", { pathname: "/rooms/room/consent", assign });
  refusal = { code: "fresh-login-required", status: 403 };
  await withdraw();
  await waitFor(() => expect(assign).toHaveBeenCalledOnce());
  expect(screen.queryByText(NOT)).toBeNull();
  cleanup();
  refusal = undefined;
  const backAt = new Date(Date.parse(ARE.signedInAt) + 60_000).toISOString();
  await renderFor({ ...ARE, signedInAt: backAt }, <Screens of={<ConsentScreen />} />);
  await waitFor(() => expect(room.status).toBe("WITHDRAWN"));
  await screen.findByRole("heading", { name: /Samtykket er trukket|onsent is withdrawn/ });
});

test.each([
  ["not-signed-in", 401],
  ["too-many-requests", 429],
  ["fault", 500],
  ["temporarily-unavailable", 504],
])(
  "R4: a withdrawal that waits is not lost where the room cannot be looked at: %s",
  async (code, status) => {
    await consentScreen();
    goes();
    await withdraw();
    const answered = fetch;
    vi.stubGlobal("fetch", (path: string, init: RequestInit) =>
      online ? Promise.resolve(problem({ code, status })) : answered(path, init),
    );
    await comesBack();
    // It was never sent, and it is no network that is missing.
    await screen.findByText(NOT);
    await screen.findByText(/We send it when we can see how it is now/);
    expect(screen.queryByText(UNSURE)).toBeNull();
    expect(screen.queryByText(NOT_YET)).toBeNull();
    vi.stubGlobal("fetch", answered);
    cleanup();
    await renderFor(ARE, <p>the next page</p>);
    await comesToSay(WITHDRAWN);
  },
);

/** He withdraws without a network, and closes the tab. */
async function leavesAWithdrawal() {
  await consentScreen();
  goes();
  await withdraw();
  await screen.findByText(NOT_YET);
  await really(50);
  cleanup();
}

test("R4: a withdrawal that was never sent goes from the next page, once that has a network", async () => {
  await leavesAWithdrawal();
  await renderFor(ARE, <p>the next page, without a network too</p>);
  await comesToSay(NOT_YET);
  expect(screen.queryByText(UNSURE)).toBeNull();
  expect(document.body.textContent).toMatch(/It goes by itself .* may also go if you close/);
  expect(changes()).toEqual([]);
  await comesBack();
  await comesToSay(WITHDRAWN);
  expect(changes()).toEqual(["/api/rooms/room/withdrawal"]);
});

test("R4: one that was left a day ago promises nothing and is not sent, and its person is asked", async () => {
  await leavesAWithdrawal();
  vi.setSystemTime(Date.now() + 24 * 60 * 60_000);
  await renderFor(ARE, <p>the next page, without a network too</p>);
  await comesToSay(NOT);
  expect(document.body.textContent).not.toMatch(/It goes by itself/);
  expect(document.body.textContent).toMatch(/We look again/);
  await comesBack();
  await comesToSay(NOT);
  expect(changes()).toEqual([]);
  await tap(/Try again/);
  await waitFor(() => expect(room.status).toBe("WITHDRAWN"));
});

test("R4: one that was left goes to no room that he has opened again since", async () => {
  room = { ...OPEN, consent: { textVersion: "1", givenAt: "2026-11-22T06:00:00Z" } };
  await leavesAWithdrawal();
  room = {
    ...room,
    accessEpoch: 3,
    consent: { textVersion: "1", givenAt: "2026-11-22T07:00:00Z" },
  };
  await renderFor(ARE, <p>the next page</p>);
  await comesToSay(NOT_YET);
  await comesBack();
  await comesToSay(/you have opened the room again since/);
  expect(changes()).toEqual([]);
});

test("R4: while a request that nobody answered may still be heard, a no to the next one is not told as the last word", async () => {
  await consentScreen();
  const answered = fetch;
  let hears: () => void = () => undefined;
  const slow = new Promise<void>((heard) => (hears = heard));
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    if (init.method === "POST") await slow;
    return answered(path, init);
  });
  await withdraw();
  await passes(16_000);
  await screen.findByText(UNSURE);
  refusal = { code: "fault", status: 500 };
  vi.stubGlobal("fetch", answered);
  await passes(6_000);
  expect(changes()).toHaveLength(1);
  await screen.findByText(UNSURE);
  expect(screen.queryByText(NOT)).toBeNull();
  refusal = undefined;
  hears();
  await passes(6_000);
  await screen.findByRole("heading", { name: /Samtykket er trukket|onsent is withdrawn/ });
});

test("once nobody can hear it any more, it is told as not done", async () => {
  await consentScreen();
  const answered = fetch;
  vi.stubGlobal("fetch", () => new Promise(() => undefined));
  await withdraw();
  await passes(16_000);
  refusal = { code: "fault", status: 500 };
  vi.stubGlobal("fetch", answered);
  for (let second = 0; second < 70; second++) await passes(1_000);
  await screen.findByText(NOT);
});

/** She withdraws, and is led to sign in anew. */
async function ledToSignIn() {
  await consentScreen();
  const assign = vi.fn();
  vi.stubGlobal("location", { pathname: "/rooms/room/consent", assign });
  refusal = { code: "fresh-login-required", status: 403 };
  await withdraw();
  await waitFor(() => expect(assign).toHaveBeenCalledOnce());
  expect(screen.queryByText(NOT)).toBeNull();
  await liesOnDevice();
  cleanup();
  refusal = undefined;
}

const later = (millis: number) => new Date(Date.parse(ARE.signedInAt) + millis).toISOString();

test.each([
  ["whose tab was closed", forgetIntention],
  [
    "who came back elsewhere",
    () => {
      vi.stubGlobal("location", { pathname: "/" });
      forgetIntentionElsewhere();
    },
  ],
  ["who took more than ten minutes", () => void vi.setSystemTime(Date.now() + 11 * 60_000)],
  ["who was on the way back and then went elsewhere", () => undefined],
])(
  "R4: one %s, at a sign-in that her withdrawal needs, is told that it is not done",
  async (_, goesAway) => {
    await ledToSignIn();
    goesAway();
    await renderFor({ ...ARE, signedInAt: later(660_000) }, <p>another screen</p>);
    await comesToSay(NOT);
    expect(changes()).toHaveLength(1);
  },
);

test("who comes back too late to the screen itself is told there", async () => {
  await ledToSignIn();
  vi.setSystemTime(Date.now() + 11 * 60_000);
  await renderFor({ ...ARE, signedInAt: later(660_000) }, <Screens of={<ConsentScreen />} />);
  await comesToSay(NOT);
  expect(changes()).toHaveLength(1);
});

test.each([1_000, 7_000])(
  "however long its screen takes to come, the answer is given on the way back: %s ms",
  async (takes) => {
    await ledToSignIn();
    const answered = fetch;
    vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
      if (init.method === "GET") await new Promise((done) => setTimeout(done, takes));
      return answered(path, init);
    });
    await renderFor({ ...ARE, signedInAt: later(60_000) }, <Screens of={<ConsentScreen />} />);
    for (let millis = 0; millis < 2 * takes; millis += 250) {
      await passes(250);
      expect(screen.queryByText(NOT)).toBeNull();
      expect(screen.queryByText(UNSURE)).toBeNull();
    }
    await screen.findByRole("heading", { name: /Samtykket er trukket|onsent is withdrawn/ });
    expect(changes()).toHaveLength(2);
  },
);
