import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Conversations } from "./conversations";
import { FakeServer } from "./fake-server";
import { Keeping } from "./keeping";
import { followNetwork } from "./network";

const ROOM = "room";
const ARE = "are";
const VERA = "vera";

let server: FakeServer;
let conversations: Conversations;
/** What Are's device keeps. */
let keeping: Keeping;
let accessChanged: string[];
let ended: number;
let leaveNetwork: () => void;

beforeEach(async () => {
  keeping = await Keeping.of(ARE);
  vi.useFakeTimers();
  server = new FakeServer(ROOM, ARE);
  accessChanged = [];
  ended = 0;
  conversations = aresBrowser();
  leaveNetwork = followNetwork(conversations);
});

afterEach(() => {
  leaveNetwork();
  conversations.stop();
  vi.useRealTimers();
});

function aresBrowser(): Conversations {
  return new Conversations({
    myId: ARE,
    keeping,
    ticket: server.ticket,
    connect: server.connect,
    history: server.history,
    random: () => 0.5,
    onAccessChanged: (roomId) => accessChanged.push(roomId),
    onSessionEnded: () => (ended += 1),
  });
}

const time = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const shown = () => conversations.conversation(ROOM)?.messages.map(({ body }) => body);
const unsent = () => conversations.conversation(ROOM)?.outbox.map(({ state }) => state.kind);
const stranded = () => keeping.stranded().map(({ body }) => body);
const kept = () => server.messages.map(({ body }) => body);

async function areOpensTheRoom(): Promise<() => void> {
  const leave = conversations.view(ROOM);
  conversations.start();
  await time(10);
  return leave;
}

