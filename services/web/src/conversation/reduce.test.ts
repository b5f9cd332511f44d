import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Message, MessagePage } from "../contracts/conversation";
import {
  contiguousUpTo,
  firstGap,
  mayWrite,
  newConversation,
  type Conversation,
} from "./conversation";
import { reduce, type Happening } from "./reduce";

const ROOM = "room";
const ARE = "are";
const VERA = "vera";

function historyOf(count: number): Message[] {
  return Array.from({ length: count }, (_, i) => ({
    roomId: ROOM,
    seq: i + 1,
    entryId: `m${i + 1}`,
    clientId: `c${i + 1}`,
    senderId: i % 3 === 0 ? ARE : VERA,
    class: "VISIBLE" as const,
    kind: "TEXT",
    format: 1,
    body: `message ${i + 1}`,
    sentAt: new Date(i * 60_000).toISOString(),
    accessEpoch: 1,
  }));
}

/** History as the server answers it. */
function pageBefore(history: Message[], before: number, limit: number): MessagePage {
  const earlier = history.filter(({ seq }) => seq < before);
  const items = earlier.slice(-limit);
  return { items, nextBefore: items.length < earlier.length ? (items[0]?.seq ?? null) : null };
}

function opened(history: Message[], upTo: number, newest: number): Happening {
  const known = history.slice(0, upTo);
  const messages = known.slice(-newest);
  return frame({
    type: "opened",
    roomId: ROOM,
    accessEpoch: 1,
    lastSeq: upTo,
    mayWrite: true,
    messages,
    more: messages.length < known.length,
    marks: [],
    received: [],
  });
}

function frame(it: Extract<Happening, { type: "frame" }>["frame"]): Happening {
  return { type: "frame", frame: it, myId: ARE, now: 0 };
}

const NO_ROW = { class: "AMENDS", kind: "ACKNOWLEDGEMENT", about: 1, says: "THANKS" } as const;

function message(it: Message): Happening {
  return { type: "message", message: it, myId: ARE };
}

/** What the store does: asks history for every gap until none is left. */
function filled(conversation: Conversation, history: Message[], limit: number): Conversation {
  let state = conversation;
  for (let rounds = 0; firstGap(state); rounds++) {
    if (rounds > 500) throw new Error("gaps are never filled");
    const before = (firstGap(state)?.to ?? 0) + 1;
    state = reduce(state, {
      type: "page",
      before,
      page: pageBefore(history, before, limit),
      myId: ARE,
    });
  }
  return state;
}

function withOlder(conversation: Conversation, history: Message[], limit: number): Conversation {
  let state = conversation;
  while (state.hasOlder) {
    const page = pageBefore(history, state.floor, limit);
    state = reduce(state, { type: "page", before: state.floor, page, myId: ARE });
  }
  return state;
}

describe("R3: incremental state equals a fresh fetch", () => {
  test("whatever is lost, doubled or comes out of order, once the gaps are filled", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.oneof(fc.nat(80), fc.constant("resumed" as const)), { maxLength: 80 }),
        fc.nat(60),
        (count, newest, limit, deliveries, openedAt) => {
          const history = historyOf(count);
          let state = reduce(
            newConversation(ROOM),
            opened(history, Math.min(openedAt, count), newest),
          );
          for (const delivery of deliveries) {
            if (delivery === "resumed") {
              state = reduce(state, opened(history, count, newest));
              continue;
            }
            const it = history[delivery];
            if (it) state = reduce(state, message(it));
          }
          state = reduce(state, opened(history, count, newest));
          const whole = withOlder(filled(state, history, limit), history, limit);
          expect(whole.messages).toEqual(history);
          expect(firstGap(whole)).toBeUndefined();
        },
      ),
      { numRuns: 500 },
    );
  });

  test("a lost last message is missed as soon as anything tells that it exists", () => {
    const history = historyOf(3);
    const state = reduce(newConversation(ROOM), opened(history, 2, 50));
    const told = reduce(state, frame(accepted("c3", 3)));
    expect(firstGap(told)).toEqual({ from: 3, to: 3 });
    expect(filled(told, history, 10).messages).toEqual(history);
  });

  test("a message that overtakes the opening of the view is not forgotten", () => {
    const history = historyOf(4);
    const overtaken = reduce(newConversation(ROOM), message(at(history, 4)));
    const state = reduce(overtaken, opened(history, 3, 50));
    expect(firstGap(state)).toEqual({ from: 4, to: 4 });
  });

  test("reading counts only as far as nothing is missing", () => {
    const history = historyOf(5);
    const state = reduce(
      reduce(newConversation(ROOM), opened(history, 2, 50)),
      message(at(history, 5)),
    );
    expect(contiguousUpTo(state)).toBe(2);
  });

  test("where history says that nothing is there, the gap is closed for good", () => {
    const state = reduce(newConversation(ROOM), opened(historyOf(2), 2, 50));
    const told = reduce(state, frame(accepted("x", 4)));
    const empty = { items: [], nextBefore: null };
    expect(
      firstGap(reduce(told, { type: "page", before: 5, page: empty, myId: ARE })),
    ).toBeUndefined();
  });
});

test("where a page came above another is remembered, and where a gap was filled is not", () => {
  const history = historyOf(9);
  const state = withOlder(reduce(newConversation(ROOM), opened(history, 9, 3)), history, 3);
  expect(state.joints).toEqual(new Set([7, 4]));

  const behind = reduce(newConversation(ROOM), opened(history, 6, 6));
  const jumped = historyOf(9).slice(-1).map(message).reduce(reduce, behind);
  expect(filled(jumped, history, 2).joints).toEqual(new Set());
});

