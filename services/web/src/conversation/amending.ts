import type {
  ClientFrame,
  FrameRefusalCode,
  Message,
  ServerFrame,
} from "../contracts/conversation";
import type { Says, TAKEN_BACK } from "./acknowledgements";
import { newId } from "./ids";
import { isPassing } from "./outbox";
import { isStanding, questionOf, type Question } from "./questions";
import { Timers } from "./timers";

/** One that is not answered goes again after this long, in milliseconds. The server knows its id (R2). */
const ANSWER_WITHIN = 10_000;

/** A short answer to a message, or that there is none any more. */
export interface Answers {
  readonly kind: "ACKNOWLEDGEMENT";
  /** The place of the message. */
  readonly about: number;
  readonly says: Says | typeof TAKEN_BACK;
}

/** How a message's question is to stand. */
export interface Asks extends Omit<Question, "seq" | "at" | "saidById"> {
  readonly kind: "QUESTION";
  /** The place of the entry that said how it stood, as the person has seen it. */
  readonly follows?: number;
}

type Send = Extract<ClientFrame, { type: "send" }>;
type Given<K extends keyof Send> = { [P in K]-?: Exclude<Send[P], undefined> };

/** Times for meeting, and how they are to stand: a row of its own. */
export interface Appoints
  extends
    Given<"description" | "slots" | "participantIds" | "proposedById" | "status">,
    Pick<Send, "about" | "booked" | "place" | "link" | "follows"> {
  readonly kind: "APPOINTMENT";
}

/** Which of the times that are proposed fit the person. */
export interface Fits extends Given<"about" | "accepts" | "follows"> {
  readonly kind: "APPOINTMENT_RESPONSE";
}

/** What is agreed on, and how it is to stand: a row of its own. */
export interface Agrees
  extends
    Given<"description" | "participantIds" | "proposedById" | "status">,
    Pick<Send, "about" | "ownerId" | "dueBy" | "message" | "follows"> {
  readonly kind: "AGREEMENT";
}

/** Whether the person agrees. */
export interface SaysWhether extends Given<"about" | "response" | "follows"> {
  readonly kind: "AGREEMENT_RESPONSE";
}

/** Other words for a message of hers, or that she takes it back. */
export type Corrects =
  | { readonly kind: "EDIT"; readonly about: number; readonly body: string }
  | { readonly kind: "RETRACTION"; readonly about: number };

/** What is said of a message, or is decided by what was said before it. */
export type Amends = Answers | Asks | Appoints | Fits | Agrees | SaysWhether | Corrects;

/** Refusals that mean that it is so already. */
const IS_SO = new Set<FrameRefusalCode>([
  "acknowledged-already",
  "acknowledged-not",
  "question-unchanged",
  "appointment-unchanged",
  "agreement-unchanged",
]);

/** Of these the newest holds, whoever has said it. */
const EVERYBODYS = new Set(["QUESTION", "APPOINTMENT", "AGREEMENT"]);

/*
 *   sending ──accepted──▶ accepted ──its entry is here──▶ (gone)
 *      └─────refused────▶ refused ───said anew, or left──▶ (gone)
 */
export interface UnderWay<A extends Amends = Amends> {
  readonly clientId: string;
  readonly what: A;
  /** It follows from what the server has taken in: "not now" is no answer to it. */
  readonly goesOn?: boolean;
  readonly state:
    | { readonly kind: "sending" }
    | { readonly kind: "accepted"; readonly seq: number; readonly sentAt: string }
    | { readonly kind: "refused"; readonly code: FrameRefusalCode };
}

interface Surroundings {
  myId: string;
  /** Hands it to the open connection, or answers false. */
  send: (frame: ClientFrame) => boolean;
  /** Whether the room's entries come here: then one that is accepted is told of until it has come. */
  isViewed: (roomId: string) => boolean;
  onChange: () => void;
}

const NOTHING: readonly UnderWay[] = [];

/**
 * What a person has said of messages and the room does not show yet: short answers, and how questions,
 * appointments and agreements stand. It goes at once or not at all, and is kept by no device: what was handed over and not answered
 * goes again under its id when there is a connection, for as long as this lives. Of a message one of a
 * kind is under way at a time.
 */
export class Amending {
  private readonly rooms = new Map<string, readonly UnderWay[]>();
  private readonly timers = new Timers();

  constructor(private readonly surroundings: Surroundings) {}

  /** The same list until something in it is another. */
  of(roomId: string): readonly UnderWay[] {
    return this.rooms.get(roomId) ?? NOTHING;
  }

  /**
   * Says it, unless something is under way about that message, or there is no connection; answers
   * the id by which it is on its way.
   */
  say(roomId: string, what: Amends): string | undefined {
    const before = this.of(roomId).find((it) => isSameMatter(it.what, what));
    if (before && before.state.kind !== "refused") return undefined;
    const item: UnderWay = { clientId: newId(), what, state: { kind: "sending" } };
    const handed = this.hand(roomId, item);
    if (handed) this.put(roomId, item);
    return handed ? item.clientId : undefined;
  }

  /** Says what follows from something that the server has taken in: as soon as there is a connection. */
  follow(roomId: string, what: Amends): void {
    const item: UnderWay = { clientId: newId(), what, goesOn: true, state: { kind: "sending" } };
    this.hand(roomId, item);
    this.put(roomId, item);
  }

  has(roomId: string, clientId: string): boolean {
    return this.of(roomId).some((it) => it.clientId === clientId);
  }