describe("sending", () => {
  test("R2: a message whose answer was lost with the connection is kept exactly once", async () => {
    await areOpensTheRoom();
    server.loseAnswers = 1;
    conversations.compose(ROOM, "Kan jeg bytte time?");
    await time(5_000);
    expect(kept()).toEqual(["Kan jeg bytte time?"]);
    expect(shown()).toEqual(["Kan jeg bytte time?"]);
    expect(unsent()).toEqual([]);
  });

  test("what is written without a network goes in the order it was written, once it is back", async () => {
    await areOpensTheRoom();
    server.live?.cut();
    conversations.compose(ROOM, "en");
    conversations.compose(ROOM, "to");
    conversations.compose(ROOM, "tre");
    expect(unsent()).toEqual(["waiting", "waiting", "waiting"]);
    await time(5_000);
    expect(kept()).toEqual(["en", "to", "tre"]);
    expect(unsent()).toEqual([]);
  });

  test("R2: a message under way when the network goes is not sent yet, and kept exactly once", async () => {
    await areOpensTheRoom();
    conversations.compose(ROOM, "på vei");
    expect(unsent()).toEqual(["sending"]);
    server.networkGoes();
    expect(unsent()).toEqual(["waiting"]);
    await time(30_000);
    expect(kept()).toEqual([]);
    const whatWasHeldArrives = server.networkComesBack();
    await time(10);
    whatWasHeldArrives();
    expect(kept()).toEqual(["på vei"]);
    expect(shown()).toEqual(["på vei"]);
    await time(30_000);
    const sent = server.received.filter((it) => it.type === "send");
    expect(sent).toHaveLength(2);
    expect(new Set(sent.map(({ clientId }) => clientId)).size).toBe(1);
    expect(kept()).toEqual(["på vei"]);
    expect(unsent()).toEqual([]);
  });

  test("what is written after the network went is not handed to the socket that seems open", async () => {
    await areOpensTheRoom();
    server.networkGoes();
    conversations.compose(ROOM, "i tunnelen");
    expect(unsent()).toEqual(["waiting"]);
    expect(conversations.connectionState().kind).not.toBe("open");
    await time(60_000);
    server.networkComesBack();
    await time(10);
    expect(kept()).toEqual(["i tunnelen"]);
    expect(server.received.filter((it) => it.type === "send")).toHaveLength(1);
  });

  test("what was not sent survives a reload of the page", async () => {
    await areOpensTheRoom();
    server.live?.cut();
    conversations.compose(ROOM, "Skrevet på bussen");
    conversations.stop();
    conversations = aresBrowser();
    await areOpensTheRoom();
    await time(1_000);
    expect(kept()).toEqual(["Skrevet på bussen"]);
    expect(keeping.outbox(ROOM)).toEqual([]);
  });

  test("what was not sent goes when there is a connection, whichever room is on the screen", async () => {
    const leave = await areOpensTheRoom();
    server.networkGoes();
    conversations.compose(ROOM, "en");
    conversations.compose(ROOM, "to");
    leave();
    expect(keeping.outbox(ROOM)).toHaveLength(2);
    server.networkComesBack();
    await time(5_000);
    expect(kept()).toEqual(["en", "to"]);
    expect(keeping.roomsWithUnsent()).toEqual([]);
  });

  test("what was not sent goes when the app is opened anew, on any page", async () => {
    await areOpensTheRoom();
    server.networkGoes();
    conversations.compose(ROOM, "fra toget");
    conversations.stop();
    server.networkComesBack();
    conversations = aresBrowser();
    conversations.start();
    await time(1_000);
    expect(kept()).toEqual(["fra toget"]);
    expect(keeping.roomsWithUnsent()).toEqual([]);
  });

  test("once accepted it is never unaccepted by a late refusal of a repeat", async () => {
    await areOpensTheRoom();
    server.loseMessages = 1;
    conversations.compose(ROOM, "Hei");
    await time(1);
    const sent = server.received.findLast((it) => it.type === "send");
    const clientId = sent?.clientId ?? "";
    server.live?.hear({ type: "refused", roomId: ROOM, clientId, code: "too-many-messages" });
    expect(unsent()).toEqual(["accepted"]);
  });

  test("it is never shown twice, nor gone for a moment", async () => {
    await areOpensTheRoom();
    const seen: (string | undefined)[][] = [];
    conversations.subscribe(() => {
      const { messages = [], outbox = [] } = conversations.conversation(ROOM) ?? {};
      seen.push([...messages, ...outbox].map(({ body }) => body));
    });
    conversations.compose(ROOM, "Hei");
    await time(1_000);
    expect(kept()).toEqual(["Hei"]);
    expect(seen.slice(1).every((bodies) => bodies.length === 1)).toBe(true);
  });

  test("it does not give way to somebody else's message with the same id", async () => {
    await areOpensTheRoom();
    server.refuseWith = "message-not-text";
    conversations.compose(ROOM, "Hei");
    await time(10);
    server.says(VERA, "mitt", keeping.outbox(ROOM)[0]?.clientId);
    expect(unsent()).toEqual(["refused"]);
  });

  test("'not now' is tried again by itself, and keeps the order", async () => {
    await areOpensTheRoom();
    server.refuseWith = "temporarily-unavailable";
    conversations.compose(ROOM, "en");
    conversations.compose(ROOM, "to");
    await time(4_000);
    expect(kept()).toEqual([]);
    server.refuseWith = undefined;
    await time(4_000);
    expect(kept()).toEqual(["en", "to"]);
  });

  test("a refused message waits for the person, and does not hold up the next", async () => {
    await areOpensTheRoom();
    server.refuseWith = "message-not-text";
    conversations.compose(ROOM, "rart");
    await time(10);
    server.refuseWith = undefined;
    conversations.compose(ROOM, "vanlig");
    await time(3_000);
    expect(kept()).toEqual(["vanlig"]);
    expect(unsent()).toEqual(["refused"]);
  });
});

