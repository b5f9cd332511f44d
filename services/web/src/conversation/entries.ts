import { startOfDay } from "date-fns";
import type { Message } from "../contracts/conversation";
import type { Conversation, Unsent } from "./conversation";
import { isRow } from "./kinds";

/**
 * What the conversation shows, from top to bottom. The day of the first message is not among it: it
 * stands above the list, so that the list begins with the same message until an older page comes.
 */
export type Entry =
  | { kind: "day"; key: string; at: string }
  | { kind: "new"; key: string }
  | { kind: "gap"; key: string }
  | {
      kind: "message";
      key: string;
      message: Message;
      mine: boolean;
      startsGroup: boolean;
      endsGroup: boolean;
      /** The first of what its sender wrote together with it. */
      groupFrom: number;
      /** Whether that is so: what came before the oldest that is here may belong to it too. */
      groupWhole: boolean;
    }
  | { kind: "unsent"; key: string; unsent: Unsent };

type Shown = Pick<Conversation, "messages" | "hasOlder" | "joints" | "outbox" | "newAfter">;

/** Messages from one sender within this time hang together, in milliseconds. */
const TOGETHER = 5 * 60_000;

/**
 * Whoever is named above a message stays named: an older page that comes above must not make what
 * is being read smaller.
 */
export function entriesOf(shown: Shown, myId: string): Entry[] {
  const { messages, hasOlder, joints, outbox, newAfter } = shown;
  const entries: Entry[] = [];
  const firstNew = firstNewOf(messages, newAfter, myId);
  let groupFrom = 0;
  const rows = rowsIn(messages);
  rows.forEach(({ message, missing }, i) => {
    const before = rows[i - 1]?.message;
    const after = rows[i + 1]?.message;
    const newDay = before !== undefined && momentOf(before).day !== momentOf(message).day;
    if (missing) entries.push({ kind: "gap", key: `gap ${message.seq}` });
    if (newDay) entries.push({ kind: "day", key: `day ${message.seq}`, at: message.sentAt });
    if (message === firstNew) entries.push({ kind: "new", key: "new" });
    if (!together(before, message)) groupFrom = message.seq;
    const separated = missing || newDay || message === firstNew || joints.has(message.seq);
    entries.push({
      kind: "message",
      key: message.clientId,
      message,
      mine: message.senderId === myId,
      startsGroup: separated || !together(before, message),
      endsGroup: !together(message, after),
      groupFrom,
      groupWhole: !hasOlder || groupFrom !== rows[0]?.message.seq,
    });
  });
  for (const unsent of outbox) entries.push({ kind: "unsent", key: unsent.clientId, unsent });
  return entries;
}

/** Those that are rows of their own, each with whether something before it is missing here. */
function rowsIn(messages: readonly Message[]): { message: Message; missing: boolean }[] {
  const rows: { message: Message; missing: boolean }[] = [];
  let missing = false;
  messages.forEach((message, i) => {
    missing ||= i > 0 && message.seq > (messages[i - 1]?.seq ?? 0) + 1;
    if (!isRow(message)) return;
    rows.push({ message, missing });
    missing = false;
  });
  return rows;
}

/** The first message at this place or after it. */
export function firstMessageFrom(entries: readonly Entry[], index: number): Message | undefined {
  for (const entry of entries.slice(index)) if (entry.kind === "message") return entry.message;
  return undefined;
}

/** Where what is new begins; nowhere while that lies further back than what has been fetched. */
function firstNewOf(messages: readonly Message[], newAfter: number | null, myId: string) {
  if (newAfter === null) return undefined;
  const index = messages.findIndex((it) => isRow(it) && it.seq > newAfter && it.senderId !== myId);
  const first = messages[index];
  return index > 0 || (first && first.seq <= newAfter + 1) ? first : undefined;
}

function together(before: Message | undefined, after: Message | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  const apart = momentOf(after).at - momentOf(before).at;
  return before.senderId === after.senderId && apart < TOGETHER;
}

interface Moment {
  /** Epoch milliseconds. */
  at: number;
  /** When its day began, here. */
  day: number;
}

/** Read once for each message: every page that comes makes all entries anew, while one scrolls. */
const MOMENTS = new WeakMap<Message, Moment>();

function momentOf(message: Message): Moment {
  const known = MOMENTS.get(message);
  if (known) return known;
  const at = Date.parse(message.sentAt);
  const moment = { at, day: startOfDay(at).getTime() };
  MOMENTS.set(message, moment);
  return moment;
}
