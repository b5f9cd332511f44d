// Generated from services/contracts by typescript/generate.mjs. Do not edit.

/**
 * Everything a browser can hear over the socket, one JSON object for each text frame.
 */
export type ServerFrame =
  | Welcome
  | Opened
  | MessageFrame
  | Activity
  | Accepted
  | Refused
  | Marked
  | Received
  | SomeoneTyping
  | AccessChanged
  | Position
  | Closed
  | ErrorFrame
  | Pong;
/**
 * Why a frame about a room was refused; every code is explained in refusal-codes.json.
 */
export type FrameRefusalCode =
  | "room-unknown"
  | "room-erased"
  | "write-not-allowed"
  | "message-empty"
  | "message-too-long"
  | "message-not-text"
  | "client-id-reused"
  | "message-unknown"
  | "message-own"
  | "acknowledged-already"
  | "acknowledged-not"
  | "acknowledged-too-often"
  | "question-open"
  | "question-not-open"
  | "question-changed"
  | "question-unchanged"
  | "question-not-theirs"
  | "question-too-often"
  | "addressee-without-seat"
  | "day-out-of-range"
  | "appointment-unknown"
  | "appointment-changed"
  | "appointment-unchanged"
  | "appointment-not-open"
  | "appointment-not-theirs"
  | "appointment-too-often"
  | "appointment-answered-too-often"
  | "appointment-line-invalid"
  | "appointment-link-invalid"
  | "appointment-people-invalid"
  | "times-invalid"
  | "time-not-exact"
  | "time-passed"
  | "time-not-proposed"
  | "agreement-unknown"
  | "agreement-changed"
  | "agreement-unchanged"
  | "agreement-not-open"
  | "agreement-not-theirs"
  | "agreement-too-often"
  | "agreement-answered-too-often"
  | "agreement-line-invalid"
  | "agreement-people-invalid"
  | "message-not-own"
  | "message-not-correctable"
  | "message-retracted"
  | "edit-too-late"
  | "edit-unchanged"
  | "edited-too-often"
  | "client-id-invalid"
  | "temporarily-unavailable"
  | "too-many-requests"
  | "too-many-messages"
  | "too-many-views"
  | "log-unavailable"
  | "marks-scattered"
  | "seq-unknown";
/**
 * Why a view was ended by the server; every code is explained in refusal-codes.json.
 */
export type FrameClosedCode = "access-withdrawn" | "consent-withdrawn" | "seat-removed" | "room-erased";
/**
 * Why a frame could not be used at all; every code is explained in refusal-codes.json.
 */
export type FrameErrorCode = "frame-malformed" | "frame-type-unknown" | "frame-too-large" | "too-many-frames";

/**
 * The answer to hello: who the socket belongs to, until when, and the rooms that can be read.
 */
export interface Welcome {
  type: "welcome";
  personId: string;
  /**
   * When the session ends whatever happens; the socket ends with it.
   */
  sessionEndsAt: string;
  rooms: RoomPosition[];
}
/**
 * How far a room has come and the furthest that the person has read.
 */
export interface RoomPosition {
  /**
   * The room.
   */
  roomId: string;
  /**
   * 0 in an empty room.
   */
  lastSeq: number;
  /**
   * 0 when nothing was read.
   */
  readSeq: number;
  /**
   * What is never new to her after that, ascending: what she said herself, and what is no row of its own.
   */
  own: number[];
  /**
   * How many more there are of that, before those that are named; a server of the version before says nothing of it.
   */
  ownBefore?: number;
  /**
   * When the last row of its own was said. None before the first; a server of the version before says nothing of it.
   */
  lastAt?: string;
}
/**
 * A view has begun. `messages` ascend by seq; `more` says that there are others between what the client had (or the beginning) and the first of them: history has them. `marks` say what each has read, `received` what has reached somebody's device; several for one person where some between was passed over.
 */
export interface Opened {
  type: "opened";
  /**
   * The room.
   */
  roomId: string;
  /**
   * The room's access epoch: rises with every change of who may do what (R4).
   */
  accessEpoch: number;
  lastSeq: number;
  mayWrite: boolean;
  messages: Entry[];
  more: boolean;
  marks: Mark[];
  received: Mark[];
  /**
   * What the person has written herself and not marked as read, ascending. A server of the version before says nothing of it.
   */
  own?: number[];
  /**
   * Of what lies before it is not known whether the person has read it, or written it. A server of the version before says nothing of it.
   */
  wholeFrom?: number;
}
/**
 * One entry of a room, as the people in it see it: the envelope's members, and beside them the payload's, of which `kind` tells which there are.
 */