describe("receiving", () => {
  test("what history cannot give is asked for less and less often", async () => {
    await areOpensTheRoom();
    server.live?.hear({
      type: "accepted",
      roomId: ROOM,
      clientId: "x",
      seq: 4,
      entryId: "",
      sentAt: "",
    });
    server.history = () => Promise.reject(new Error("not now"));
    const asked = vi.spyOn(server, "history");
    await time(600_000);
    expect(asked.mock.calls.length).toBeLessThan(20);
  });

  test("R3: a lost frame is asked of history when the next one shows that it is missing", async () => {
    await areOpensTheRoom();
    server.loseMessages = 1;
    server.says(VERA, "en");
    server.says(VERA, "to");
    await time(1_000);
    expect(shown()).toEqual(["en", "to"]);
    expect(server.historyAsked).toBe(1);
  });

  test("history is not asked when nothing is missing, not even for one's own messages", async () => {
    await areOpensTheRoom();
    server.says(VERA, "en");
    conversations.compose(ROOM, "to");
    await time(1_000);
    expect(shown()).toEqual(["en", "to"]);
    expect(server.historyAsked).toBe(0);
  });

  test("what was said while the connection was away is there after it", async () => {
    await areOpensTheRoom();
    server.says(VERA, "før");
    server.live?.cut();
    server.says(VERA, "imens");
    await time(5_000);
    expect(shown()).toEqual(["før", "imens"]);
  });

  test("a view that ended is closed on the server, and leaves nothing in memory", async () => {
    const leave = await areOpensTheRoom();
    server.says(VERA, "hei");
    leave();
    await time(10);
    expect(server.received.at(-1)).toEqual({ type: "close", roomId: ROOM });
    expect(conversations.conversation(ROOM)).toBeUndefined();
  });
});

