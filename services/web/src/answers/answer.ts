import type {
  Approval,
  ConsentAnswer,
  RoomDetails,
  RoomSummary,
  SeatStatus,
} from "../contracts/rooms";
import type { BlockedPeople } from "../contracts/people";
import { request } from "../gateway/request";
import { isToGo, isWithin } from "./times";

/**
 * What somebody answers for a room: whether it is hers, and who is in it; or for all that are his. `called`:
 * what the room was called then, for a page that has no list of her rooms.
 */
export type Answer = ({ roomId: string; called?: string } & Question) | Block;

/** The name of the intention to answer this, on the way to a fresh sign-in and back. */
export function intentionOf(asked: Asked): string {
  return `answer ${questionOf(asked)}`;
}

/** Which question, whatever is answered to it. */
export type Asked =
  { kind: Question["kind"]; roomId: string; seatId?: string } | Pick<Block, "kind" | "personId">;

/**
 * Whom somebody wants in none of his rooms. `at`: when he said so, in milliseconds. `takenBack`: how many
 * blocks he had taken back by then, as far as the page knew.
 */
interface Block {
  kind: "block";
  personId: string;
  name: string;
  at: number;
  takenBack?: number;
}

export function named(answer: Answer, called: string | undefined): Answer {
  return answer.kind === "block" || called === undefined ? answer : { ...answer, called };
}

/** As one that its person says anew. */
export function saidNow(answer: Answer): Answer {
  return answer.kind === "block" ? { ...answer, at: Date.now() } : answer;
}

/** As one whose person is asked anew: whatever block he has taken back until now, he says it after that. */
export function askedAnew(answer: Answer, found: Found): Answer {
  if (answer.kind !== "block" || !("items" in found)) return answer;
  const { takenBack = answer.takenBack } = found;
  return { ...answer, ...(takenBack !== undefined && { takenBack }) };
}

/** What the server says there is: a room, or whom somebody has blocked. */
export type Found = RoomDetails | BlockedPeople;

type Question =
  | { kind: "consent"; body: ConsentAnswer }
  | { kind: "opening"; body: ConsentAnswer }
  | { kind: "withdrawal"; seen?: Seen }
  | { kind: "approval"; seatId: string; name: string; decision: Approval }
  | { kind: "removal"; seatId: string; name: string; seen?: Seen };

/** What somebody saw as she ended it: that ends, and nothing that has begun since. */
export interface Seen {
  accessEpoch: number;
  /** When it had begun: his consent, or her time in the room. */
  since?: string;
}

/** To each question there is one answer at a time. */
export function questionOf(asked: Asked): string {
  if (asked.kind === "block") return `block ${asked.personId}`;
  const { kind, roomId, seatId } = asked;
  return seatId === undefined ? `${kind} ${roomId}` : `${kind} ${roomId} ${seatId}`;
}

/** The name of its texts. */
export function saidAs(answer: Answer) {
  switch (answer.kind) {
    case "consent":
    case "opening":
      return answer.body.decision === "GIVEN" ? "given" : "declined";
    case "approval":
      return answer.decision === "APPROVED" ? "approved" : "denied";
    case "withdrawal":
    case "removal":
    case "block":
      return answer.kind;
  }
}

/** As an answer lies on the device. */
export interface Lying {
  readonly answer: Answer;
  /** Until when a request with it that nobody has answered may still be heard; 0: there is none. */
  readonly heardUntil: number;
  /** Until when the next page sends it by itself, should this one be closed; 0: it does not. */
  readonly goesUntil: number;
}

export function toDevice({ answer, ...lying }: Lying): string {
  return JSON.stringify({ ...answer, ...lying });
}

const KINDS: Record<Answer["kind"], true> = {
  consent: true,
  opening: true,
  withdrawal: true,
  approval: true,
  removal: true,
  block: true,
};

/** Undefined for what this version can't read: a newer one may have left it. */
export function fromDevice(text: string): Lying | undefined {
  try {
    // A version from before says nothing of what goes.
    const lying = JSON.parse(text) as Answer & Omit<Lying, "answer" | "goesUntil"> & Partial<Lying>;
    const { heardUntil, goesUntil = 0, ...answer } = lying;
    const moments = [heardUntil, goesUntil, answer.kind === "block" ? answer.at : 0];
    const isReadable = Object.hasOwn(KINDS, answer.kind) && moments.every(Number.isFinite);
    return isReadable ? { answer, heardUntil, goesUntil } : undefined;
  } catch {
    return undefined;
  }
}