export interface Entry {
  /**
   * The room.
   */
  roomId: string;
  /**
   * Its place in the room: 1, 2, 3 … without gaps (R2).
   */
  seq: number;
  /**
   * The server's id for it.
   */
  entryId: string;
  /**
   * The sender's own id for it, UUIDv7.
   */
  clientId: string;
  /**
   * The person who said it.
   */
  senderId: string;
  /**
   * On whose behalf it was said; none for the patient.
   */
  organisationId?: string;
  /**
   * What it does to a reader: a row of its own that counts as unread; a change of what an earlier row says; or state only.
   */
  class: "VISIBLE" | "AMENDS" | "SILENT";
  /**
   * What it is; `TEXT` is a plain text, `ACKNOWLEDGEMENT` a short answer to one, `QUESTION` how the question stands that somebody has made of one, `APPOINTMENT` times for meeting and what becomes of them, `APPOINTMENT_RESPONSE` which of them fit somebody, `AGREEMENT` what some agree on and what becomes of it, `AGREEMENT_RESPONSE` whether somebody does, `EDIT` other words for a text, `RETRACTION` that one is taken back. One that a reader does not know is kept and passed on.
   */
  kind: string;
  /**
   * Which version of its kind's payload this is.
   */
  format: number;
  /**
   * Of a `TEXT` or an `EDIT`: 1 to 8,000 code points; none for a reader to whom these words are not shown, because they were changed or taken back before she had read them. No member of any payload is there where what is stored does not open: the entry has its place and its sender all the same.
   */
  body?: string;
  /**
   * Of a `TEXT`: the place of the earlier row that it replies to, if it is a reply.
   */
  inResponseTo?: number;
  /**
   * Of an `ACKNOWLEDGEMENT` or a `QUESTION`: the place of the message that it hangs on. Of an `EDIT` or a `RETRACTION`: of the message that is to stand otherwise, or no more. Of an `APPOINTMENT`, an `AGREEMENT`, or an answer to one: the place of the entry with which it began; none in that one.
   */
  about?: number;
  /**
   * Of an `ACKNOWLEDGEMENT`: `RECEIVED`, `THANKS`, `WILL_DO`, or `TAKEN_BACK` where nothing is said any more.
   */
  says?: string;
  /**
   * Of a `QUESTION`: `OPEN`, `PROMISED`, `ANSWERED` or `WITHDRAWN`.
   */
  state?: string;
  /**
   * Of a `QUESTION`: who has made the message a question.
   */
  askedById?: string;
  /**
   * Of a `QUESTION`: whose answer is waited for.
   */
  addresseeId?: string;
  /**
   * Of a `QUESTION`: the day until which an answer is wished for, if there is one.
   */
  wantedBy?: string;
  /**
   * Of a `QUESTION`: the day until which the addressee answers; there where the state is `PROMISED`, and nowhere else.
   */
  promisedBy?: string;
  /**
   * Of a `QUESTION`: the place of the message that answers it, if one does; only where the state is `ANSWERED`.
   */
  answer?: number;
  /**
   * Of a `QUESTION`, an `APPOINTMENT` or an `AGREEMENT`: the place of the entry that said how it stood before, which whoever says this has seen; none in the first. Of an `APPOINTMENT_RESPONSE` or an `AGREEMENT_RESPONSE`: of the entry that proposed what it answers.
   */
  follows?: number;
  /**
   * Of an `APPOINTMENT`: `PROPOSED`, `BOOKED` or `CANCELLED`. Of an `AGREEMENT`: `ACTIVE`, `COMPLETED` or `CANCELLED`.
   */
  status?: string;
  /**
   * Of an `APPOINTMENT`: what they meet for, one line. Of an `AGREEMENT`: what they agree on.
   */
  description?: string;
  /**
   * Of an `APPOINTMENT`: the times that are proposed, in the order in which they are shown.
   */
  slots?: {
    /**
     * When it begins, as the clocks in Norway show it.
     */
    start: string;
    /**
     * When it ends.
     */
    end: string;
    [k: string]: unknown;
  }[];
  /**
   * Of an `APPOINTMENT`: the one that is agreed; of what is proposed anew or cancelled the one that was agreed before and holds no more, if one was.
   */
  booked?: {
    /**
     * When it begins, as the clocks in Norway show it.
     */
    start: string;
    /**
     * When it ends.
     */
    end: string;
    [k: string]: unknown;
  };
  /**
   * Of an `APPOINTMENT`: where, one line, if that is said.
   */
  place?: string;
  /**
   * Of an `APPOINTMENT`: where they meet by video, if they do.
   */
  link?: string;
  /**
   * Of an `APPOINTMENT`: who is to come, the one who proposes among them. Of an `AGREEMENT`: whom it concerns.
   */
  participantIds?: string[];
  /**
   * Of an `APPOINTMENT`: who has proposed these times. Of an `AGREEMENT`: who has put it in these words.
   */
  proposedById?: string;
  /**
   * Of an `APPOINTMENT_RESPONSE`: when those begin that fit; none where none does.
   */
  accepts?: string[];
  /**
   * Of an `AGREEMENT`: which of them sees to it; none where all do, or it is not for anybody to do.
   */
  ownerId?: string;
  /**
   * Of an `AGREEMENT`: the day until which it is to be done, if there is one.
   */
  dueBy?: string;
  /**
   * Of an `AGREEMENT`: the place of the message that it was made from, if it was made from one.
   */
  message?: number;
  /**
   * Of an `AGREEMENT_RESPONSE`: `ACCEPTED` or `OBJECTED`.
   */
  response?: string;
  /**
   * Of an `EDIT` or a `RETRACTION`: on whose screens the message had been until then, in whatever words, its sender not among them.
   */
  readBy?: string[];
  /**
   * Of an `EDIT` or a `RETRACTION`: to whom what stood until then is still shown.
   */
  keptFor?: string[];
  /**
   * When it was committed, by the server's clock, in milliseconds.
   */
  sentAt: string;
  /**
   * The room's epoch that it was committed under (R4).
   */
  accessEpoch: number;
  [k: string]: unknown;
}
/**
 * Messages that one person has read, or that have reached a device of hers: all from `fromSeq` to `seq`, both included.
 */
