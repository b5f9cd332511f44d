// Generated from services/contracts by typescript/generate.mjs. Do not edit.

/**
 * Everything a browser may send over the socket, one JSON object for each text frame.
 */
export type ClientFrame = Hello | Open | Close | Send | Read | Received | Typing | Ping;

/**
 * The first frame of a socket: the rooms on the screen and how far each of them has come. May be empty.
 */
export interface Hello {
  type: "hello";
  rooms: Resume[];
}
/**
 * One room to go on with after `afterSeq`, the last message the client has.
 */
export interface Resume {
  /**
   * The room.
   */
  roomId: string;
  /**
   * 0 when it has none.
   */
  afterSeq: number;
}
/**
 * Starts a view of a room; without `afterSeq` with its newest messages.
 */
export interface Open {
  type: "open";
  /**
   * The room.
   */
  roomId: string;
  /**
   * The last message the client has.
   */
  afterSeq?: number;
}
/**
 * Ends the view: no content of this room is sent to this socket any more.
 */
export interface Close {
  type: "close";
  /**
   * The room.
   */
  roomId: string;
}
/**
 * Something that is said; `clientId` makes the send repeatable, for ever. The members of its kind's payload stand beside these.
 */
export interface Send {
  type: "send";
  /**
   * The room.
   */
  roomId: string;
  /**
   * The client's own UUIDv7.
   */
  clientId: string;
  /**
   * What it is; `TEXT` where nothing is said of it.
   */
  kind?: string;
  /**
   * Of a `TEXT` or an `EDIT`: 1 to 8,000 code points of plain text; anything else is refused with a code.
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
   * Of an `ACKNOWLEDGEMENT`: what is said of that message; `TAKEN_BACK` says nothing any more.
   */
  says?: "RECEIVED" | "THANKS" | "WILL_DO" | "TAKEN_BACK";
  /**
   * Of a `QUESTION`: an answer is waited for; the addressee has said until when she answers; it is answered; or nobody waits for an answer any more.
   */
  state?: "OPEN" | "PROMISED" | "ANSWERED" | "WITHDRAWN";
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
   * Of an `APPOINTMENT`: one of the times is to be chosen; a time is agreed; or nobody meets, and nothing more comes of it. Of an `AGREEMENT`: it is to hold; what was agreed is done; or it holds no more, and was not done.
   */
  status?: "PROPOSED" | "BOOKED" | "ACTIVE" | "COMPLETED" | "CANCELLED";
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
   * Of an `AGREEMENT_RESPONSE`: what the person says of it.
   */
  response?: "ACCEPTED" | "OBJECTED";
  [k: string]: unknown;
}
/**
 * The person has had these on her screen: all from `fromSeq` to `seq`, both included; without `fromSeq` from the room's first.
 */
export interface Read {
  type: "read";
  /**
   * The room.
   */
  roomId: string;
  fromSeq?: number;
  seq: number;
}
/**
 * These have reached the person's device, whether she looks or not: all from `fromSeq` to `seq`, both included.
 */
export interface Received {
  type: "received";
  /**
   * The room.
   */
  roomId: string;
  fromSeq: number;
  seq: number;
}
/**
 * The person is writing; stored nowhere.
 */
export interface Typing {
  type: "typing";
  /**
   * The room.
   */
  roomId: string;
}
/**
 * Asks for a pong, so that a dead connection is noticed.
 */
export interface Ping {
  type: "ping";
}
