import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ClientFrame } from "../contracts/conversation";
import { Amending } from "./amending";
import { asked, forwarded, promised, withdrawn } from "./asking";
import { Conversations } from "./conversations";
import { FakeServer } from "./fake-server";
import { Keeping } from "./keeping";
import { followNetwork } from "./network";
import { questionsIn, type Question } from "./questions";
import { settled } from "./settled";

const ROOM = "room";
const ARE = "are";
const VERA = "vera";

let server: FakeServer;
let conversations: Conversations;
let leaveNetwork: () => void;

function page(keeping: Keeping): Conversations {
  return new Conversations({
    myId: ARE,
    keeping,
    ticket: server.ticket,
    connect: server.connect,
    history: server.history,
    random: () => 0.5,
    onAccessChanged: () => undefined,
    onSessionEnded: () => undefined,
  });
}

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  const keeping = await Keeping.of(ARE);
  vi.useFakeTimers();
  server = new FakeServer(ROOM, ARE);
  conversations = page(keeping);
  leaveNetwork = followNetwork(conversations);
});

afterEach(() => {
  leaveNetwork();
  conversations.stop();
  vi.useRealTimers();
});

const time = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const underWay = () => conversations.amendingIn(ROOM).map(({ state }) => state);
const sends = () => server.received.filter((it) => it.type === "send");
const kept = () => server.messages.filter(({ kind }) => kind === "QUESTION");
function stands(): Question | undefined {
  const { messages, lastSeq } = conversations.conversation(ROOM) ?? { messages: [], lastSeq: 0 };
  return questionsIn(messages, lastSeq).by.get(1);
}
function standing(): Question {
  const question = stands();
  if (!question) throw new Error("No question");
  return question;
}

async function areIsThere(): Promise<() => void> {
  const leave = conversations.view(ROOM);
  conversations.start();
  await time(10);
  return leave;
}

test("what is said of a question says all of it anew", () => {
  const open = {
    about: 1,
    seq: 2,
    at: "",
    state: "OPEN",
    askedById: VERA,
    addresseeId: ARE,
    saidById: VERA,
  } as const;
  const question: Question = { ...open, wantedBy: "2026-11-27" };
  const who = {
    kind: "QUESTION",
    about: 1,
    askedById: VERA,
    wantedBy: "2026-11-27",
    follows: 2,
  };
  expect(asked(1, VERA, ARE)).toEqual({
    kind: "QUESTION",
    about: 1,
    state: "OPEN",
    askedById: VERA,
    addresseeId: ARE,
  });
  expect(forwarded(question, "kari")).toEqual({ ...who, state: "OPEN", addresseeId: "kari" });
  const promise = promised(question, "2026-11-25");
  expect(promise).toEqual({
    ...who,
    state: "PROMISED",
    addresseeId: ARE,
    promisedBy: "2026-11-25",
  });
  // A day that was promised is no part of what comes after.
  const after: Question = { ...question, state: "PROMISED", promisedBy: "2026-11-25" };
  expect(settled(after, 5)).toEqual({ ...who, state: "ANSWERED", addresseeId: ARE, answer: 5 });
  expect(settled(after)).toEqual({ ...who, state: "ANSWERED", addresseeId: ARE });
  expect(withdrawn(after)).toEqual({ ...who, state: "WITHDRAWN", addresseeId: ARE });
});

test("asked twice at once it is asked once, and shown by its entry alone", async () => {
  server.says(ARE, "Kan jeg bytte time?");
  await areIsThere();
  conversations.ask(ROOM, asked(1, ARE, VERA));
  conversations.ask(ROOM, asked(1, ARE, "kari"));
  expect(stands()).toBeUndefined();
  await time(10);
  expect(kept()).toHaveLength(1);
  expect(stands()).toMatchObject({ state: "OPEN", addresseeId: VERA });
  expect(underWay()).toEqual([]);
});

test("what is not answered goes again under its id, and is kept once", async () => {
  server.says(ARE, "Kan jeg bytte time?");
  await areIsThere();
  server.dropSends = 1;
  server.loseAnswers = 1;
  conversations.ask(ROOM, asked(1, ARE, VERA, "2026-11-27"));
  await time(30_000);
  expect(new Set(sends().map((it) => it.clientId)).size).toBe(1);
  expect(sends().length).toBeGreaterThan(1);
  expect(kept()).toMatchObject([{ addresseeId: VERA, wantedBy: "2026-11-27" }]);
  expect(underWay()).toEqual([]);
});

