// @vitest-environment node
import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { FakeLocks } from "./fake-locks";
import { Keeping, wipeKept } from "./keeping";
import { OwnWindow } from "./ownWindow";
import { Vault } from "./vault";

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

describe("drafts in several windows", () => {
  const aWindow = (browser: FakeLocks) => {
    const { locks, goesAway } = browser.ofWindow();
    return { own: new OwnWindow(locks), goesAway };
  };

  test("each has its own, and what is typed in one takes nothing from the other", async () => {
    const browser = new FakeLocks();
    const [one, other] = [aWindow(browser), aWindow(browser)];
    const here = await Keeping.of("are", one.own);
    here.keepDraft("room", "Skrevet her");
    await here.settled();
    const there = await Keeping.of("are", other.own);
    expect(there.draft("room")).toBe("");
    there.keepDraft("room", "Skrevet der");
    await there.settled();
    there.keepDraft("room", "");
    await there.settled();
    one.goesAway();
    const after = await Keeping.of("are", aWindow(browser).own);
    expect(after.draft("room")).toBe("Skrevet her");
  });

  test("what both have left behind is there at the next opening, once, and is the next window's", async () => {
    const browser = new FakeLocks();
    for (const text of ["Den ene", "Den andre", "Den ene"]) {
      const { own, goesAway } = aWindow(browser);
      // Opened before anything was left behind.
      const keeping = await Keeping.of("nobody", own);
      keeping.close();
      const place = ["are", "room", `draft ${own.id}`] as const;
      const vault = await Vault.open();
      await vault.put(place, text);
      vault.close();
      goesAway();
    }
    const next = aWindow(browser);
    const after = await Keeping.of("are", next.own);
    await after.settled();
    expect(after.draft("room").split("\n\n").sort()).toEqual(["Den andre", "Den ene"]);
    const beside = await Keeping.of("are", aWindow(browser).own);
    expect(beside.draft("room")).toBe("");
    after.keepDraft("room", "");
    await after.settled();
    next.goesAway();
    expect((await Keeping.of("are", aWindow(browser).own)).draft("room")).toBe("");
  });

  test("two windows that open at the same moment take in what was left behind once", async () => {
    const browser = new FakeLocks();
    const first = aWindow(browser);
    const keeping = await Keeping.of("are", first.own);
    const written = "Hei Kari,\n\njeg har time i morgen.";
    keeping.keepDraft("room", written);
    await keeping.settled();
    first.goesAway();
    for (let restarts = 0; restarts < 3; restarts++) {
      const both = [aWindow(browser), aWindow(browser)];
      const opened = await Promise.all(both.map(({ own }) => Keeping.of("are", own)));
      expect(opened.map((it) => it.draft("room")).sort()).toEqual(["", written]);
      for (const it of opened) await it.settled();
      both.forEach((it) => it.goesAway());
    }
  });

  test("what was left behind stays on the device of a page that opens it twice", async () => {
    const browser = new FakeLocks();
    const first = aWindow(browser);
    const keeping = await Keeping.of("are", first.own);
    keeping.keepDraft("room", "Halv");
    await keeping.settled();
    first.goesAway();
    const page = aWindow(browser);
    // Without a network one page shows what was written, and another one goes on with it.
    (await Keeping.of("are", page.own)).close();
    const again = await Keeping.of("are", page.own);
    expect(again.draft("room")).toBe("Halv");
    expect(await again.everything()).toHaveLength(1);
    again.close();
    page.goesAway();
    expect((await Keeping.of("are", aWindow(browser).own)).draft("room")).toBe("Halv");
  });

  test("what sign-out would take is all there is, in whichever window", async () => {
    const browser = new FakeLocks();
    const there = await Keeping.of("are", aWindow(browser).own);
    there.keepDraft("room", "Skrevet der");
    const sent = { kind: "accepted", seq: 1, sentAt: "" } as const;
    there.keepOutbox("room", [unsent("1", "Venter der"), { ...unsent("2"), state: sent }]);
    await there.settled();
    const here = await Keeping.of("are", aWindow(browser).own);
    here.keepDraft("room", "Skrevet her");
    const all = await here.everything();
    expect(all.map((it) => "text" in it && it.text).sort()).toEqual([
      "Skrevet der",
      "Skrevet her",
      "Venter der",
    ]);
    expect(await (await Keeping.of("vera")).everything()).toEqual([]);
  });

  test("a draft from the version before, which knew no windows, is not lost", async () => {
    const vault = await Vault.open();
    await vault.put(["are", "room", "draft"], "Fra før");
    vault.close();
    expect((await Keeping.of("are", aWindow(new FakeLocks()).own)).draft("room")).toBe("Fra før");
  });
});

