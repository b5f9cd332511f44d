// @vitest-environment node
import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { beforeEach, expect, test, vi } from "vitest";
import type { RoomDetails } from "../contracts/rooms";
import { FakeLocks } from "../conversation/fake-locks";
import { Keeping, wipeKept } from "../conversation/keeping";
import { OwnWindow } from "../conversation/ownWindow";
import { ANSWER, Vault } from "../conversation/vault";
import { Refusal } from "../gateway/refusal";
import { Answers } from "./answers";
import { shelfOf } from "./shelf";

const WITHDRAWAL = { kind: "withdrawal", roomId: "room" } as const;
const SEEN = { accessEpoch: 1 };
const QUESTION = "withdrawal room";

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  for (const storage of ["localStorage", "sessionStorage"]) {
    vi.stubGlobal(storage, { clear: () => undefined, removeItem: () => undefined });
  }
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("navigator", { onLine: true });
});

const newWindow = () => new OwnWindow(undefined);
const left = async (personId: string, as = newWindow()) =>
  (await shelfOf(personId, as).left()).map(({ answer }) => answer);

test("an answer of a page that was closed is found by the next, and is one person's alone", async () => {
  await shelfOf("are", newWindow()).put(WITHDRAWAL);
  expect(await left("vera")).toEqual([]);
  expect(await left("are")).toEqual([WITHDRAWAL]);
  expect(await left("are")).toEqual([WITHDRAWAL]);
});

test("one that another window has under way is left to it until it is closed", async () => {
  const browser = new FakeLocks();
  const { locks, goesAway } = browser.ofWindow();
  await shelfOf("are", new OwnWindow(locks)).put(WITHDRAWAL);
  const other = new OwnWindow(browser.ofWindow().locks);
  expect(await left("are", other)).toEqual([]);
  goesAway();
  expect(await left("are", other)).toEqual([WITHDRAWAL]);
});

test("two windows that open at once take in once what was left", async () => {
  const browser = new FakeLocks();
  const { locks, goesAway } = browser.ofWindow();
  await shelfOf("are", new OwnWindow(locks)).put(WITHDRAWAL);
  goesAway();
  const both = [browser.ofWindow(), browser.ofWindow()];
  const found = await Promise.all(both.map((it) => left("are", new OwnWindow(it.locks))));
  expect(found.flat()).toEqual([WITHDRAWAL]);
});

test("what is known to be so, or was seen, lies there no more; nor anything after sign-out", async () => {
  const own = newWindow();
  const shelf = shelfOf("are", own);
  await shelf.put(WITHDRAWAL);
  await shelf.remove(WITHDRAWAL);
  expect(await left("are")).toEqual([]);
  await shelf.put(WITHDRAWAL);
  await wipeKept();
  expect(await left("are")).toEqual([]);
});

test("it is nothing that somebody has written, but sign-out would take it too", async () => {
  await shelfOf("are", newWindow()).put(WITHDRAWAL);
  const keeping = await Keeping.of("are");
  expect(keeping.roomsWithAnything()).toEqual([]);
  expect(await keeping.everything()).toMatchObject([{ kind: "answer", answer: WITHDRAWAL }]);
});

/** The next page, with an answer that the one before has left, and the room as it is by now. */
async function nextPage(look: () => Promise<RoomDetails>, heardUntil?: number, goesUntil?: number) {
  await shelfOf("are", newWindow()).put({ ...WITHDRAWAL, seen: SEEN }, heardUntil, goesUntil);
  const send = vi.fn(() => Promise.reject(new Error("never sent by itself")));
  const own = newWindow();
  const openShelf = () => shelfOf("are", own);
  const answers = new Answers({
    openShelf,
    send,
    look,
    nameOf: () => undefined,
    isOnItsWay: () => false,
    onDone: () => undefined,
  });
  answers.start();
  return { answers, send, own };
}

const roomIs = (status: string) => () => Promise.resolve({ status, accessEpoch: 1 } as RoomDetails);

test("R4: a withdrawal that was closed with its page is told as not done, and not done by itself", async () => {
  const { answers, send } = await nextPage(roomIs("ACTIVE"));
  await vi.waitFor(() => expect(answers.to(QUESTION)?.progress.kind).toBe("failed"));
  expect(send).not.toHaveBeenCalled();
  answers.stop();
});

