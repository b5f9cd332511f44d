import { afterEach, beforeEach, expect, test } from "vitest";
import type { Message, ServerFrame } from "../contracts/conversation";
import { Conversations } from "./conversations";
import { FakeServer } from "./fake-server";
import { Keeping } from "./keeping";

const ROOM = "room";
let server: FakeServer;
let conversations: Conversations;
let heard: (string | undefined)[] = [];

beforeEach(async () => {
  heard = [];
  server = new FakeServer(ROOM, "vera");
  conversations = new Conversations({
    myId: "vera",
    keeping: await Keeping.of("vera"),
    ticket: server.ticket,
    connect: server.connect,
    history: server.history,
    random: () => 0.5,
    onAccessChanged: () => undefined,
    onSessionEnded: () => undefined,
    onStanding: (which) => heard.push(which),
  });
  conversations.start();
  await settles();
  heard = [];
});

afterEach(() => conversations.stop());

const settles = () => new Promise((done) => setTimeout(done, 10));

/** Of what else may stand after this; undefined: of all of it. */
function hears(frame: ServerFrame): (string | undefined)[] {
  heard = [];
  server.live?.hear(frame);
  return heard;
}

const entry = (seq: number, kind: string): Message => ({
  roomId: ROOM,
  seq,
  entryId: `e${seq}`,
  clientId: `c${seq}`,
  senderId: "kari",
  class: kind === "TEXT" ? "VISIBLE" : "AMENDS",
  kind,
  format: 1,
  sentAt: "2026-11-22T06:00:00.000Z",
  accessEpoch: 1,
});

const WAITED_FOR = [
  ["QUESTION", "questions"],
  ["APPOINTMENT", "appointments"],
  ["APPOINTMENT_RESPONSE", "appointments"],
  ["AGREEMENT", "agreements"],
  ["AGREEMENT_RESPONSE", "agreements"],
  ["RETRACTION", "questions"],
] as const;

test.each(WAITED_FOR)("%s elsewhere may change what is waited for", (kind, which) => {
  expect(hears({ type: "activity", roomId: "other", lastSeq: 4, own: true, kind })).toEqual([
    which,
  ]);
});

test("neither a message nor a short answer changes what is waited for", () => {
  const activity = { type: "activity", roomId: "other", lastSeq: 5, own: true } as const;
  expect(hears({ ...activity, kind: "ACKNOWLEDGEMENT" })).toEqual([]);
  expect(hears({ ...activity, lastSeq: 6, own: false, at: "2026-11-22T06:00:00.000Z" })).toEqual(
    [],
  );
});

test.each(WAITED_FOR)(
  "%s in the open room is heard of once, however often",
  async (kind, which) => {
    conversations.view(ROOM);
    await settles();
    expect(hears({ type: "message", message: entry(1, "TEXT") })).toEqual([]);
    expect(hears({ type: "message", message: entry(2, kind) })).toEqual([which]);
    expect(hears({ type: "message", message: entry(2, kind) })).toEqual([]);
    expect(hears({ type: "message", message: entry(3, kind) })).toEqual([which]);
  },
);

test("what changes who is in a room may change what waits there", () => {
  expect(hears({ type: "access-changed", roomId: "other", accessEpoch: 3 })).toEqual([undefined]);
  const room = { roomId: "other", lastSeq: 4, readSeq: 0, own: [] };
  expect(hears({ type: "position", room })).toEqual([undefined]);
  expect(hears({ type: "closed", roomId: "other", code: "consent-withdrawn" })).toEqual([
    undefined,
  ]);
});