  accepted({ roomId, clientId, seq, sentAt }: Extract<ServerFrame, { type: "accepted" }>): void {
    if (this.surroundings.isViewed(roomId)) {
      this.become(roomId, clientId, { kind: "accepted", seq, sentAt });
    } else {
      this.drop(roomId, (it) => it.clientId === clientId);
    }
  }

  refused(roomId: string, clientId: string, code: FrameRefusalCode): void {
    const { what, goesOn } = this.of(roomId).find((it) => it.clientId === clientId) ?? {};
    // It goes again under its id, as what nobody has answered does.
    if (goesOn && isPassing(code)) return;
    const isSo =
      (IS_SO.has(code) && !isRowOf(what)) ||
      (code === "question-not-open" && isSettled(what)) ||
      // Of what was taken back nothing more is said, and its row says so.
      (code === "message-retracted" && what?.kind !== "EDIT");
    if (isSo) {
      this.drop(roomId, (it) => it.clientId === clientId);
    } else this.become(roomId, clientId, { kind: "refused", code });
  }

  /**
   * These have come: the person's own, from here or another window, say what is so; of a question, an
   * appointment and an agreement anybody's do. That her answer was not taken for one is told for as long as the question stands.
   */
  arrived(roomId: string, messages: readonly Message[]): void {
    const { myId } = this.surroundings;
    const ids = new Set(messages.map(({ clientId }) => clientId));
    const told = messages.filter((it) => it.senderId === myId || EVERYBODYS.has(it.kind));
    this.drop(
      roomId,
      ({ clientId, what, state, goesOn = false }) =>
        ids.has(clientId) ||
        (state.kind === "refused" &&
          told.some((it) => isSameMatter(it, what) && !(goesOn && isStandingStill(it)))),
    );
  }

  /** The room is left: only what has no answer is still to be told of. */
  left(roomId: string): void {
    this.drop(roomId, ({ state }) => state.kind !== "sending");
  }

  /** The person may say nothing there any more. What has come through, the room says. */
  closed(roomId: string): void {
    this.timers.stop(roomId);
    this.drop(roomId, () => true);
  }

  connectionLost(): void {
    this.timers.stopAll();
  }

  /** @param readable the rooms that can be read now, as the server says */
  connected(readable: ReadonlySet<string>): void {
    for (const roomId of [...this.rooms.keys()]) {
      if (!readable.has(roomId)) this.closed(roomId);
      // What was accepted the view brings, if the server has it still.
      this.drop(roomId, ({ state }) => state.kind === "accepted");
      for (const item of this.of(roomId))
        if (item.state.kind === "sending") this.hand(roomId, item);
    }
  }

  stop(): void {
    this.timers.stopAll();
    this.rooms.clear();
  }

  private hand(roomId: string, item: UnderWay): boolean {
    const { clientId, what } = item;
    if (!this.surroundings.send({ type: "send", roomId, clientId, ...what })) return false;
    this.timers.set(roomId, clientId, ANSWER_WITHIN, () => {
      const now = this.of(roomId).find((it) => it.clientId === clientId);
      if (now?.state.kind === "sending") this.hand(roomId, now);
    });
    return true;
  }

  /** In the place of what was refused of it before. */
  private put(roomId: string, item: UnderWay): void {
    const others = this.of(roomId).filter(
      ({ what, state }) => state.kind !== "refused" || !isSameMatter(what, item.what),
    );
    this.set(roomId, [...others, item]);
  }

  private become(roomId: string, clientId: string, state: UnderWay["state"]): void {
    const became = (it: UnderWay) =>
      it.clientId === clientId && it.state.kind === "sending" ? { ...it, state } : it;
    this.set(roomId, this.of(roomId).map(became));
  }

  private drop(roomId: string, gone: (item: UnderWay) => boolean): void {
    const left = this.of(roomId).filter((it) => !gone(it));
    if (left.length < this.of(roomId).length) this.set(roomId, left);
  }

  private set(roomId: string, items: readonly UnderWay[]): void {
    if (items.length > 0) this.rooms.set(roomId, items);
    else this.rooms.delete(roomId);
    this.surroundings.onChange();
  }
}

/** Whether no more is to be said of it for now: it is on its way, or kept and not here yet. */
export function isOnItsWay(underWay: UnderWay | undefined): boolean {
  return underWay?.state.kind === "sending" || underWay?.state.kind === "accepted";
}

/** Whether it says of a question that an answer is still waited for. */
function isStandingStill(message: Message): boolean {
  return message.kind === "QUESTION" && isStanding(questionOf(message));
}

/** What is answered, by the kind of the answer; and of what may be said otherwise what is final. */
const ANSWERED: Readonly<Record<string, string>> = {
  EDIT: "RETRACTION",
  APPOINTMENT_RESPONSE: "APPOINTMENT",
  AGREEMENT_RESPONSE: "AGREEMENT",
};

function matterOf(kind: string): string {
  return ANSWERED[kind] ?? kind;
}

/**
 * Whether both are of one matter, about one message: what is arranged, and the answers to it, are one.
 * Two that begin something are two.
 */
function isSameMatter(
  one: { kind: string; about?: number | undefined },
  other: { kind: string; about?: number | undefined },
): boolean {
  return (
    matterOf(one.kind) === matterOf(other.kind) &&
    one.about !== undefined &&
    one.about === other.about
  );
}

/** Whether it would have been a row: that nothing has come of it is told where it was asked for. */
function isRowOf(what: Amends | undefined): boolean {
  return what?.kind === "APPOINTMENT" || what?.kind === "AGREEMENT";
}

/** What is nobody's to answer any more: where another was faster it is so. */
function isSettled(what: Amends | undefined): boolean {
  return what?.kind === "QUESTION" && (what.state === "ANSWERED" || what.state === "WITHDRAWN");
}