test("without a connection nothing is asked, then or later", async () => {
  server.says(ARE, "Hei");
  await areIsThere();
  server.live?.cut();
  conversations.ask(ROOM, asked(1, ARE, VERA));
  expect(underWay()).toEqual([]);
  await time(30_000);
  expect(kept()).toEqual([]);
});

test("a no is told until something is said anew, or by another", async () => {
  server.says(ARE, "Hei");
  await areIsThere();
  server.refuseWith = "addressee-without-seat";
  conversations.ask(ROOM, asked(1, ARE, VERA));
  await time(10);
  expect(underWay()).toEqual([{ kind: "refused", code: "addressee-without-seat" }]);
  server.acknowledges(VERA, 1, "RECEIVED");
  expect(underWay()).toHaveLength(1);
  server.asks(VERA, { about: 1, addresseeId: "kari" });
  expect(underWay()).toEqual([]);
});

test("where another was faster to settle it, it is told how it stands and no fault", async () => {
  server.says(ARE, "Hei");
  server.asks(VERA, { about: 1, addresseeId: ARE });
  await areIsThere();
  const question = standing();
  server.asks(VERA, { about: 1, addresseeId: ARE, state: "WITHDRAWN" });
  for (const code of ["question-not-open", "question-unchanged"] as const) {
    server.refuseWith = code;
    conversations.ask(ROOM, settled(question), question.seq);
    await time(10);
    expect(underWay()).toEqual([]);
  }
  expect(stands()?.state).toBe("WITHDRAWN");
  server.refuseWith = "question-not-open";
  conversations.ask(ROOM, promised(question, "2026-11-25"), question.seq);
  await time(10);
  expect(underWay()).toMatchObject([{ kind: "refused" }]);
});

async function veraAsksAre(): Promise<() => void> {
  server.says(VERA, "Passer 17. november?");
  server.asks(VERA, { about: 1, addresseeId: ARE, wantedBy: "2026-11-27" });
  return areIsThere();
}

test("what answers a question settles it with its place, once the server has it", async () => {
  await veraAsksAre();
  conversations.answer(ROOM, standing());
  expect(conversations.answeringIn(ROOM)?.about).toBe(1);
  conversations.compose(ROOM, "Ja, det passer.");
  expect(conversations.answeringIn(ROOM)).toBeUndefined();
  await time(10);
  expect(stands()).toMatchObject({ state: "ANSWERED", answer: 3, wantedBy: "2026-11-27" });
  conversations.compose(ROOM, "Takk!");
  await time(10);
  expect(kept()).toHaveLength(2);
});

test("it settles it also where she has left the room, and the connection was lost meanwhile", async () => {
  const leave = await veraAsksAre();
  conversations.answer(ROOM, standing());
  server.loseAnswers = 1;
  conversations.compose(ROOM, "Ja, det passer.");
  leave();
  await time(60_000);
  expect(server.messages.filter(({ kind }) => kind === "TEXT")).toHaveLength(2);
  expect(kept().at(-1)).toMatchObject({ state: "ANSWERED", answer: 3 });
  expect(kept()).toHaveLength(2);
});

test("what was promised on another device while the answer was on its way is no one who was faster", async () => {
  await veraAsksAre();
  conversations.answer(ROOM, standing());
  server.loseAnswers = 1;
  conversations.compose(ROOM, "Ja, det passer.");
  const promise = { about: 1, addresseeId: ARE, askedById: VERA, state: "PROMISED" as const };
  server.asks(ARE, { ...promise, promisedBy: "2026-11-26" });
  const promised = kept().at(-1)?.seq;
  await time(60_000);
  const says = sends().findLast((it) => "kind" in it && it.kind === "QUESTION");
  expect(says).toMatchObject({ state: "ANSWERED", answer: 4, follows: promised });
});

test("what was withdrawn while the answer was on its way is said to be answered by nobody", async () => {
  await veraAsksAre();
  conversations.answer(ROOM, standing());
  server.loseAnswers = 1;
  conversations.compose(ROOM, "Ja, det passer.");
  server.asks(VERA, { about: 1, addresseeId: ARE, state: "WITHDRAWN" });
  await time(60_000);
  expect(kept().at(-1)?.state).toBe("WITHDRAWN");
});

