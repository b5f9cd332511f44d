import type { FrameClosedCode, FrameRefusalCode, Message } from "../contracts/conversation";
import { NONE, type Ranges } from "./ranges";
import type { MarkTimes } from "./markTimes";
import type { Question } from "./questions";

/*
 * What one browser knows of one room's conversation.
 *
 *   waiting ──opened──▶ open ──closed──▶ closed ──(asked for again)──▶ waiting
 *
 * Messages are those known, ascending, each once. They need not be without gaps: live delivery is
 * a hint, and a frame may be lost. From `floor` to `lastSeq` everything should be here; what is
 * missing there is a gap, and history is asked for it (R3). Below `floor` lie older pages.
 */
export interface Conversation {
  readonly roomId: string;
  readonly phase: Phase;
  readonly messages: readonly Message[];
  readonly floor: number;
  readonly lastSeq: number;
  readonly hasOlder: boolean;
  /** The first message of each page but the oldest: it looks as it did when it was the first of all. */
  readonly joints: ReadonlySet<number>;
  /** Whether the person could write when the view was opened, and under which access. */
  readonly write: { readonly may: boolean; readonly accessEpoch: number };
  /** Which messages each person has had on her screen. */
  readonly read: Marks;
  /** When, as well as it is known. */
  readonly readAt: MarkTimes;
  /** Which have reached a device of hers, whether she has looked or not. */
  readonly received: Marks;
  /** When, as well as it is known. */
  readonly receivedAt: MarkTimes;
  /** What the person has written herself, where the server has told of it: also what is not here. */
  readonly own: Ranges;
  /** Of what lies before it is not known whether the person has read it. */
  readonly wholeFrom: number;
  /** Who is writing, and until when we believe it (epoch milliseconds). */
  readonly typing: ReadonlyMap<string, number>;
  readonly outbox: readonly Unsent[];
  /** What may be otherwise by now: there is no connection, or somebody's access is another. */
  readonly doubt: Doubt | undefined;
  /** Messages after this one were new when the person looked last; null: no line is drawn. */
  readonly newAfter: number | null;
}

/** What stood there up to this place may be otherwise since then (epoch milliseconds). */
export interface Doubt {
  readonly since: number;
  readonly upTo: number;
}

/** Messages by person. */
export type Marks = ReadonlyMap<string, Ranges>;

export type Phase =
  /** `trouble`: the view was refused for now; it is asked for again. */
  | { kind: "waiting"; trouble?: FrameRefusalCode }
  | { kind: "open" }
  | { kind: "closed"; code: ViewEnd };

/** Ended by the server, or never begun because the room cannot be read. */
export type ViewEnd = FrameClosedCode | Extract<FrameRefusalCode, "room-unknown" | "room-erased">;

/** A message of one's own that history does not show yet. */
export interface Unsent {
  readonly clientId: string;
  readonly body: string;
  readonly composedAt: string;
  readonly state: UnsentState;
  /** It has been handed to a socket: only the server knows whether it has it. */
  readonly handed?: true;
  /** The question that it answers, as that stood when this was last heard of it. */
  readonly answers?: Question | undefined;
  /** The place of the message that it replies to, if it is a reply. */
  readonly inResponseTo?: number | undefined;
}

export type UnsentState =
  /** Not handed to a socket, or to one that was lost: goes again, under the same id. */
  | { kind: "waiting" }
  /** Handed to the open socket; no answer yet. */
  | { kind: "sending" }
  /** Kept by the server as `seq`; history or a frame will bring it. */
  | { kind: "accepted"; seq: number; sentAt: string }
  /** The server said no; the person decides what becomes of it. */
  | { kind: "refused"; code: FrameRefusalCode }
  /**
   * The server does not have it and will not get it: nobody may write there any more as this person.
   * `half`: nor was it to be sent, it was a draft. `room`: what that was called then.
   */
  | { kind: "stranded"; half?: true; room?: string | undefined };

export function newConversation(roomId: string, outbox: readonly Unsent[] = []): Conversation {
  return {
    roomId,
    phase: { kind: "waiting" },
    messages: [],
    floor: 1,
    lastSeq: 0,
    hasOlder: false,
    joints: new Set(),
    write: { may: false, accessEpoch: 0 },
    read: new Map(),
    readAt: new Map(),
    received: new Map(),
    receivedAt: new Map(),
    own: NONE,
    wholeFrom: 1,
    typing: new Map(),
    outbox,
    doubt: undefined,
    newAfter: null,
  };
}

/** Whether the person may write now: what was told under the newer access is so (R4). */
export function mayWrite(
  { write }: Conversation,
  room: { accessEpoch: number; may: { write: boolean } },
): boolean {
  return write.accessEpoch > room.accessEpoch ? write.may : room.may.write;
}

/** The last message up to which nothing is missing. */
export function contiguousUpTo(conversation: Conversation): number {
  return (firstGap(conversation)?.from ?? conversation.lastSeq + 1) - 1;
}

export interface Gap {
  /** First missing. */
  readonly from: number;
  /** Last missing. */
  readonly to: number;
}

export function firstGap({ messages, floor, lastSeq }: Conversation): Gap | undefined {
  let expected = floor;
  for (const { seq } of messages) {
    if (seq > expected) return { from: expected, to: seq - 1 };
    expected = Math.max(expected, seq + 1);
  }
  return expected <= lastSeq ? { from: expected, to: lastSeq } : undefined;
}