describe("access", () => {
  test("R4: a closed room is empty at once; what was written and not sent is still its writer's", async () => {
    await areOpensTheRoom();
    server.says(VERA, "hemmelig");
    server.networkGoes();
    conversations.compose(ROOM, "mitt");
    keeping.keepDraft(ROOM, "mitt, halvt");
    server.closed = true;
    server.networkComesBack();
    await time(10);
    server.live?.hear({ type: "closed", roomId: ROOM, code: "access-withdrawn" });
    expect(conversations.conversation(ROOM)).toMatchObject({ messages: [], outbox: [] });
    expect(conversations.conversation(ROOM)?.phase.kind).toBe("closed");
    expect(stranded()).toEqual(["mitt", "mitt, halvt"]);
    expect(keeping.roomsWithUnsent()).toEqual([]);
    expect(keeping.draft(ROOM)).toBe("");
    expect(accessChanged).toEqual([ROOM]);
  });

  test("with what a view ended is known until the room is opened again, whatever is refused since", async () => {
    const leave = await areOpensTheRoom();
    server.live?.hear({ type: "closed", roomId: ROOM, code: "consent-withdrawn" });
    server.live?.hear({ type: "refused", roomId: ROOM, code: "room-unknown" });
    expect(conversations.conversation(ROOM)?.phase).toMatchObject({ code: "consent-withdrawn" });
    leave();
    expect(conversations.endOf(ROOM)).toBe("consent-withdrawn");

    await time(11_000);
    conversations.view(ROOM);
    expect(conversations.endOf(ROOM)).toBeUndefined();
  });

  test("with what a room ended while she was on her way into it is known", async () => {
    conversations.start();
    await time(10);
    server.live?.hear({ type: "closed", roomId: ROOM, code: "seat-removed" });
    server.networkGoes();
    conversations.view(ROOM);
    expect(conversations.endOf(ROOM)).toBe("seat-removed");
  });

  test("with what a room ended is known without a view of it, until she is let in again", async () => {
    conversations.start();
    await time(10);
    server.live?.hear({ type: "closed", roomId: ROOM, code: "seat-removed" });
    expect(conversations.endOf(ROOM)).toBe("seat-removed");
    expect(accessChanged).toEqual([ROOM]);

    const room = { roomId: ROOM, lastSeq: 3, readSeq: 3, own: [], lastAt: "2026-11-20T08:00:00Z" };
    server.live?.hear({ type: "position", room });
    expect(conversations.endOf(ROOM)).toBeUndefined();
  });

  test("nor is it said any more where she was let in while the socket was away", async () => {
    await areOpensTheRoom();
    server.live?.hear({ type: "closed", roomId: ROOM, code: "seat-removed" });
    expect(conversations.endOf(ROOM)).toBe("seat-removed");

    server.networkGoes();
    server.networkComesBack();
    await time(10);
    expect(conversations.endOf(ROOM)).toBeUndefined();
  });

  test("what was written for a room that closed meanwhile is told, whatever is on the screen", async () => {
    const leave = await areOpensTheRoom();
    server.networkGoes();
    conversations.compose(ROOM, "skrevet på toget");
    leave();
    keeping.keepDraft("other", "halvt");
    server.closed = true;
    server.networkComesBack();
    await time(10);
    expect(stranded()).toEqual(["skrevet på toget", "halvt"]);
    await time(60_000);
    expect(keeping.roomsWithUnsent()).toEqual([]);
    expect(server.received.filter(({ type }) => type === "send")).toEqual([]);
  });

  test("of what the server may have got it is asked first: what it kept reached somebody", async () => {
    await areOpensTheRoom();
    server.loseAnswers = 1;
    conversations.compose(ROOM, "kom fram");
    await time(1);
    conversations.compose(ROOM, "kom ikke");
    server.closed = true;
    await time(10_000);
    expect(kept()).toEqual(["kom fram"]);
    expect(stranded()).toEqual(["kom ikke"]);
    expect(keeping.roomsWithUnsent()).toEqual([]);
  });

  test.each(["room-unknown", "room-erased", "write-not-allowed"] as const)(
    "a message that is refused with %s takes the draft with it, and is never sent again",
    async (code) => {
      await areOpensTheRoom();
      keeping.keepDraft(ROOM, "halvt");
      server.refuseWith = code;
      conversations.compose(ROOM, "helt");
      await time(60_000);
      expect(stranded()).toEqual(["helt", "halvt"]);
      expect(server.received.filter(({ type }) => type === "send")).toHaveLength(1);
      expect(unsent()).toEqual([]);
    },
  );

  test("a room that cannot be opened is told as closed, a server that cannot just now is asked again", async () => {
    await areOpensTheRoom();
    conversations.view(ROOM);
    server.live?.hear({ type: "refused", roomId: ROOM, code: "log-unavailable" });
    expect(conversations.conversation(ROOM)?.phase).toEqual({
      kind: "waiting",
      trouble: "log-unavailable",
    });
    await time(2_000);
    expect(conversations.conversation(ROOM)?.phase.kind).toBe("open");
    server.live?.hear({ type: "refused", roomId: ROOM, code: "room-unknown" });
    expect(conversations.conversation(ROOM)?.phase.kind).toBe("closed");
  });

  test("a room that was erased is told as closed and asked for no more", async () => {
    await areOpensTheRoom();
    server.live?.hear({ type: "closed", roomId: ROOM, code: "room-erased" });
    expect(conversations.conversation(ROOM)?.phase).toEqual({
      kind: "closed",
      code: "room-erased",
    });
    const opened = server.received.filter(({ type }) => type === "open").length;
    await time(60_000);
    expect(server.received.filter(({ type }) => type === "open")).toHaveLength(opened);
    expect(server.historyAsked).toBe(0);
  });

  test("the end of the session ends everything, and nobody connects again", async () => {
    await areOpensTheRoom();
    server.live?.cut(4401);
    await time(60_000);
    expect(ended).toBe(1);
    expect(server.sockets).toHaveLength(1);
  });
});

