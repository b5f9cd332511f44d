import type { Message } from "../contracts/conversation";
import { knownIn } from "./known";

/** Something of which each entry says all, so that the newest says how it stands. */
export interface SaysAll {
  /** The place where it began. */
  readonly about: number;
  /** The place of the entry that says so. */
  readonly seq: number;
  /** The place of the entry that people answer to: mostly the same; of what has ended what stood. */
  readonly answered: number;
}

/** What one person has answered. */
export interface Response {
  readonly personId: string;
  /** The place of the entry that says so. */
  readonly seq: number;
}

/** How something stands, as the room knows it. */
export interface KnownOf<T extends SaysAll, R extends Response> {
  readonly newest: T;
  /** To what stands, or has ended, in the order in which it was said. */
  readonly responses: readonly R[];
  /** From this place on all that was answered is known. */
  readonly answersKnownFrom: number;
  /** To all that ever stood, by its place. */
  readonly allResponses: ReadonlyMap<number, readonly R[]>;
  /** Whether these are all of them. */
  readonly isWhole: boolean;
  /** Whether nothing newer can be missing here: it is so. */
  readonly isSure: boolean;
}

/** An entry, as much of it as is needed to find out of what it is. */
export type KeptEntry = Pick<Message, "seq" | "senderId" | "sentAt" | "kind" | "about" | "follows">;

/** A kind of which each entry says all, and that of what people answer to it. */
export interface Kinds<E extends KeptEntry, T extends SaysAll, R extends Response> {
  readonly kind: string;
  /** What an entry says; nothing where this version can't read it. */
  readonly read: (entry: E) => T | undefined;
  readonly responseKind: string;
  readonly readResponse: (entry: E) => R | undefined;
}

/**
 * How each thing of a kind stands, by the place where it began: the newest entry of it says. Pure; in
 * whichever order they came, the same entries give the same.
 *
 * @param lastSeq how far the room has come
 * @param accepted what the server has and the room does not show yet
 */
export function newestIn<E extends KeptEntry, T extends SaysAll, R extends Response>(
  kinds: Kinds<E, T, R>,
  messages: readonly (Message & E)[],
  lastSeq: number,
  accepted: readonly E[],
): ReadonlyMap<number, KnownOf<T, R>> {
  const { kind, read, responseKind, readResponse } = kinds;
  const { wholeFrom, at } = knownIn<E>(messages, lastSeq, accepted);
  const entries = [...at.values()].sort((one, other) => one.seq - other.seq) as E[];
  const newest = new Map<number, T>();
  let unread = 0;
  let unreadResponse = 0;
  for (const entry of entries) {
    if (entry.kind === responseKind && !readResponse(entry)) unreadResponse = entry.seq;
    if (entry.kind !== kind) continue;
    const it = read(entry);
    if (it) newest.set(it.about, it);
    // It does not open, or a newer version says it: which one stands otherwise nobody knows.
    else unread = entry.seq;
  }
  const by = new Map<number, KnownOf<T, R>>();
  for (const [about, it] of newest) {
    const isSure = it.seq >= wholeFrom && it.seq > unread;
    const answersKnownFrom = Math.max(wholeFrom, unreadResponse + 1);
    const isWhole = isSure && it.answered >= answersKnownFrom;
    const answers = entries.filter((entry) => entry.kind === responseKind && entry.about === about);
    const allResponses = byAnswered(answers, readResponse);
    const responses = allResponses.get(it.answered) ?? [];
    by.set(about, { newest: it, responses, allResponses, answersKnownFrom, isSure, isWhole });
  }
  return by;
}

/** Of each person the newest that answers what stood at a place, by that place. */
function byAnswered<E extends KeptEntry, R extends Response>(
  answers: readonly E[],
  read: (entry: E) => R | undefined,
): ReadonlyMap<number, readonly R[]> {
  const all = new Map<number, R[]>();
  for (const entry of answers) {
    const response = read(entry);
    if (!response || entry.follows === undefined) continue;
    const others = (all.get(entry.follows) ?? []).filter(
      ({ personId }) => personId !== response.personId,
    );
    all.set(entry.follows, [...others, response]);
  }
  return all;
}
