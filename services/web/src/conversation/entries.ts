import { startOfDay } from "date-fns";
import type { Message } from "../contracts/conversation";
import { isBefore, type Change } from "./changes";
import type { Conversation, Unsent } from "./conversation";
import { correctedOf } from "./corrected";
import { isRow } from "./kinds";
import { NONE, withRange, type Range, type Ranges } from "./ranges";
import { stableBy } from "./stable";

/**
 * What the conversation shows, from top to bottom. The day of the first row is not among it: it stands
 * above the list, so that the list begins with the same row until an older page comes.
 */
export type Entry =
  | { kind: "day"; key: string; at: string }
  | { kind: "new"; key: string }
  | { kind: "gap"; key: string }
  | { kind: "change"; key: string; change: Change }
  | {
      kind: "message";
      key: string;
      message: Message;
      mine: boolean;
      startsGroup: boolean;
      endsGroup: boolean;
      /** Whether it is the first that its sender says that day, as far as is known here. */
      firstOfDay: boolean;
      newest: boolean;
      /** What its sender wrote together with it, as far as to it. */
      group: Ranges;
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
 *
 * @param changes who came and left, from the first to the last
 */
export function entriesOf(shown: Shown, myId: string, changes: readonly Change[] = []): Entry[] {
  const { messages, hasOlder, joints, outbox, newAfter } = shown;
  const entries: Entry[] = [];
  const firstNew = firstNewOf(messages, newAfter, myId);
  const days = new Days(entries);
  const spoke = new Set<string>();
  let group = NONE;
  const { rows, last } = withChanges(rowsIn(messages), changes, hasOlder);
  rows.forEach(({ message, missing, changed }, i) => {
    const before = rows[i - 1]?.message;
    const after = rows[i + 1];
    if (missing) entries.push({ kind: "gap", key: `gap ${message.seq}` });
    const changedDay = changed.map((change) => days.change(change)).some(Boolean);
    const newDay = days.row(message.seq, message.sentAt, momentOf(message).day);
    if (message === firstNew) entries.push({ kind: "new", key: "new" });
    const goesOn = changed.length === 0 && together(before, message);
    group = withRow(goesOn ? group : NONE, message);
    const begins = missing || newDay || joints.has(message.seq);
    if (begins || changedDay) spoke.clear();
    const groupGoesOn = after?.changed.length === 0 && together(message, after.message);
    entries.push({
      kind: "message",
      key: message.clientId,
      message,
      mine: message.senderId === myId,
      startsGroup: begins || message === firstNew || !goesOn,
      endsGroup: !groupGoesOn,
      firstOfDay: !spoke.has(message.senderId),
      newest: after === undefined,
      group: stableGroup(message, group),
      groupWhole: !hasOlder || group[0]?.[0] !== rows[0]?.message.seq,
    });
    spoke.add(message.senderId);
  });
  last.forEach((change) => days.change(change));
  for (const unsent of outbox) entries.push({ kind: "unsent", key: unsent.clientId, unsent });
  return entries;
}

/** What was taken back is read by nobody any more: whoever marks it has seen that it was. */
function withRow(group: Ranges, message: Message): Ranges {
  const isRetracted = correctedOf(message)?.state === "retracted";
  return isRetracted ? group : withRange(group, [message.seq, message.seq]);
}

const stableGroup = stableBy<Range>((one, other) => one[0] === other[0] && one[1] === other[1]);

/** Begins a day wherever a row is of a later one than those before it; none comes twice. */
class Days {
  private day: number | undefined;

  constructor(private readonly entries: Entry[]) {}

  /** Whether a day begins with what was then. */
  row(key: string | number, at: string, began: number): boolean {
    const isNew = this.day !== undefined && began > this.day;
    if (isNew) this.entries.push({ kind: "day", key: `day ${key}`, at });
    this.day = Math.max(this.day ?? 0, began);
    return isNew;
  }

  change(change: Change): boolean {
    const isNew = this.row(change.key, change.at, startOfDay(change.at).getTime());
    this.entries.push({ kind: "change", key: change.key, change });
    return isNew;
  }
}

interface RowOf {
  message: Message;
  /** Whether something before it is missing here. */
  missing: boolean;
}

/** Each row with what changed before it, and what has changed since. */
function withChanges(rows: readonly RowOf[], changes: readonly Change[], hasOlder: boolean) {
  let told = 0;
  const changedBefore = (message: Message) => {
    const from = told;
    while (told < changes.length && isBefore(changes[told] as Change, message)) told++;
    return changes.slice(from, told);
  };
  const changed = rows.map((row, i) => {
    const before = changedBefore(row.message);
    // They belong above, among what has not been fetched.
    return { ...row, changed: i === 0 && hasOlder ? [] : before };
  });
  return { rows: changed, last: rows.length === 0 && hasOlder ? [] : changes.slice(told) };
}

/** Those that are rows of their own, each with whether something before it is missing here. */
function rowsIn(messages: readonly Message[]): RowOf[] {
  const rows: RowOf[] = [];
  let missing = false;
  messages.forEach((message, i) => {
    missing ||= i > 0 && message.seq > (messages[i - 1]?.seq ?? 0) + 1;
    if (!isRow(message)) return;
    rows.push({ message, missing });
    missing = false;
  });
  return rows;
}

/** When the first row at this place or after it was; nothing where there is none. */
export function beginningOf(entries: readonly Entry[], index = 0): string | undefined {
  for (const entry of entries.slice(index)) {
    if (entry.kind === "change") return entry.change.at;
    if (entry.kind === "message") return entry.message.sentAt;
  }
  return undefined;
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