describe("reading", () => {
  const told = (type: "read" | "received") =>
    server.received.flatMap((it) =>
      (it.type === "read" || it.type === "received") && it.type === type
        ? [[it.fromSeq, it.seq]]
        : [],
    );

  test("only what was on the screen is told, once", async () => {
    await areOpensTheRoom();
    for (const body of ["en", "to", "tre"]) server.says(VERA, body);
    conversations.seen(ROOM, [1]);
    conversations.seen(ROOM, [1]);
    conversations.seen(ROOM, [3]);
    await time(10);
    expect(told("read")).toEqual([
      [1, 1],
      [3, 3],
    ]);
    conversations.seen(ROOM, [2]);
    await time(10);
    expect(told("read")).toEqual([
      [1, 1],
      [3, 3],
      [2, 2],
    ]);
  });

  test("what was on the screen without a connection is told when there is one", async () => {
    await areOpensTheRoom();
    server.says(VERA, "en");
    await time(10);
    server.networkGoes();
    conversations.seen(ROOM, [1]);
    await time(1_000);
    expect(told("read")).toEqual([]);
    server.networkComesBack();
    await time(5_000);
    expect(told("read")).toEqual([[1, 1]]);
  });

  test("after a restored backup nothing is told of what was on the screen before it", async () => {
    await areOpensTheRoom();
    for (let seq = 1; seq <= 5; seq++) server.says(VERA, `${seq}`);
    await time(10);
    conversations.seen(ROOM, [1, 2, 3, 4, 5]);
    await time(2_000);
    server.restores(3);
    await time(6_000);
    server.says(VERA, "another 4");
    server.says(VERA, "another 5");
    await time(6_000);
    expect(server.marks).toEqual([]);
    conversations.seen(ROOM, [3]);
    await time(10);
    expect(server.marks).toMatchObject([{ fromSeq: 3, seq: 3 }]);
  });

  test("what the server could not take in just now is told again", async () => {
    await areOpensTheRoom();
    server.says(VERA, "en");
    conversations.seen(ROOM, [1]);
    await time(10);
    server.live?.hear({ type: "refused", roomId: ROOM, code: "temporarily-unavailable" });
    await time(3_000);
    expect(told("read")).toEqual([
      [1, 1],
      [1, 1],
    ]);
    server.live?.hear({ type: "refused", roomId: ROOM, code: "marks-scattered" });
    await time(60_000);
    expect(told("read")).toHaveLength(2);
  });

  test("what has come and is not looked at is told as received, what is read at once is not", async () => {
    await areOpensTheRoom();
    server.says(VERA, "en");
    await time(10);
    conversations.seen(ROOM, [1]);
    server.says(VERA, "to");
    await time(3_000);
    expect(told("read")).toEqual([[1, 1]]);
    expect(told("received")).toEqual([[2, 2]]);
    server.says(VERA, "tre");
    await time(3_000);
    expect(told("received")).toEqual([
      [2, 2],
      [3, 3],
    ]);
  });

  test("a short answer counts as unread nowhere, and is passed with the row before it", async () => {
    await areOpensTheRoom();
    server.says(VERA, "en");
    await time(10);
    conversations.seen(ROOM, [1]);
    server.acknowledges("kari", 1, "RECEIVED");
    server.acknowledges("kari", 1, "TAKEN_BACK");
    await time(10);
    expect(conversations.unread.count(ROOM)).toBe(0);
    server.says(VERA, "to");
    server.acknowledges("kari", 4, "RECEIVED");
    await time(10);
    expect(conversations.unread.count(ROOM)).toBe(1);
    expect(conversations.unreadBefore(ROOM, 6)).toEqual([[4, 4]]);
    conversations.seen(ROOM, [4]);
    await time(10);
    expect(told("read")).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 5],
    ]);
  });

  test("a room with sixty new messages begins where they begin", async () => {
    for (let seq = 1; seq <= 90; seq++) server.says(VERA, `${seq}`);
    server.marks.push({ personId: ARE, fromSeq: 1, seq: 30 });
    conversations.start();
    await time(10);
    await areOpensTheRoom();
    expect(shown()?.[0]).toBe("21");
    expect(conversations.conversation(ROOM)).toMatchObject({ newAfter: 30, hasOlder: true });
    expect(conversations.unread.count(ROOM)).toBe(60);
    await time(3_000);
    expect(told("read")).toEqual([]);
  });

  test("one's own message further up, which was on no screen of hers, is nothing unread", async () => {
    for (let seq = 1; seq <= 100; seq++) server.says(seq === 5 ? ARE : VERA, `${seq}`);
    server.marks.push({ personId: ARE, fromSeq: 1, seq: 4 });
    server.marks.push({ personId: ARE, fromSeq: 7, seq: 100 });
    await areOpensTheRoom();
    expect(shown()?.[0]).toBe("51");
    expect(conversations.unreadBefore(ROOM, 51)).toEqual([[6, 6]]);
  });

  test("nor is one that she has written on another device since", async () => {
    for (let seq = 1; seq <= 900; seq++) server.says(seq > 840 && seq < 845 ? ARE : VERA, `${seq}`);
    server.marks.push({ personId: ARE, fromSeq: 1, seq: 650 });
    conversations.start();
    await time(10);
    await areOpensTheRoom();
    expect(shown()?.[0]).toBe("851");
    expect(conversations.unreadBefore(ROOM, 846)).toEqual([
      [651, 840],
      [845, 845],
    ]);
  });

  test("where there is more than that, the way back to the first unread is fetched", async () => {
    for (let seq = 1; seq <= 900; seq++) server.says(VERA, `${seq}`);
    server.marks.push({ personId: ARE, fromSeq: 1, seq: 300 });
    conversations.start();
    await time(10);
    await areOpensTheRoom();
    expect(shown()?.[0]).toBe("851");
    conversations.seen(ROOM, [899, 900]);
    expect(conversations.unreadBefore(ROOM, 890)).toEqual([[301, 889]]);
    await conversations.fetchBackTo(ROOM, 301);
    expect(Number(shown()?.[0])).toBeLessThanOrEqual(301);
    expect(server.historyAsked).toBeLessThan(8);
  });
});

