import type { Message } from "../contracts/conversation";
import { newestIn, type Kinds, type KnownOf, type Response, type SaysAll } from "./newest";

const STATUSES = ["PROPOSED", "BOOKED", "CANCELLED"] as const;

type AppointmentStatus = (typeof STATUSES)[number];

/** When one begins and ends, as the clocks in Norway show it: 2026-11-17T10:00. */
export interface Slot {
  readonly start: string;
  readonly end: string;
}

/** Times for meeting, as one entry says that they stand. */
export interface Appointment extends SaysAll {
  /** When it was said. */
  readonly at: string;
  readonly saidById: string;
  readonly status: AppointmentStatus;
  readonly description: string;
  readonly slots: readonly Slot[];
  /** The one that is agreed; of what is proposed anew or cancelled the one that was, if one was. */
  readonly booked?: Slot;
  readonly place?: string;
  readonly link?: string;
  readonly participantIds: readonly string[];
  readonly proposedById: string;
}

/** Which of the times fit somebody. */
export interface AppointmentResponse extends Response {
  /** When those begin. */
  readonly accepts: readonly string[];
}

/** An appointment, as the room knows it. */
export type KnownAppointment = KnownOf<Appointment, AppointmentResponse>;

/** An entry, as much of it as is needed to know how an appointment stands. */
export type KeptAppointment = Pick<
  Message,
  | "seq"
  | "senderId"
  | "sentAt"
  | "kind"
  | "about"
  | "status"
  | "description"
  | "slots"
  | "booked"
  | "place"
  | "link"
  | "participantIds"
  | "proposedById"
  | "accepts"
  | "follows"
>;

/** How each appointment stands: see `newestIn`. */
export function appointmentsIn(
  messages: readonly Message[],
  lastSeq: number,
  accepted: readonly KeptAppointment[] = [],
): ReadonlyMap<number, KnownAppointment> {
  return newestIn(KINDS, messages, lastSeq, accepted);
}

const KINDS: Kinds<KeptAppointment, Appointment, AppointmentResponse> = {
  kind: "APPOINTMENT",
  read: appointmentOf,
  responseKind: "APPOINTMENT_RESPONSE",
  readResponse: ({ senderId, seq, accepts }) => accepts && { personId: senderId, seq, accepts },
};

const read = new WeakMap<KeptAppointment, Appointment>();

/** What an entry says; nothing where this version can't read it. The same entry says the same. */
export function appointmentOf(entry: KeptAppointment): Appointment | undefined {
  if (entry.kind !== "APPOINTMENT") return undefined;
  const before = read.get(entry);
  if (before) return before;
  const { seq, senderId, sentAt, description, slots, booked, place, link } = entry;
  const { participantIds, proposedById } = entry;
  const status = STATUSES.find((it) => it === entry.status);
  if (!status || !description || !slots?.length || !participantIds || !proposedById)
    return undefined;
  if (status === "BOOKED" && !booked) return undefined;
  const appointment: Appointment = {
    ...{
      about: entry.about ?? seq,
      seq,
      answered: seq,
      at: sentAt,
      saidById: senderId,
      status,
      description,
      slots,
    },
    ...{ participantIds, proposedById },
    ...(booked && { booked }),
    ...(place !== undefined && { place }),
    ...(link !== undefined && { link }),
  };
  read.set(entry, appointment);
  return appointment;
}

/**
 * Whose word is waited for next, as the server counts it: of two the one who was asked; of more those
 * who have not answered, and once all have, whoever proposed the times; she too where nobody can take
 * one of them. Nobody where it is agreed, or she can't come any more.
 *
 * @param present who can still come
 * @param isPast whether a time can't be chosen any more
 */
export function waitsFor(
  { newest, responses }: Pick<KnownAppointment, "newest" | "responses">,
  present: readonly string[],
  isPast: (slot: Slot) => boolean,
): readonly string[] {
  const { status, slots, participantIds, proposedById } = newest;
  if (status !== "PROPOSED" || !present.includes(proposedById)) return [];
  if (slots.every(isPast)) return [proposedById];
  const others = participantIds.filter((id) => id !== proposedById && present.includes(id));
  const answered = new Set(responses.map(({ personId }) => personId));
  const waiting = others.length === 1 ? others : others.filter((id) => !answered.has(id));
  return waiting.length > 0 ? waiting : [proposedById];
}

/** What a person may do with an appointment, if she may write. */
export interface MayWithAppointment {
  /** She is to come. */
  readonly takePart: boolean;
  /** She books one of the times: the only one who was asked, or, of more, whoever has proposed them. */
  readonly book: boolean;
  /** She says which of the times fit; somebody else books one. */
  readonly answer: boolean;
  /** She says for everybody that nothing comes of it. */
  readonly cancel: boolean;
}

/** @param present who can still come */
export function mayWith(
  appointment: Appointment,
  myId: string,
  present: readonly string[],
): MayWithAppointment {
  const { status, participantIds, proposedById } = appointment;
  const takePart = status !== "CANCELLED" && participantIds.includes(myId);
  const isOpen = takePart && status === "PROPOSED";
  const isMine = proposedById === myId;
  const isBound = present.includes(proposedById);
  const others = participantIds.filter((id) => id !== proposedById && present.includes(id));
  const isOnly = others.length === 1 && others[0] === myId;
  return {
    takePart,
    book: isOpen && isBound && (isOnly || (isMine && others.length > 1)),
    answer: isOpen && isBound && !isMine && !isOnly,
    cancel: takePart && (!isOpen || isMine || isOnly || !isBound),
  };
}