test("what was written for a room that has closed survives the tab, until it is thrown away", async () => {
  const keeping = await Keeping.of("are");
  keeping.keepDraft("room", " Halv ");
  keeping.keepOutbox("room", [unsent("1", "Hel"), { ...unsent("2", "På vei"), handed: true }]);
  keeping.strand("room", "Ola Nordmann");
  expect(keeping.outbox("room").map(({ body }) => body)).toEqual(["På vei"]);
  const after = await reopened(keeping);
  expect(after.draft("room")).toBe("");
  const halves = new Map(after.stranded().map(({ body, half }) => [body, half]));
  expect(halves).toEqual(new Map(Object.entries({ Hel: false, Halv: true })));
  expect(after.stranded().map(({ room }) => room)).toEqual(["Ola Nordmann", "Ola Nordmann"]);
  expect(after.outbox("room").map(({ body }) => body)).toEqual(["På vei"]);
  for (const { roomId, clientId } of after.stranded()) after.throwAway(roomId, clientId);
  expect(after.stranded()).toEqual([]);
  expect((await reopened(after)).stranded()).toEqual([]);
});

test("what has been sent or thrown away in the window that wrote it is not sent by another", async () => {
  const one = await Keeping.of("are");
  one.keepOutbox("room", [unsent("1"), unsent("2")]);
  await one.settled();
  const other = await Keeping.of("are");
  other.keepOutbox("room", [...other.outbox("room"), unsent("3")]);
  expect(other.mayBeOver()).toBe(true);
  one.keepOutbox("room", [unsent("2")]);
  await one.settled();
  await other.settled();
  await other.fetchOthers();
  expect(other.outbox("room").map(({ clientId }) => clientId)).toEqual(["2", "3"]);
});

describe("what another window has thrown away", () => {
  /** Stranded in one window, and known in another. */
  async function stranded() {
    const one = await Keeping.of("are");
    one.keepOutbox("room", [unsent("1")]);
    await one.settled();
    const other = await Keeping.of("are");
    one.strand("room");
    await one.settled();
    return { one, other };
  }

  test("is told no more, nor at sign-out", async () => {
    const { one } = await stranded();
    const other = await Keeping.of("are");
    expect(other.stranded()).toHaveLength(1);
    one.throwAway("room", "1");
    await one.settled();
    await other.giveUpWhatIsOver();
    expect(other.stranded()).toEqual([]);
    expect(await other.everything()).toEqual([]);
  });

  test("is not told at sign-out, also before anything else has noticed", async () => {
    const { one } = await stranded();
    const other = await Keeping.of("are");
    one.throwAway("room", "1");
    await one.settled();
    expect(await other.everything()).toEqual([]);
  });

  test("does not come back with the window that wrote it", async () => {
    const { one, other } = await stranded();
    other.strand("room");
    other.throwAway("room", "1");
    await other.settled();
    await one.fetchOthers();
    one.strand("room");
    await one.settled();
    expect(one.stranded()).toEqual([]);
    expect((await reopened(one)).stranded()).toEqual([]);
  });

  test("is not taken in again while the device is being read", async () => {
    const { one } = await stranded();
    const reading = one.fetchOthers();
    one.throwAway("room", "1");
    await reading;
    expect(one.stranded()).toEqual([]);
  });

  test("or sent, is not told at sign-out as not sent by the window that wrote it", async () => {
    const writer = await Keeping.of("are");
    writer.keepOutbox("room", [unsent("1"), unsent("2")]);
    await writer.settled();
    const other = await Keeping.of("are");
    other.keepOutbox("room", [unsent("2")].slice(1));
    await other.settled();
    expect(await writer.everything()).toEqual([]);
  });
});

