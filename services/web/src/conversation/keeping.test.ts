// @vitest-environment node
import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { beforeEach, expect, test, vi } from "vitest";
import { Keeping, wipeKept } from "./keeping";

const WAITING = { kind: "waiting" } as const;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  vi.stubGlobal("localStorage", { removeItem: () => undefined });
});

const unsent = (clientId: string, body = "Hei") => ({
  clientId,
  body,
  composedAt: "",
  state: WAITING,
});

/** Another window, or the same after a restart of the browser. */
async function reopened(keeping: Keeping, personId = "are"): Promise<Keeping> {
  await keeping.settled();
  return Keeping.of(personId);
}

test("what was written survives the tab, and is one person's alone", async () => {
  const keeping = await Keeping.of("are");
  keeping.keepDraft("room", "Halv");
  keeping.keepOutbox("room", [unsent("1", "Hel")]);
  const after = await reopened(keeping);
  expect(after.draft("room")).toBe("Halv");
  expect(after.outbox("room")).toEqual([unsent("1", "Hel")]);
  expect((await Keeping.of("vera")).roomsWithAnything()).toEqual([]);
});

test("what is sent or emptied is on the device no more", async () => {
  const keeping = await Keeping.of("are");
  keeping.keepDraft("room", "Halv");
  keeping.keepOutbox("room", [unsent("1"), unsent("2")]);
  keeping.keepDraft("room", "");
  keeping.keepOutbox("room", [unsent("2")].slice(1));
  expect((await reopened(keeping)).roomsWithAnything()).toEqual([]);
});

test("what was under way when the page went away goes again under the same id", async () => {
  const keeping = await Keeping.of("are");
  keeping.keepOutbox("room", [{ ...unsent("1"), state: { kind: "sending" } }]);
  expect((await reopened(keeping)).outbox("room")).toEqual([unsent("1")]);
});

test("two windows take nothing from each other, and keep the order in which it was written", async () => {
  const one = await Keeping.of("are");
  const other = await Keeping.of("are");
  other.keepOutbox("room", [unsent("2", "to")]);
  await other.settled();
  one.keepOutbox("room", [unsent("1", "en")]);
  await one.settled();
  await one.fetchOthers();
  expect(one.outbox("room").map(({ body }) => body)).toEqual(["en", "to"]);
  expect((await reopened(one)).outbox("room")).toHaveLength(2);
});

test("what has been sent is not taken in again, however late the device tells of it", async () => {
  const one = await Keeping.of("are");
  const other = await Keeping.of("are");
  other.keepOutbox("room", [unsent("1"), unsent("2")]);
  await other.settled();
  one.isOver(["1"]);
  await one.fetchOthers();
  expect(one.outbox("room").map(({ clientId }) => clientId)).toEqual(["2"]);
});

test("a draft of another window is its own until this one is opened anew", async () => {
  const one = await Keeping.of("are");
  const other = await Keeping.of("are");
  other.keepDraft("room", "Halv");
  await other.settled();
  await one.fetchOthers();
  expect(one.draft("room")).toBe("");
  expect((await reopened(one)).draft("room")).toBe("Halv");
});

test("what was written for a room that has closed survives the tab, until it is thrown away", async () => {
  const keeping = await Keeping.of("are");
  keeping.keepDraft("room", " Halv ");
  keeping.keepOutbox("room", [unsent("1", "Hel"), { ...unsent("2", "På vei"), handed: true }]);
  keeping.strand("room");
  expect(keeping.outbox("room").map(({ body }) => body)).toEqual(["På vei"]);
  const after = await reopened(keeping);
  expect(after.draft("room")).toBe("");
  expect(after.stranded().map(({ body }) => body)).toEqual(expect.arrayContaining(["Hel", "Halv"]));
  expect(after.outbox("room").map(({ body }) => body)).toEqual(["På vei"]);
  for (const { roomId, clientId } of after.stranded()) after.throwAway(roomId, clientId);
  expect(after.stranded()).toEqual([]);
  expect((await reopened(after)).stranded()).toEqual([]);
});

test("nothing of it lies on the device in clear", async () => {
  const keeping = await Keeping.of("are");
  keeping.keepDraft("room", "Hemmelig utkast");
  await keeping.settled();
  const lying = await everythingStored();
  expect(lying).toContain("are");
  expect(lying).not.toContain("Hemmelig");
});

test("sign-out wipes everything; another person signing in wipes everything but their own", async () => {
  const ares = await Keeping.of("are");
  ares.keepDraft("room", "Ares");
  const veras = await Keeping.of("vera");
  veras.keepDraft("room", "Veras");
  await Promise.all([ares.settled(), veras.settled()]);
  await wipeKept("vera");
  expect((await Keeping.of("are")).draft("room")).toBe("");
  expect((await Keeping.of("vera")).draft("room")).toBe("Veras");
  await wipeKept();
  expect((await Keeping.of("vera")).draft("room")).toBe("");
  expect(await everythingStored()).toBe("");
});

test("where the browser keeps nothing, it is kept as long as the page lives", async () => {
  globalThis.indexedDB = {
    open: () => {
      throw new Error("private");
    },
  } as unknown as IDBFactory;
  const keeping = await Keeping.of("are");
  keeping.keepDraft("room", "Halv");
  await keeping.settled();
  expect(keeping.draft("room")).toBe("Halv");
});

const latin1 = new TextDecoder("latin1");

function everythingStored(): Promise<string> {
  return new Promise((done) => {
    indexedDB.open("samsnakk.unsent").onsuccess = ({ target }) => {
      const database = (target as IDBOpenDBRequest).result;
      const store = database.transaction("sealed").objectStore("sealed");
      let text = "";
      store.openCursor().onsuccess = ({ target: found }) => {
        const cursor = (found as IDBRequest<IDBCursorWithValue | null>).result;
        if (!cursor) return done(text);
        const { iv, sealed } = cursor.value as { iv: Uint8Array; sealed: ArrayBuffer };
        text += String(cursor.key) + latin1.decode(iv) + latin1.decode(sealed);
        cursor.continue();
      };
    };
  });
}