describe("R4: access lost", () => {
  const talking = reduce(newConversation(ROOM), opened(historyOf(5), 5, 50));
  const unsent = {
    clientId: "x",
    body: "Hemmelig",
    composedAt: "",
    state: { kind: "waiting" },
  } as const;
  const writing = reduce(talking, { type: "outbox", outbox: [unsent] });
  const closed = reduce(writing, { type: "view-ended", code: "access-withdrawn" });

  test("leaves nothing of what was said or written in memory", () => {
    expect(JSON.stringify(closed)).not.toMatch(/message \d|Hemmelig/);
    expect(closed.phase).toEqual({ kind: "closed", code: "access-withdrawn" });
  });

  test("is not undone by frames and pages that were under way", () => {
    const late = reduce(closed, message(at(historyOf(6), 6)));
    const page = { items: historyOf(5), nextBefore: null };
    expect(reduce(late, { type: "page", before: 6, page, myId: ARE }).messages).toEqual([]);
  });
});

test("what was read stays read, and what was passed over is not", () => {
  const state = reduce(newConversation(ROOM), opened(historyOf(5), 5, 50));
  const marked = (seq: number, before: Conversation) =>
    reduce(
      before,
      frame({ type: "marked", roomId: ROOM, personId: VERA, fromSeq: seq, seq, at: "" }),
    );
  expect(marked(2, marked(4, state)).read.get(VERA)).toEqual([
    [2, 2],
    [4, 4],
  ]);
  expect(marked(2, marked(4, state)).received.get(VERA)).toBeUndefined();
});

test("a hint that somebody writes fades, and goes at once when the message comes", () => {
  const state = reduce(newConversation(ROOM), opened([], 0, 50));
  const typing = reduce(state, frame({ type: "typing", roomId: ROOM, personId: ARE }));
  expect([...typing.typing.keys()]).toEqual([ARE]);
  expect(reduce(typing, { type: "moment-passed", now: 10_000 }).typing.size).toBe(0);
  expect(reduce(typing, message(at(historyOf(1), 1))).typing.size).toBe(0);
});

function accepted(clientId: string, seq: number) {
  return {
    type: "accepted",
    roomId: ROOM,
    clientId,
    seq,
    entryId: `m${seq}`,
    sentAt: "",
  } as const;
}

function at(history: Message[], seq: number): Message {
  const found = history[seq - 1];
  if (!found) throw new Error(`no message ${seq}`);
  return found;
}

test("whether the person may write is what was told under the newer access", () => {
  const view = (accessEpoch: number, may: boolean) =>
    reduce(
      newConversation(ROOM),
      frame({
        type: "opened",
        roomId: ROOM,
        accessEpoch,
        lastSeq: 0,
        mayWrite: may,
        messages: [],
        more: false,
        marks: [],
        received: [],
      }),
    );
  const fetched = (accessEpoch: number, write: boolean) => ({ accessEpoch, may: { write } });

  expect(mayWrite(newConversation(ROOM), fetched(3, true))).toBe(true);
  expect(mayWrite(view(3, false), fetched(2, true))).toBe(false);
  expect(mayWrite(view(3, true), fetched(2, false))).toBe(true);
  expect(mayWrite(view(2, true), fetched(3, false))).toBe(false);
  expect(mayWrite(view(2, false), fetched(3, true))).toBe(true);
});

test("what is marked once more was read the first time", () => {
  const marked = (fromSeq: number, seq: number, at: string) =>
    frame({ type: "marked", roomId: ROOM, personId: VERA, fromSeq, seq, at });
  const first = reduce(newConversation(ROOM), marked(1, 4, "2026-11-03T09:00:00Z"));
  const again = reduce(first, marked(1, 5, "2026-11-03T10:00:00Z"));
  expect(again.readAt.get(VERA)).toEqual([
    { range: [1, 4], at: "2026-11-03T09:00:00Z", exact: true },
    { range: [5, 5], at: "2026-11-03T10:00:00Z", exact: true },
  ]);
});

test("where only a short answer has come, no line is drawn above what is new, then or later", () => {
  const history = historyOf(2).map((it) => ({ ...it, senderId: VERA }));
  const answered = [...history.slice(0, 1), { ...(history[1] as Message), ...NO_ROW }];
  const mine = { personId: ARE, fromSeq: 1, seq: 1, at: "2026-11-22T08:00:00.000Z" };
  const view = opened(answered, 2, 50) as Extract<Happening, { type: "frame" }>;
  const read = { ...view, frame: { ...view.frame, marks: [mine] } } as Happening;
  expect(reduce(newConversation(ROOM), read).newAfter).toBeNull();
});

test("what may be otherwise is known: no connection, or another access; until it is opened anew", () => {
  const history = historyOf(4);
  const happen = (conversation: Conversation, ...all: Happening[]) =>
    all.reduce(reduce, conversation);
  const open = happen(newConversation(ROOM), opened(history, 3, 3));
  expect(open.doubt).toBeUndefined();
  const lost = happen(open, { type: "connection-lost", now: 5 });
  expect(lost.doubt).toEqual({ since: 5, upTo: 3 });
  expect(happen(lost, { type: "access-changed", now: 7 }).doubt).toEqual({ since: 5, upTo: 3 });
  expect(happen(lost, opened(history, 3, 3)).doubt).toBeUndefined();
  const changed = happen(open, { type: "access-changed", now: 7 });
  expect(changed.doubt).toEqual({ since: 7, upTo: 3 });
  const [fourth] = history.slice(3) as [Message];
  const heardSince = happen(changed, message(fourth));
  expect(happen(heardSince, { type: "access-changed", now: 9 }).doubt).toEqual({
    since: 9,
    upTo: 4,
  });
});
