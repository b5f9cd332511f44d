import type { Message } from "../contracts/conversation";

/** What a message said until it was changed or taken back. */
export interface Version {
  /** The place of the entry that said so. */
  readonly seq: number;
  readonly at: string;
  /** None for whom it is not kept: it was changed or taken back before she had read it. */
  readonly body: string | undefined;
}

/** How a message stands that does not stand as it was sent. */
export interface Corrected {
  readonly state: "edited" | "retracted";
  /** The place of the entry that says so last. */
  readonly seq: number;
  readonly at: string;
  /** Who had read it as it stood until then. */
  readonly readBy: readonly string[];
  /** Who had read it before it stood so, and not later, for all that is known. */
  readonly readBefore: readonly string[];
  /** From the first to the last. */
  readonly before: readonly Version[];
}

const CORRECTED = new WeakMap<Message, Corrected>();

/** How it stands, where that is not as it was sent. */
export function correctedOf(message: Message): Corrected | undefined {
  return CORRECTED.get(message);
}

/**
 * The same messages, each as it stands: with its newest words, or none. What stood before is kept in
 * memory only where the server says that it is kept for this person, whatever came first. A message of
 * which nothing new is known stays the same; how it stands is remembered with it ({@link correctedOf}).
 *
 * @param messages ascending, with those that say so
 */
export function withCorrections(messages: readonly Message[], myId: string): readonly Message[] {
  const corrections = messages.filter(isCorrection);
  if (corrections.length === 0) return messages;
  const by = new Map<number, Message[]>();
  for (const it of corrections) {
    if (it.about !== undefined) by.set(it.about, [...(by.get(it.about) ?? []), it]);
  }
  const dropped = new Set(
    [...by.values()].flatMap((chain) =>
      chain.filter((_, i) => !isKept(chain[i + 1], myId)).map(({ seq }) => seq),
    ),
  );
  return messages.map((message) => {
    if (message.kind === "EDIT" && dropped.has(message.seq)) return withoutBody(message);
    if (message.kind !== "TEXT") return message;
    const chain = by.get(message.seq)?.filter((it) => it.senderId === message.senderId) ?? [];
    return chain.length === 0 ? message : corrected(message, chain, myId);
  });
}

/**
 * Whether its own words were let go that come once more: what was known to take them away is not what came
 * next about it. Where it is, they are let go again.
 */
export function lacksFirstWords(here: Message, again: Message): boolean {
  const first = correctedOf(here)?.before[0] ?? here;
  return first.body === undefined && again.body !== undefined;
}

function isCorrection({ kind }: Message): boolean {
  return kind === "EDIT" || kind === "RETRACTION";
}

/** Whether what stood until this came is kept for her; it is where nothing came. */
function isKept(next: Message | undefined, myId: string): boolean {
  return next === undefined || (next.keptFor?.includes(myId) ?? false);
}

function corrected(message: Message, chain: readonly Message[], myId: string): Message {
  const newest = chain.at(-1) as Message;
  const known = CORRECTED.get(message);
  // One that came late stands between others.
  if (known?.seq === newest.seq && known.before.length === chain.length) return message;
  const first: Version = known?.before[0] ?? versionOf(message);
  const isRetracted = newest.kind === "RETRACTION";
  const readBefore = chain.at(-2)?.readBy ?? [];
  const before = [first, ...chain.slice(0, -1).map(versionOf)].map((it, i) =>
    isKept(chain[i], myId) ? it : { ...it, body: undefined },
  );
  const stands = isRetracted ? withoutBody(message) : withBody(message, newest.body);
  CORRECTED.set(stands, {
    state: isRetracted ? "retracted" : "edited",
    seq: newest.seq,
    at: newest.sentAt,
    readBy: (newest.readBy ?? []).filter((id) => !readBefore.includes(id)),
    readBefore,
    before,
  });
  return stands;
}

function versionOf({ seq, sentAt, body }: Message): Version {
  return { seq, at: sentAt, body };
}

function withBody(message: Message, body: string | undefined): Message {
  return body === undefined ? withoutBody(message) : { ...message, body };
}

/** Another object in any case: it stands otherwise than it did. */
function withoutBody(message: Message): Message {
  const without = { ...message };
  delete without.body;
  return without;
}

/** Whether somebody has read it, but not as it stands, for all that is known. */
export function hasReadBefore({ state, readBy, readBefore }: Corrected, personId: string): boolean {
  return readBefore.includes(personId) || (state === "edited" && readBy.includes(personId));
}
