import type { Message } from "../contracts/conversation";
import { newestIn, type Kinds, type KnownOf, type Response, type SaysAll } from "./newest";

const STATUSES = ["ACTIVE", "COMPLETED", "CANCELLED"] as const;
const RESPONSES = ["ACCEPTED", "OBJECTED"] as const;

export type AgreementStatus = (typeof STATUSES)[number];

/** What is agreed on, or is to be, as one entry says that it stands. */
export interface Agreement extends SaysAll {
  /** When it was said. */
  readonly at: string;
  readonly saidById: string;
  readonly status: AgreementStatus;
  readonly description: string;
  readonly participantIds: readonly string[];
  /** Which of them sees to it, if one does. */
  readonly ownerId?: string;
  /** A day in Norway. */
  readonly dueBy?: string;
  /** The place of the message that it was made from. */
  readonly message?: number;
  /** Who has put it in these words. */
  readonly proposedById: string;
}

/** Whether somebody agrees. */
export interface AgreementResponse extends Response {
  readonly response: (typeof RESPONSES)[number];
}

/** An agreement, as the room knows it. */
export type KnownAgreement = KnownOf<Agreement, AgreementResponse>;

/** An entry, as much of it as is needed to know how an agreement stands. */
export type KeptAgreement = Pick<
  Message,
  | "seq"
  | "senderId"
  | "sentAt"
  | "kind"
  | "about"
  | "status"
  | "description"
  | "participantIds"
  | "ownerId"
  | "dueBy"
  | "message"
  | "proposedById"
  | "response"
  | "follows"
>;

/** How each agreement stands: see `newestIn`. */
export function agreementsIn(
  messages: readonly Message[],
  lastSeq: number,
  accepted: readonly KeptAgreement[] = [],
): ReadonlyMap<number, KnownAgreement> {
  return newestIn(KINDS, messages, lastSeq, accepted);
}

const KINDS: Kinds<KeptAgreement, Agreement, AgreementResponse> = {
  kind: "AGREEMENT",
  read: agreementOf,
  responseKind: "AGREEMENT_RESPONSE",
  readResponse: ({ senderId: personId, seq, response: said }) => {
    const response = RESPONSES.find((it) => it === said);
    return response && { personId, seq, response };
  },
};

const read = new WeakMap<KeptAgreement, Agreement>();

/** What an entry says; nothing where this version can't read it. The same entry says the same. */
export function agreementOf(entry: KeptAgreement): Agreement | undefined {
  if (entry.kind !== "AGREEMENT") return undefined;
  const before = read.get(entry);
  if (before) return before;
  const { seq, senderId, sentAt, description, participantIds, proposedById } = entry;
  const { ownerId, dueBy, message } = entry;
  const status = STATUSES.find((it) => it === entry.status);
  if (!status || !description || !participantIds || !proposedById) return undefined;
  const agreement: Agreement = {
    ...{ about: entry.about ?? seq, seq, at: sentAt, saidById: senderId },
    // What has ended is what was answered.
    answered: status === "ACTIVE" ? seq : (entry.follows ?? seq),
    ...{ status, description, participantIds, proposedById },
    ...(ownerId !== undefined && { ownerId }),
    ...(dueBy !== undefined && { dueBy }),
    ...(message !== undefined && { message }),
  };
  read.set(entry, agreement);
  return agreement;
}

/** How those stand to an agreement whom it concerns and who can still say so. */
export interface Agreeing {
  /** Whose word is waited for next, as the server counts it. */
  readonly waitsFor: readonly string[];
  readonly objected: readonly string[];
  /** Whoever proposed it among them. */
  readonly accepted: readonly string[];
  /** Nothing comes of it as it stands: nobody agrees alone, and who was to see to it is there. */
  readonly isLapsed: boolean;
}

/**
 * Waited for is who has said nothing of these words; once all have and somebody has objected, whoever
 * proposed it, or all where she has gone. Nothing is waited for once it is done or dropped.
 *
 * @param inRoom who can still write there
 */
export function agreeing(
  { newest, responses }: Pick<KnownAgreement, "newest" | "responses">,
  inRoom: readonly string[],
): Agreeing {
  const { proposedById, participantIds, status, ownerId } = newest;
  const present = participantIds.filter((id) => inRoom.includes(id));
  const said = new Map(responses.map(({ personId, response }) => [personId, response]));
  const objected = present.filter((id) => said.get(id) === "OBJECTED");
  const accepted = present.filter((id) => id === proposedById || said.get(id) === "ACCEPTED");
  const silent = present.filter((id) => id !== proposedById && !said.has(id));
  const isOwnerGone = ownerId !== undefined && !present.includes(ownerId);
  const isLapsed = present.length < 2 || isOwnerGone;
  const isToBeChanged = silent.length === 0 && objected.length > 0;
  const changing = present.includes(proposedById) ? [proposedById] : present;
  const waitsFor = isToBeChanged ? changing : silent;
  return {
    waitsFor: isLapsed || status !== "ACTIVE" ? [] : waitsFor,
    ...{ objected, accepted, isLapsed },
  };
}

/** What a person may do with an agreement, if she may write. */
export interface MayWithAgreement {
  /** It concerns her: she puts it in other words, or takes up what has ended. */
  readonly change: boolean;
  /** Whether she agrees is hers to say. */
  readonly answer: boolean;
  /** She says that it is done: it holds, or she agrees and nobody has objected. */
  readonly end: boolean;
  /**
   * She drops what holds, or what nobody else can take back: whoever proposed it has gone, or all have
   * whom it concerns; and what she has proposed herself.
   */
  readonly drop: boolean;
}

/** @param inRoom who can still write there */
export function mayWithAgreement(
  known: Pick<KnownAgreement, "newest" | "responses">,
  myId: string,
  inRoom: readonly string[],
): MayWithAgreement {
  const { status, participantIds, proposedById } = known.newest;
  const stand = agreeing(known, inRoom);
  const isActive = status === "ACTIVE";
  const isOn = isActive && !stand.isLapsed;
  const change = participantIds.includes(myId);
  const isHers = proposedById === myId || !inRoom.includes(proposedById);
  const isOrphan = !participantIds.some((id) => inRoom.includes(id));
  return {
    change,
    answer: isOn && change && proposedById !== myId,
    end: isOn && change && stand.accepted.includes(myId) && stand.objected.length === 0,
    drop: isActive && (change ? isAgreed(stand) || stand.isLapsed || isHers : isOrphan),
  };
}

/** Whether all whom it concerns have said that it holds. */
export function isAgreed({ waitsFor, objected, isLapsed }: Omit<Agreeing, "accepted">): boolean {
  return !isLapsed && waitsFor.length === 0 && objected.length === 0;
}