describe("what is new", () => {
  test("one's own message is new to nobody's own other window", async () => {
    await areOpensTheRoom();
    server.live?.hear({ type: "activity", roomId: "other", lastSeq: 1, own: true });
    expect(conversations.unread.count("other")).toBe(0);
    server.live?.hear({ type: "activity", roomId: "other", lastSeq: 2, own: false });
    expect(conversations.unread.count("other")).toBe(1);
    server.live?.hear({ type: "activity", roomId: "other", lastSeq: 3, own: true });
    expect(conversations.unread.count("other")).toBe(1);
  });

  test("what was read on another device is no longer new here, also in a room that is not open", async () => {
    await areOpensTheRoom();
    server.live?.hear({ type: "activity", roomId: "other", lastSeq: 4, own: false });
    const read = { personId: ARE, fromSeq: 1, seq: 4, at: "" };
    server.live?.hear({ type: "marked", roomId: "other", ...read });
    expect(conversations.unread.count("other")).toBe(0);
  });

  test("of a room that one is let into meanwhile, or comes back to, the number is told", async () => {
    await areOpensTheRoom();
    const room = { roomId: "other", lastSeq: 7, readSeq: 2, own: [4], lastAt: "2026-11-22T06:00Z" };
    server.live?.hear({ type: "position", room });
    expect(conversations.unread.count("other")).toBe(4);
    expect(conversations.unread.position("other").lastAt).toBe("2026-11-22T06:00Z");

    // It was read before what is heard first, and arrives after it.
    server.live?.hear({ type: "activity", roomId: "other", lastSeq: 9, own: false, at: "9" });
    server.live?.hear({ type: "position", room: { ...room, lastSeq: 8 } });
    expect(conversations.unread.count("other")).toBe(6);
    expect(conversations.unread.position("other").lastAt).toBe("9");
  });
});