test("R4: one that was on its way when its page was closed may still get there: nobody knows yet", async () => {
  const { answers } = await nextPage(roomIs("ACTIVE"), Date.now() + 60_000);
  const seen: (string | undefined)[] = [];
  answers.subscribe(() => seen.push(answers.to(QUESTION)?.progress.kind));
  await vi.waitFor(() => expect(seen).toEqual(["looking", "waiting"]));
  expect(answers.to(QUESTION)?.unsure).toBe(true);
  answers.stop();
});

test.each([
  ["to go", 13 * 60 * 60_000],
  ["to go, by far", Number.MAX_SAFE_INTEGER],
])("R5: what a clock that was ahead has left as %s is not sent unasked", async (_, ahead) => {
  const { answers, send } = await nextPage(roomIs("ACTIVE"), 0, Date.now() + ahead);
  await vi.waitFor(() => expect(answers.to(QUESTION)?.progress.kind).toBe("failed"));
  expect(send).not.toHaveBeenCalled();
  answers.stop();
});

test("what a clock that was ahead says may be heard for long is waited for no longer", async () => {
  const { answers } = await nextPage(roomIs("ACTIVE"), Date.now() + 60 * 60_000);
  await vi.waitFor(() => expect(answers.to(QUESTION)?.progress.kind).toBe("failed"));
  answers.stop();
});

test("one that is sent lies there as what may be heard, and as what is not once it is refused", async () => {
  const own = newWindow();
  let refuse: (error: unknown) => void = () => undefined;
  const answers = new Answers({
    openShelf: () => shelfOf("are", own),
    send: () => new Promise((_, no) => (refuse = no)),
    look: roomIs("ACTIVE"),
    nameOf: () => undefined,
    isOnItsWay: () => false,
    onDone: () => undefined,
  });
  answers.start();
  answers.give(WITHDRAWAL);
  const heardUntil = async () => (await shelfOf("are", own).left())[0]?.heardUntil;
  await vi.waitFor(async () => expect(await heardUntil()).toBeGreaterThan(Date.now()));
  refuse(new Refusal({ code: "fault", status: 500 }));
  await vi.waitFor(async () => expect(await heardUntil()).toBe(0));
  answers.stop();
});

test("one that got there although its page was closed is told as nothing else", async () => {
  const { answers } = await nextPage(roomIs("WITHDRAWN"));
  const seen: (string | undefined)[] = [];
  answers.subscribe(() => seen.push(answers.to(QUESTION)?.progress.kind));
  await vi.waitFor(() => expect(seen).toContain("looking"));
  await vi.waitFor(() => expect(seen.at(-1)).toBeUndefined());
  expect(seen).not.toContain("failed");
  answers.stop();
});

test("of a room that its person is not in any more nothing is asked", async () => {
  const unknown = new Refusal({ code: "room-unknown", status: 404 });
  const look = vi.fn(() => Promise.reject(unknown));
  const { answers, own } = await nextPage(look);
  // Only then is what it took over its own alone.
  await vi.waitFor(() => expect(look).toHaveBeenCalled());
  await vi.waitFor(async () => expect(await left("are", own)).toEqual([]));
  expect(answers.to(QUESTION)).toBeUndefined();
  answers.stop();
});

test.each([
  "not even JSON",
  JSON.stringify({ kind: "question", roomId: "room", heardUntil: 0, goesUntil: 0 }),
  JSON.stringify({ ...WITHDRAWAL, heardUntil: "soon", goesUntil: 0 }),
  JSON.stringify({ kind: "block", personId: "vera", name: "Vera", heardUntil: 0, goesUntil: 0 }),
])(
  "what this version cannot read stays where it lies, and hides nothing else: %s",
  async (text) => {
    const vault = await Vault.open();
    const unread = ["are", "room", `${ANSWER}0 unread`] as const;
    await vault.put(unread, text);
    await shelfOf("are", newWindow()).put(WITHDRAWAL);

    expect(await left("are", newWindow())).toEqual([WITHDRAWAL]);

    expect((await vault.all("are")).map((it) => it.text)).toContain(text);
    vault.close();
  },
);
