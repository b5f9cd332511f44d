import type { Message } from "../contracts/conversation";
import { knownIn } from "./known";

export const STATES = ["OPEN", "PROMISED", "ANSWERED", "WITHDRAWN"] as const;

export type QuestionState = (typeof STATES)[number];

/** How the question stands that somebody has made of a message. */
export interface Question {
  /** The place of the message. */
  readonly about: number;
  /** The place of the entry that says so. */
  readonly seq: number;
  /** When it was said. */
  readonly at: string;
  readonly state: QuestionState;
  readonly askedById: string;
  readonly addresseeId: string;
  /** Who has said that it stands like this. */
  readonly saidById: string;
  /** Days in Norway. */
  readonly wantedBy?: string;
  readonly promisedBy?: string;
  /** The place of the message that answers it, if one does. */
  readonly answer?: number;
}

export interface Questions {
  /**
   * From here to the room's end nothing is missing: a message from here on of which nothing is told
   * has no question, unless one does not open. Of an earlier one that is not known.
   */
  readonly wholeFrom: number;
  /** By the message's place, also of messages that are not here. */
  readonly by: ReadonlyMap<number, Question>;
}

/** An entry, as much of it as is needed to know how a question stands. */
export type KeptQuestion = Pick<
  Message,
  | "seq"
  | "kind"
  | "sentAt"
  | "senderId"
  | "about"
  | "state"
  | "askedById"
  | "addresseeId"
  | "wantedBy"
  | "promisedBy"
  | "answer"
>;

/**
 * How each message's question stands: the newest entry about it says, whoever sent it. Pure; in
 * whichever order they came, the same entries give the same, and what is not another stays the same.
 *
 * @param lastSeq how far the room has come
 * @param accepted what the server has and the room does not show yet
 */
export function questionsIn(
  messages: readonly Message[],
  lastSeq: number,
  accepted: readonly KeptQuestion[] = [],
): Questions {
  const { wholeFrom, at } = knownIn(messages, lastSeq, accepted);
  const by = new Map<number, Question>();
  for (let seq = wholeFrom; seq <= lastSeq; seq++) {
    const entry = at.get(seq);
    // Of what was taken back nothing is waited for.
    if (entry?.kind === "RETRACTION" && entry.about !== undefined) by.delete(entry.about);
    if (entry?.kind !== "QUESTION") continue;
    // It does not open: which message it is about nobody knows, so of none it is known how it stands.
    if (entry.about === undefined) by.clear();
    else say(by, entry.about, questionOf(entry));
  }
  return { wholeFrom, by };
}

/** Whether somebody still waits for an answer. */
export function isStanding(question: Question | undefined): question is Question {
  return question?.state === "OPEN" || question?.state === "PROMISED";
}

/** All that was said of one message's question and is here, in the order of time. */
export function saidOfQuestion(messages: readonly Message[], about: number): Message[] {
  return messages.filter((it) => it.kind === "QUESTION" && it.about === about);
}

/** What a version that is newer says takes the place of what stood, and nothing is known of it. */
function say(by: Map<number, Question>, about: number, question: Question | undefined): void {
  if (question) by.set(about, question);
  else by.delete(about);
}

const read = new WeakMap<KeptQuestion, Question>();

/** What an entry says; nothing where this version can't read it. The same entry says the same. */
export function questionOf(entry: KeptQuestion): Question | undefined {
  const before = read.get(entry);
  if (before) return before;
  const { about, seq, sentAt, senderId, askedById, addresseeId, wantedBy, promisedBy, answer } =
    entry;
  const state = STATES.find((it) => it === entry.state);
  if (about === undefined || !state || !askedById || !addresseeId) return undefined;
  const question = {
    ...{ about, seq, at: sentAt, state, askedById, addresseeId, saidById: senderId },
    ...(wantedBy !== undefined && { wantedBy }),
    ...(promisedBy !== undefined && { promisedBy }),
    ...(answer !== undefined && { answer }),
  };
  read.set(entry, question);
  return question;
}
