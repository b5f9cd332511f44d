import type {
  FrameRefusalCode,
  Mark,
  Message,
  MessagePage,
  ServerFrame,
} from "../contracts/conversation";
import {
  newConversation,
  type Conversation,
  type Marks,
  type Unsent,
  type ViewEnd,
} from "./conversation";
import { lacksFirstWords, withCorrections } from "./corrected";
import { isRow } from "./kinds";
import { furthest, NONE, rangesOf, without, withRange, withRanges } from "./ranges";
import { withMarkTime, type MarkTimes } from "./markTimes";

type RoomFrame = Extract<
  ServerFrame,
  { type: "opened" | "accepted" | "marked" | "received" | "typing" }
>;

/** Everything that can happen to a conversation. */
export type Happening =
  | { type: "frame"; frame: RoomFrame; myId: string; now: number }
  | { type: "message"; message: Message; myId: string }
  /** History answered what lies before `before`. */
  | { type: "page"; before: number; page: MessagePage; myId: string }
  /** What the person has written and the room does not show yet is another than before. */
  | { type: "outbox"; outbox: readonly Unsent[] }
  /** The person writes: what has come so far is no longer new. */
  | { type: "composed" }
  | { type: "connection-lost"; now: number }
  | { type: "access-changed"; now: number }
  /** The server will not open the view just now. */
  | { type: "view-delayed"; code: FrameRefusalCode }
  /** The room can no longer be read, or never could. */
  | { type: "view-ended"; code: ViewEnd }
  | { type: "looked-away" }
  | { type: "moment-passed"; now: number };

/** How long a hint that somebody is writing is believed, in milliseconds. */
const TYPING_HOLDS = 6_000;

/** Pure: the same happenings in the same order always give the same conversation. */
export function reduce(conversation: Conversation, happening: Happening): Conversation {
  switch (happening.type) {
    case "frame":
      return reduceFrame(conversation, happening);
    case "message":
      return withMessage(conversation, happening);
    case "page":
      return withPage(conversation, happening);
    case "outbox":
      if (conversation.phase.kind === "closed") return conversation;
      return { ...conversation, outbox: happening.outbox };
    case "composed":
      return { ...conversation, newAfter: null };
    case "connection-lost":
      return { ...withDoubt(conversation, happening.now), typing: new Map() };
    case "access-changed":
      return withDoubt(conversation, happening.now);
    case "view-delayed":
      if (conversation.phase.kind !== "waiting") return conversation;
      return { ...conversation, phase: { kind: "waiting", trouble: happening.code } };
    case "view-ended":
      // R4: what was said leaves the memory with the access to it, the unsent included.
      return {
        ...newConversation(conversation.roomId),
        phase: { kind: "closed", code: happening.code },
      };
    case "looked-away":
      return { ...conversation, newAfter: conversation.lastSeq };
    case "moment-passed":
      return withoutOldHints(conversation, happening.now);
  }
}

/** Where nothing was heard since it was in doubt, it stays so since then. */
function withDoubt(conversation: Conversation, now: number): Conversation {
  const { doubt, lastSeq } = conversation;
  if (doubt?.upTo === lastSeq) return conversation;
  return { ...conversation, doubt: { since: now, upTo: lastSeq } };
}

function reduceFrame(
  conversation: Conversation,
  { frame, myId, now }: Extract<Happening, { type: "frame" }>,
): Conversation {
  switch (frame.type) {
    case "opened":
      return withOpened(conversation, frame, myId);
    case "accepted":
      // The message itself comes as a frame or from history; raising lastSeq makes sure it is missed.
      return { ...conversation, lastSeq: Math.max(conversation.lastSeq, frame.seq) };
    case "marked":
      return {
        ...conversation,
        read: withMark(conversation.read, frame),
        readAt: withNew(conversation.readAt, conversation.read, frame),
      };
    case "received":
      return {
        ...conversation,
        received: withMark(conversation.received, frame),
        receivedAt: withNew(conversation.receivedAt, conversation.received, frame),
      };
    case "typing":
      return {
        ...conversation,
        typing: new Map(conversation.typing).set(frame.personId, now + TYPING_HOLDS),
      };
  }
}

