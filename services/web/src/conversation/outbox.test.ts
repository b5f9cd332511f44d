// @vitest-environment node
import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FakeLocks } from "./fake-locks";
import { Keeping } from "./keeping";
import { Outbox } from "./outbox";
import { OwnWindow } from "./ownWindow";
import { Vault } from "./vault";

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  vi.stubGlobal("localStorage", { removeItem: () => undefined });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A window of Are's, whose socket takes frames as long as it is awake. */
async function aWindow(browser: FakeLocks) {
  const keeping = await Keeping.of("are", new OwnWindow(browser.ofWindow().locks));
  const socket = { awake: false, sent: [] as string[] };
  const outbox = new Outbox({
    keeping,
    send: (frame) => {
      if (socket.awake && "clientId" in frame) socket.sent.push(frame.clientId);
      return socket.awake;
    },
    isViewed: () => false,
    onChange: () => undefined,
  });
  return { keeping, socket, outbox };
}

test("of what another window has sent it is not said that it reached nobody", async () => {
  const browser = new FakeLocks();
  const one = await aWindow(browser);
  one.outbox.compose("room", "Jeg har det vanskelig");
  await one.keeping.settled();
  const asleep = await aWindow(browser);
  one.socket.awake = true;
  await one.outbox.connected(new Set(["room"]));
  const [clientId = ""] = one.socket.sent;
  one.outbox.accepted({
    type: "accepted",
    roomId: "room",
    clientId,
    entryId: "m",
    seq: 7,
    sentAt: "",
  });
  await one.keeping.settled();
  // The room closes, and the other window wakes.
  asleep.socket.awake = true;
  await asleep.outbox.connected(new Set());
  expect(asleep.keeping.stranded()).toEqual([]);
  expect(asleep.socket.sent).toEqual([]);
});

test("what nobody has sent before its room closed reached nobody", async () => {
  const browser = new FakeLocks();
  const one = await aWindow(browser);
  one.outbox.compose("room", "Jeg har det vanskelig");
  await one.keeping.settled();
  const other = await aWindow(browser);
  other.socket.awake = true;
  await other.outbox.connected(new Set());
  expect(other.keeping.stranded()).toMatchObject([{ body: "Jeg har det vanskelig" }]);
  expect(other.socket.sent).toEqual([]);
});

test("what she has thrown away in another window is not sent by the one that wrote it", async () => {
  const browser = new FakeLocks();
  const writer = await aWindow(browser);
  writer.outbox.compose("room", "Hei");
  await writer.keeping.settled();
  const other = await aWindow(browser);
  for (const { clientId } of other.keeping.outbox("room")) other.outbox.discard("room", clientId);
  await other.keeping.settled();
  writer.socket.awake = true;
  await writer.outbox.connected(new Set(["room"]));
  expect(writer.socket.sent).toEqual([]);
  expect(writer.keeping.outbox("room")).toEqual([]);
});

test("a device that does not answer keeps nothing from being sent", async () => {
  const one = await aWindow(new FakeLocks());
  one.outbox.compose("room", "Hei");
  await one.keeping.settled();
  vi.spyOn(Vault.prototype, "places").mockReturnValue(new Promise(() => undefined));
  vi.useFakeTimers();
  one.socket.awake = true;
  void one.outbox.connected(new Set(["room"]));
  vi.advanceTimersByTime(3_000);
  expect(one.socket.sent).toHaveLength(1);
});

describe("while the device is slow", () => {
  async function connected() {
    const one = await aWindow(new FakeLocks());
    let answer: () => void = () => undefined;
    const slow = new Promise<[]>((done) => (answer = () => done([])));
    vi.spyOn(Vault.prototype, "all").mockReturnValueOnce(slow);
    const first = one.outbox.connected(new Set(["old"]));
    return { ...one, deviceAnswers: () => (answer(), first) };
  }

  test("what is written in a room that has opened since is not taken for stranded", async () => {
    const { outbox, keeping, deviceAnswers } = await connected();
    outbox.opened("new");
    keeping.keepDraft("new", "Halvferdig");
    await deviceAnswers();
    expect(keeping.stranded()).toEqual([]);
    expect(keeping.draft("new")).toBe("Halvferdig");
  });

  test("what the connection after it says of rooms holds", async () => {
    const { outbox, keeping, deviceAnswers } = await connected();
    await outbox.connected(new Set(["old", "new"]));
    keeping.keepDraft("new", "Halvferdig");
    await deviceAnswers();
    expect(keeping.stranded()).toEqual([]);
  });
});
