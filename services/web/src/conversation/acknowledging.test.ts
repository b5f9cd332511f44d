import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { acknowledgementsIn } from "./acknowledgements";
import { Conversations } from "./conversations";
import { FakeServer } from "./fake-server";
import { Keeping } from "./keeping";
import { followNetwork } from "./network";

const ROOM = "room";
const ARE = "are";
const VERA = "vera";

let server: FakeServer;
let conversations: Conversations;
let leaveNetwork: () => void;

beforeEach(async () => {
  const keeping = await Keeping.of(ARE);
  vi.useFakeTimers();
  server = new FakeServer(ROOM, ARE);
  conversations = new Conversations({
    myId: ARE,
    keeping,
    ticket: server.ticket,
    connect: server.connect,
    history: server.history,
    random: () => 0.5,
    onAccessChanged: () => undefined,
    onSessionEnded: () => undefined,
  });
  leaveNetwork = followNetwork(conversations);
});

afterEach(() => {
  leaveNetwork();
  conversations.stop();
  vi.useRealTimers();
});

const time = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const underWay = () => conversations.amendingIn(ROOM).map(({ state }) => state.kind);
const sends = () => server.received.filter((it) => it.type === "send");
const kept = () => server.messages.flatMap(({ says }) => says ?? []);
const shown = () => {
  const { messages, lastSeq } = conversations.conversation(ROOM) ?? { messages: [], lastSeq: 0 };
  return acknowledgementsIn(messages, lastSeq)
    .by.get(1)
    ?.map(({ says }) => says);
};

async function areReadsWhatVeraSays(): Promise<() => void> {
  server.says(VERA, "Møtet er flyttet til torsdag.");
  const leave = conversations.view(ROOM);
  conversations.start();
  await time(10);
  return leave;
}

test("what is answered has been read, however soon one leaves", async () => {
  const leave = await areReadsWhatVeraSays();
  expect(conversations.unread.count(ROOM)).toBe(1);
  conversations.acknowledge(ROOM, 1, "THANKS");
  leave();
  await time(10);

  const reads = server.received.filter((it) => it.type === "read");
  expect(reads).toMatchObject([{ fromSeq: 1, seq: 1 }]);
  expect(conversations.unread.count(ROOM)).toBe(0);
});

test("it is on its way until its entry is here, and shown by that alone", async () => {
  await areReadsWhatVeraSays();
  conversations.acknowledge(ROOM, 1, "RECEIVED");
  expect(underWay()).toEqual(["sending"]);
  expect(shown()).toBeUndefined();
  await time(10);
  expect(underWay()).toEqual([]);
  expect(shown()).toEqual(["RECEIVED"]);
});

test("said twice at once it is sent once; of another message it goes beside it", async () => {
  await areReadsWhatVeraSays();
  server.says(VERA, "Passer det?");
  conversations.acknowledge(ROOM, 1, "RECEIVED");
  conversations.acknowledge(ROOM, 1, "RECEIVED");
  conversations.acknowledge(ROOM, 1, "THANKS");
  conversations.acknowledge(ROOM, 2, "THANKS");
  await time(10);
  expect(kept()).toEqual(["RECEIVED", "THANKS"]);
});

test("R2: one whose answer was lost with the connection goes again under its id, and is kept once", async () => {
  await areReadsWhatVeraSays();
  server.loseMessages = 1;
  server.loseAnswers = 1;
  conversations.acknowledge(ROOM, 1, "WILL_DO");
  await time(5_000);
  expect(new Set(sends().map(({ clientId }) => clientId)).size).toBe(1);
  expect(sends().length).toBeGreaterThan(1);
  expect(kept()).toEqual(["WILL_DO"]);
  expect(underWay()).toEqual([]);
  expect(shown()).toEqual(["WILL_DO"]);
});

test("one under way when the network goes stays so, in whichever room she is when it is back", async () => {
  const leave = await areReadsWhatVeraSays();
  conversations.acknowledge(ROOM, 1, "THANKS");
  server.networkGoes();
  await time(60_000);
  leave();
  expect(underWay()).toEqual(["sending"]);
  server.networkComesBack();
  await time(5_000);
  expect(kept()).toEqual(["THANKS"]);
  expect(underWay()).toEqual([]);
  conversations.view(ROOM);
  await time(10);
  expect(shown()).toEqual(["THANKS"]);
});

test("without a connection nothing is said, and nothing goes by itself later", async () => {
  await areReadsWhatVeraSays();
  server.networkGoes();
  conversations.acknowledge(ROOM, 1, "THANKS");
  expect(underWay()).toEqual([]);
  server.networkComesBack();
  await time(5_000);
  expect(kept()).toEqual([]);
});

test("a no is told of until it is said anew", async () => {
  await areReadsWhatVeraSays();
  server.refuseWith = "too-many-messages";
  conversations.acknowledge(ROOM, 1, "THANKS");
  await time(10);
  expect(underWay()).toEqual(["refused"]);
  server.refuseWith = undefined;
  conversations.acknowledge(ROOM, 1, "THANKS");
  expect(underWay()).toEqual(["sending"]);
  await time(10);
  expect(shown()).toEqual(["THANKS"]);
});

test.each(["acknowledged-already", "acknowledged-not"] as const)(
  "%s means that it is so, and is no fault",
  async (code) => {
    await areReadsWhatVeraSays();
    server.refuseWith = code;
    conversations.acknowledge(ROOM, 1, "TAKEN_BACK");
    await time(10);
    expect(underWay()).toEqual([]);
  },
);

test("a no is forgotten where another window of hers has said it, and where the room is left", async () => {
  const leave = await areReadsWhatVeraSays();
  server.refuseWith = "temporarily-unavailable";
  conversations.acknowledge(ROOM, 1, "THANKS");
  await time(10);
  server.acknowledges(ARE, 1, "RECEIVED");
  expect(underWay()).toEqual([]);
  conversations.acknowledge(ROOM, 1, "THANKS");
  await time(10);
  expect(underWay()).toEqual(["refused"]);
  leave();
  expect(underWay()).toEqual([]);
});

test("R4: where the room is closed to her nothing is under way, and nothing goes again", async () => {
  await areReadsWhatVeraSays();
  server.dropSends = 1;
  conversations.acknowledge(ROOM, 1, "THANKS");
  await time(10);
  server.closed = true;
  server.live?.hear({ type: "closed", roomId: ROOM, code: "seat-removed" });
  expect(underWay()).toEqual([]);
  await time(30_000);
  expect(sends()).toHaveLength(1);
});

test("one that nobody answers goes again", async () => {
  await areReadsWhatVeraSays();
  server.dropSends = 1;
  conversations.acknowledge(ROOM, 1, "THANKS");
  await time(9_000);
  expect(underWay()).toEqual(["sending"]);
  await time(2_000);
  expect(shown()).toEqual(["THANKS"]);
});