export function send(answer: Answer): Promise<Found> {
  if (answer.kind === "block") return request("PUT", `/api/me/blocks/${answer.personId}`);
  const room = `/api/rooms/${answer.roomId}`;
  switch (answer.kind) {
    case "consent":
    case "opening":
      return request("POST", `${room}/consent`, answer.body);
    case "withdrawal":
      return request("POST", `${room}/withdrawal`, {});
    case "approval": {
      const { seatId, decision } = answer;
      return request("POST", `${room}/seats/${seatId}/approval`, { decision });
    }
    case "removal":
      return request("DELETE", `${room}/seats/${answer.seatId}`);
  }
}

/** Whether it is about this that an answer was given. */
export function isAbout(answer: Answer, found: RoomSummary | Found): boolean {
  if ("items" in found) return answer.kind === "block";
  return answer.kind !== "block" && answer.roomId === found.roomId;
}

/** Whether it is as the answer wanted it, whoever has made it so. A list does not say of seats. */
export function isSo(answer: Answer, found: RoomSummary | Found): boolean {
  if ("items" in found) {
    return answer.kind === "block" && found.items.some((it) => it.personId === answer.personId);
  }
  return answer.kind !== "block" && isSoIn(found, answer);
}

function isSoIn(room: RoomSummary | RoomDetails, answer: Question): boolean {
  const { status } = room;
  switch (answer.kind) {
    case "consent":
      // Taken back since, it was given all the same.
      return answer.body.decision === "GIVEN"
        ? status === "ACTIVE" || status === "WITHDRAWN"
        : status === "DECLINED";
    case "opening":
      return status === "ACTIVE";
    case "withdrawal":
      return status === "WITHDRAWN";
    case "approval":
      return seatIs(room, answer.seatId, answer.decision === "APPROVED" ? "ACTIVE" : "DECLINED");
    case "removal":
      // A room that is closed is closed to everybody; who is asked about anew is out of it.
      return (
        status !== "ACTIVE" ||
        seatIs(room, answer.seatId, "REMOVED", "DECLINED", "PROPOSED", undefined)
      );
  }
}

export function seenIn(room: RoomDetails, seatId?: string): Seen {
  const since = seatId === undefined ? room.consent?.givenAt : startOf(room, seatId);
  return { accessEpoch: room.accessEpoch, ...(since !== undefined && { since }) };
}

function startOf({ seats }: RoomDetails, seatId: string): string | undefined {
  return seats.find((seat) => seat.seatId === seatId)?.periods?.[0]?.start;
}

/** Whether an answer ends something: sent again later, it may end what has begun since. */
export function isEnding(answer: Answer): answer is Ending {
  return answer.kind === "withdrawal" || answer.kind === "removal" || answer.kind === "block";
}

export type Ending = Extract<Answer, { seen?: Seen }> | Block;

/**
 * A block that may have been heard so long ago, in milliseconds, may have been lifted since: where
 * nobody says how many have been, nothing tells the one from the other.
 */
const MAY_BE_LIFTED = 10 * 60_000;

/** Whether what a page that is closed has left goes by itself; of anything else its person is asked. */
export function goesAfterItsPage({ answer, goesUntil }: Lying): boolean {
  return isToGo(goesUntil) && mayGoLater(answer);
}

/** Whether the next page may send it, should this one be closed. */
export function mayGoLater(answer: Answer): boolean {
  return isEnding(answer) && (answer.kind !== "block" || isWithin(answer.at, MAY_BE_LIFTED));
}

/** What its person saw, or what has begun since; or nothing tells. */
export type Ends = "seen" | "later" | "unknown";

/**
 * Whether what the answer is to end is what its person saw, or something that has begun since. The
 * epoch alone does not tell: it rises with every change of a seat.
 */
export function whatItEnds(answer: Ending, room: Found, unsure: boolean): Ends {
  if (answer.kind === "block") return whatItBlocks(answer, room, unsure);
  const { seen } = answer;
  if (!seen || "items" in room || room.status !== "ACTIVE") return "unknown";
  if (seen.accessEpoch === room.accessEpoch) return "seen";
  const now = seenIn(room, "seatId" in answer ? answer.seatId : undefined);
  const [began, begins] = [seen, now].map(({ since = "" }) => Date.parse(since)) as [
    number,
    number,
  ];
  if (began === begins) return "seen";
  return begins > began ? "later" : "unknown";
}

/** Where somebody is not blocked: whether he has been, and his block lifted since, on another device. */
function whatItBlocks({ at, takenBack: before }: Block, found: Found, unsure: boolean): Ends {
  const now = "items" in found ? found.takenBack : undefined;
  if (before !== undefined && now !== undefined) return before === now ? "seen" : "later";
  return unsure && !isWithin(at, MAY_BE_LIFTED) ? "unknown" : "seen";
}

function seatIs(
  room: RoomSummary | RoomDetails,
  seatId: string,
  ...wanted: (SeatStatus | undefined)[]
): boolean {
  if (!("seats" in room)) return false;
  return wanted.includes(room.seats.find((seat) => seat.seatId === seatId)?.status);
}