test("an answer that was written without a net settles it from the next page", async () => {
  await veraAsksAre();
  conversations.answer(ROOM, standing());
  server.networkGoes();
  conversations.compose(ROOM, "Ja, det passer.");
  conversations.stop();
  vi.useRealTimers();
  await conversations.keeping.settled();
  const keeping = await Keeping.of(ARE);
  vi.useFakeTimers();
  server.networkComesBack();
  conversations = page(keeping);
  conversations.start();
  await time(10_000);
  expect(server.messages.filter(({ kind }) => kind === "TEXT")).toHaveLength(2);
  expect(kept().at(-1)).toMatchObject({ state: "ANSWERED", answer: 3, wantedBy: "2026-11-27" });
  expect(kept()).toHaveLength(2);
});

test("a text that is refused settles nothing until it is taken", async () => {
  await veraAsksAre();
  server.refuseWith = "message-not-text";
  conversations.answer(ROOM, standing());
  conversations.compose(ROOM, "Ja");
  await time(10);
  expect(stands()?.state).toBe("OPEN");
  server.refuseWith = undefined;
  const [first] = conversations.conversation(ROOM)?.outbox ?? [];
  conversations.tryAgain(ROOM, first?.clientId ?? "");
  await time(10);
  expect(stands()).toMatchObject({ state: "ANSWERED", answer: 3 });
});

test("what is no answer any more is a text like any other", async () => {
  await veraAsksAre();
  conversations.answer(ROOM, standing());
  conversations.noAnswer(ROOM);
  conversations.compose(ROOM, "Hei");
  await time(10);
  expect(stands()?.state).toBe("OPEN");

  conversations.answer(ROOM, standing());
  server.asks(VERA, { about: 1, addresseeId: ARE, state: "PROMISED", promisedBy: "2026-11-26" });
  expect(conversations.answeringIn(ROOM)?.state).toBe("PROMISED");
  server.asks(VERA, { about: 1, addresseeId: "kari" });
  expect(conversations.answeringIn(ROOM)).toBeUndefined();
});

test("how a question stands is read once it was on the screen itself, and not with its neighbours", async () => {
  await veraAsksAre();
  server.says(VERA, "Eller onsdag?");
  const reads = () =>
    server.received.flatMap((it) => (it.type === "read" ? [[it.fromSeq, it.seq]] : []));
  conversations.seen(ROOM, [1]);
  conversations.seen(ROOM, [3]);
  await time(10);
  expect(reads()).toEqual([
    [1, 1],
    [3, 3],
  ]);
  conversations.seen(ROOM, [2]);
  await time(10);
  expect(reads().at(-1)).toEqual([2, 2]);
});

test("what she acts on has been read", async () => {
  await veraAsksAre();
  const question = standing();
  conversations.ask(ROOM, promised(question, "2026-11-25"), question.seq);
  await time(10);
  const reads = server.received.flatMap((it) => (it.type === "read" ? [[it.fromSeq, it.seq]] : []));
  expect(reads[0]).toEqual([1, 2]);
});

describe("by itself", () => {
  const sent: ClientFrame[] = [];
  const amending = () =>
    new Amending({
      myId: ARE,
      send: (frame) => sent.push(frame) > 0,
      isViewed: () => true,
      onChange: () => undefined,
    });

  beforeEach(() => void sent.splice(0));

  test("that an answer was not taken for one is told while the question stands, whatever comes of it", () => {
    const its = amending();
    its.follow(ROOM, asked(1, ARE, VERA));
    const [first] = its.of(ROOM);
    its.refused(ROOM, first?.clientId ?? "", "question-changed");
    its.arrived(ROOM, [server.asks(VERA, { about: 1, addresseeId: ARE })]);
    expect(its.of(ROOM)).toMatchObject([{ state: { kind: "refused" } }]);
    its.arrived(ROOM, [server.asks(VERA, { about: 1, addresseeId: ARE, state: "ANSWERED" })]);
    expect(its.of(ROOM)).toEqual([]);
    its.stop();
  });

  test("what follows from a text that was taken in takes no not now for an answer", async () => {
    const its = amending();
    its.follow(ROOM, asked(1, ARE, VERA));
    const [first] = its.of(ROOM);
    its.refused(ROOM, first?.clientId ?? "", "temporarily-unavailable");
    expect(its.of(ROOM)).toMatchObject([{ state: { kind: "sending" } }]);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
    its.refused(ROOM, first?.clientId ?? "", "question-changed");
    expect(its.of(ROOM)).toMatchObject([{ state: { kind: "refused" } }]);
    its.stop();
  });

  test("of a second choice it is told that it was not taken", () => {
    const its = amending();
    expect(its.say(ROOM, asked(1, ARE, VERA))).toEqual(expect.any(String));
    expect(its.say(ROOM, asked(1, ARE, "kari"))).toBeUndefined();
    expect(sent).toHaveLength(1);
    its.stop();
  });
});