export interface Mark {
  personId: string;
  fromSeq: number;
  seq: number;
  /**
   * When it was so.
   */
  at: string;
  /**
   * Whether it became so then; else it did then or before. Of the newest it is known. A server of the version before says nothing of it.
   */
  exact?: boolean;
}
/**
 * A message in a room that is being viewed. A hint: a gap in seq is filled from history (R3).
 */
export interface MessageFrame {
  type: "message";
  message: Entry;
}
/**
 * Something new in a room that is not being viewed; no content.
 */
export interface Activity {
  type: "activity";
  /**
   * The room.
   */
  roomId: string;
  lastSeq: number;
  /**
   * Whether it is one message, which the person has written herself elsewhere.
   */
  own: boolean;
  /**
   * When it was said, where it is one that is a row of its own.
   */
  at?: string;
  /**
   * What it is, where it is one that is no plain text.
   */
  kind?: string;
}
/**
 * The message is committed (R2); a repeat gets the same answer, for ever.
 */
export interface Accepted {
  type: "accepted";
  /**
   * The room.
   */
  roomId: string;
  clientId: string;
  seq: number;
  entryId: string;
  sentAt: string;
}
/**
 * A frame about a room was refused.
 */
export interface Refused {
  type: "refused";
  /**
   * The room.
   */
  roomId: string;
  /**
   * Of the send that was refused.
   */
  clientId?: string;
  code: FrameRefusalCode;
}
/**
 * Somebody has read these: all from `fromSeq` to `seq`, both included. Told to those who look, and to the person's own sockets.
 */
export interface Marked {
  type: "marked";
  /**
   * The room.
   */
  roomId: string;
  personId: string;
  fromSeq: number;
  seq: number;
  at: string;
}
/**
 * These have reached a device of somebody's, whether she looks or not: all from `fromSeq` to `seq`, both included. Told to those who look.
 */
export interface Received {
  type: "received";
  /**
   * The room.
   */
  roomId: string;
  personId: string;
  fromSeq: number;
  seq: number;
  at: string;
}
/**
 * Somebody is writing just now.
 */
export interface SomeoneTyping {
  type: "typing";
  /**
   * The room.
   */
  roomId: string;
  personId: string;
}
/**
 * Who may do what in the room has changed: ask rooms again.
 */
export interface AccessChanged {
  type: "access-changed";
  /**
   * The room.
   */
  roomId: string;
  /**
   * The room's access epoch: rises with every change of who may do what (R4).
   */
  accessEpoch: number;
}
/**
 * The person has been let into this room, since the welcome told of her others. No content.
 */
export interface Position {
  type: "position";
  room: RoomPosition;
}
/**
 * The person can no longer read the room (R4): its content is to leave the screen. Told to every window of hers, whichever page of the room is open there.
 */
export interface Closed {
  type: "closed";
  /**
   * The room.
   */
  roomId: string;
  code: FrameClosedCode;
}
/**
 * The frame itself could not be used.
 */
export interface ErrorFrame {
  type: "error";
  code: FrameErrorCode;
}
/**
 * The answer to ping.
 */
export interface Pong {
  type: "pong";
}