function withOpened(
  before: Conversation,
  frame: Extract<RoomFrame, { type: "opened" }>,
  myId: string,
): Conversation {
  const fresh = before.phase.kind !== "open";
  const read = frame.marks.reduce(withMark, before.read);
  const opened: Conversation = {
    ...before,
    phase: { kind: "open" },
    write:
      frame.accessEpoch < before.write.accessEpoch
        ? before.write
        : { may: frame.mayWrite, accessEpoch: frame.accessEpoch },
    lastSeq: Math.max(before.lastSeq, frame.lastSeq),
    read,
    readAt: frame.marks.reduce(withMarkTime, before.readAt),
    received: frame.received.reduce(withMark, before.received),
    receivedAt: frame.received.reduce(withMarkTime, before.receivedAt),
    own: withRanges(before.own, rangesOf(frame.own ?? [])),
    wholeFrom: Math.max(before.wholeFrom, frame.wholeFrom ?? 1),
    doubt: undefined,
    // A view that goes on keeps its floor: what lies between is a gap. A new one starts where it starts.
    ...(fresh
      ? {
          floor: frame.messages[0]?.seq ?? frame.lastSeq + 1,
          // Also where the view was asked to begin with what is new: what is older was not asked for.
          hasOlder: frame.more || (frame.messages[0]?.seq ?? 1) > 1,
          newAfter: unreadLine(furthest(read.get(myId) ?? NONE), frame, myId),
        }
      : {}),
  };
  return withMessages(opened, frame.messages, myId);
}

/** The line above what is new; none when nothing is, or when only one's own is. */
function unreadLine(
  readSeq: number,
  frame: Extract<RoomFrame, { type: "opened" }>,
  myId: string,
): number | null {
  const anythingNew = frame.messages.some(
    (it) => isRow(it) && it.seq > readSeq && it.senderId !== myId,
  );
  return anythingNew ? readSeq : null;
}

function withMessage(
  conversation: Conversation,
  { message, myId }: Extract<Happening, { type: "message" }>,
): Conversation {
  switch (conversation.phase.kind) {
    case "open":
      return withMessages(conversation, [message], myId);
    case "waiting":
      // Not shown before the view is open, but remembered, so that it is missed if the view lacks it.
      return { ...conversation, lastSeq: Math.max(conversation.lastSeq, message.seq) };
    case "closed":
      return conversation;
  }
}

function withMessages(
  conversation: Conversation,
  incoming: readonly Message[],
  myId: string,
): Conversation {
  const known = new Map(conversation.messages.map((it) => [it.seq, it]));
  for (const message of incoming) {
    const here = known.get(message.seq);
    if (!here || lacksFirstWords(here, message)) known.set(message.seq, message);
  }
  const ascending = [...known.values()].sort((a, b) => a.seq - b.seq);
  const messages = withCorrections(ascending, myId);
  const typing = new Map(conversation.typing);
  for (const { senderId } of incoming) typing.delete(senderId);
  return {
    ...conversation,
    messages,
    typing,
    floor: Math.min(conversation.floor, messages[0]?.seq ?? conversation.floor),
    lastSeq: Math.max(conversation.lastSeq, messages.at(-1)?.seq ?? 0),
  };
}

function withPage(
  conversation: Conversation,
  { before, page, myId }: Extract<Happening, { type: "page" }>,
): Conversation {
  // An answer that comes after access was lost must not bring the messages back (R4).
  if (conversation.phase.kind !== "open") return conversation;
  const merged = withJoint(conversation, withMessages(conversation, page.items, myId));
  if (page.nextBefore != null) return merged;
  // History says that nothing lies before this page: it is the beginning for this reader.
  return { ...merged, floor: page.items[0]?.seq ?? before, hasOlder: false };
}

/** Where an older page has come above what was the first message. */
function withJoint(before: Conversation, after: Conversation): Conversation {
  const first = before.messages[0];
  if (!first || first === after.messages[0]) return after;
  return { ...after, joints: new Set(before.joints).add(first.seq) };
}

/** What was marked stays marked. */
function withMark(marks: Marks, { personId, fromSeq, seq }: Omit<Mark, "at">): Marks {
  const before = marks.get(personId) ?? NONE;
  const after = withRange(before, [fromSeq, seq]);
  return after === before ? marks : new Map(marks).set(personId, after);
}

/** When, of what was not marked before: what is marked again was so then. */
function withNew(times: MarkTimes, marked: Marks, mark: Mark): MarkTimes {
  return without([[mark.fromSeq, mark.seq]], marked.get(mark.personId) ?? NONE).reduce(
    (before, [fromSeq, seq]) => withMarkTime(before, { ...mark, fromSeq, seq, exact: true }),
    times,
  );
}

function withoutOldHints(conversation: Conversation, now: number): Conversation {
  const typing = new Map([...conversation.typing].filter(([, until]) => until > now));
  return typing.size === conversation.typing.size ? conversation : { ...conversation, typing };
}
