import type { Message } from "../contracts/conversation";
import { isRow, saidIn } from "./kinds";
import { knownIn } from "./known";
import { stableBy } from "./stable";

/** What somebody may say of a message, in the order in which it is shown. */
export const SAYS = ["RECEIVED", "THANKS", "WILL_DO"] as const;

export type Says = (typeof SAYS)[number];

/** Of a message nothing is said any more. */
export const TAKEN_BACK = "TAKEN_BACK";

/** What one person says of one message. */
export interface Acknowledgement {
  readonly personId: string;
  readonly says: Says;
  /** The place of the entry that says it. */
  readonly seq: number;
}

/** An entry, as much of it as is needed to know whether it is a short answer, and which. */
export type Kept = Pick<Message, "seq" | "senderId" | "kind" | "about" | "says">;

export interface Acknowledged {
  /** From here to the room's end nothing is missing: of what lies before it nothing is claimed. */
  readonly wholeFrom: number;
  /** By the message's place; of each person one, in the order of time. None where nobody says anything. */
  readonly by: ReadonlyMap<number, readonly Acknowledgement[]>;
}

export const NOBODY: readonly Acknowledgement[] = [];

/**
 * Who says what of which message: her newest entry about it counts. Pure; in whichever order they
 * came, the same entries give the same, and the list of a message that is not another stays the same.
 *
 * @param lastSeq how far the room has come
 * @param accepted what the server has and the room does not show yet
 */
export function acknowledgementsIn(
  messages: readonly Message[],
  lastSeq: number,
  accepted: readonly Kept[] = [],
): Acknowledged {
  const messageAt = new Map(messages.map((it) => [it.seq, it]));
  const { wholeFrom, at: known } = knownIn(messages, lastSeq, accepted);
  const found = new Map<number, Map<string, Acknowledgement>>();
  for (let seq = wholeFrom; seq <= lastSeq; seq++) {
    const entry = known.get(seq);
    if (entry?.kind === "ACKNOWLEDGEMENT") say(found, entry);
    // What was answered to the words before is no answer to these.
    if (entry?.kind === "EDIT" && entry.about !== undefined) found.delete(entry.about);
  }
  const by = new Map<number, readonly Acknowledgement[]>();
  for (const [about, people] of found) {
    const message = messageAt.get(about);
    const said = [...people.values()].filter(({ personId }) => personId !== message?.senderId);
    if (message && about >= wholeFrom && said.length > 0) by.set(about, stable(message, said));
  }
  return { wholeFrom, by };
}

/** The one who is asked about, among those who say something of a message. */
export function saidBy(personId: string, said: readonly Acknowledgement[]): Says | undefined {
  return said.find((it) => it.personId === personId)?.says;
}

/**
 * The place of the newest message, where it is another's and can be read: the person has written
 * nothing after it.
 */
export function asksForAnswer(messages: readonly Message[], myId: string): number | undefined {
  const newest = messages.findLast(isRow);
  if (!newest || newest.senderId === myId || saidIn(newest).kind !== "text") return undefined;
  return newest.seq;
}

/** Her newest takes the place of what she said before; one that says nothing known says nothing. */
function say(found: Map<number, Map<string, Acknowledgement>>, entry: Kept): void {
  const { seq, senderId: personId, about } = entry;
  if (about === undefined) {
    // It does not open: which of hers it is about nobody knows, so none of them is known to stand.
    for (const people of found.values()) people.delete(personId);
    return;
  }
  const people = found.get(about) ?? new Map<string, Acknowledgement>();
  people.delete(personId);
  const says = SAYS.find((it) => it === entry.says);
  if (says) people.set(personId, { personId, says, seq });
  found.set(about, people);
}

const stable = stableBy<Acknowledgement>(
  (one, other) =>
    one.personId === other.personId && one.says === other.says && one.seq === other.seq,
);
