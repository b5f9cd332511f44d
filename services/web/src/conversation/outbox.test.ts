// @vitest-environment node
import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { beforeEach, expect, test, vi } from "vitest";
import { FakeLocks } from "./fake-locks";
import { Keeping } from "./keeping";
import { Outbox } from "./outbox";
import { OwnWindow } from "./ownWindow";

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  vi.stubGlobal("localStorage", { removeItem: () => undefined });
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
    messageId: "m",
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