test("what does not open on the device is not given up for it", async () => {
  const keeping = await Keeping.of("are");
  keeping.keepOutbox("room", [unsent("1")]);
  await keeping.settled();
  vi.spyOn(Vault.prototype, "all").mockResolvedValueOnce([]);
  await keeping.fetchOthers();
  expect(keeping.outbox("room")).toHaveLength(1);
});

test("a full device keeps what it had when the room closes, the message and the draft", async () => {
  const keeping = await Keeping.of("are");
  keeping.keepOutbox("room", [unsent("1", "Hel")]);
  keeping.keepDraft("room", "Halv");
  await keeping.settled();
  const full = vi.spyOn(Vault.prototype, "put").mockRejectedValue(new Error("full"));
  keeping.strand("room");
  await keeping.settled();
  full.mockRestore();
  const after = await reopened(keeping);
  expect(after.outbox("room").map(({ body }) => body)).toEqual(["Hel"]);
  expect(after.draft("room")).toBe("Halv");
  for (const { roomId, clientId } of keeping.stranded()) keeping.throwAway(roomId, clientId);
  expect((await reopened(keeping)).roomsWithAnything()).toEqual([]);
});

test("where the device cannot be read nothing is given up", async () => {
  const one = await Keeping.of("are");
  one.keepOutbox("room", [unsent("1")]);
  const other = await reopened(one);
  vi.spyOn(Vault.prototype, "all").mockRejectedValueOnce(new Error("not now"));
  await other.fetchOthers();
  expect(other.outbox("room")).toHaveLength(1);
});

test("what the device does not take is known to be in this window alone", async () => {
  const keeping = await Keeping.of("are");
  const heard = vi.fn();
  vi.spyOn(Vault.prototype, "put").mockRejectedValueOnce(new Error("full"));
  keeping.subscribe(heard);
  keeping.keepOutbox("room", [unsent("1"), unsent("2")]);
  heard.mockClear();
  await keeping.settled();
  expect(heard).toHaveBeenCalled();
  expect([keeping.isOnlyHere("1"), keeping.isOnlyHere("2")]).toEqual([true, false]);
  heard.mockClear();
  keeping.keepOutbox("room", [
    { ...unsent("1"), handed: true },
    ...keeping.outbox("room").slice(1),
  ]);
  await keeping.settled();
  expect(heard).toHaveBeenCalledTimes(2);
  expect(keeping.isOnlyHere("1")).toBe(false);
});

test("so is a draft, and each room's for itself", async () => {
  const keeping = await Keeping.of("are");
  vi.spyOn(Vault.prototype, "put").mockRejectedValueOnce(new Error("full"));
  keeping.keepDraft("room", "Halv");
  keeping.keepDraft("other", "Halv");
  await keeping.settled();
  expect([keeping.isDraftOnlyHere("room"), keeping.isDraftOnlyHere("other")]).toEqual([
    true,
    false,
  ]);
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

test("a device that once took nothing is not said to keep nothing when what it lacked is over", async () => {
  const keeping = await Keeping.of("are");
  const heard = vi.fn();
  keeping.subscribe(heard);
  expect(keeping.isAllOnDevice()).toBe(true);
  vi.spyOn(Vault.prototype, "put").mockRejectedValueOnce(new Error("full"));
  keeping.keepDraft("room", "Halvferdig");
  await keeping.settled();
  expect(keeping.isAllOnDevice()).toBe(false);
  heard.mockClear();
  keeping.keepDraft("room", "");
  await keeping.settled();
  expect(keeping.isAllOnDevice()).toBe(true);
  expect(heard).toHaveBeenCalled();
});
