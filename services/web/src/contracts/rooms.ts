import type { components } from "./generated/rooms-api";
import type { Organisation, Person } from "./people";

/*
 * The API description of `rooms` says what goes in, but not which fields of its answers are always
 * there: those shapes are written here; see agreement.
 */
type Schemas = components["schemas"];

/** A room whose proposal was taken back is seen by nobody. */
export type RoomStatus = Exclude<Schemas["RoomStatus"], "RETRACTED">;
export type SeatStatus = Schemas["SeatStatus"];
export type Part = Schemas["Part"];
/** What waits for the one who asks. */
export type Awaiting = Schemas["Awaited"];

export interface RoomSummary {
  roomId: string;
  status: RoomStatus;
  purpose: string;
  patient: Person;
  me: { seatId: string; part: Part; status: SeatStatus };
  proposedBy: { name: string; organisationName: string };
  participantCount: number;
  awaiting: Awaiting[];
  accessEpoch: number;
  changedAt: string;
  /** Who is in it, and who no longer is; none where she may not read. Missing: an older server. */
  people?: Member[];
}

/** Somebody who is in a room, or no longer is. */
export interface Member {
  personId: string;
  name: string;
  /** Whom she helps for. */
  organisationName?: string;
  present: boolean;
}

export type RoomList = Omit<Schemas["RoomList"], "items"> & { items: RoomSummary[] };

export interface Seat {
  seatId: string;
  part: Part;
  status: SeatStatus;
  person: Person;
  title?: string;
  organisation?: Organisation;
  invitedBy?: string;
  changedAt: string;
  /** The patient has blocked her; told to him alone. Missing: the server is older than blocks. */
  blocked?: boolean;
  /** When she was in the room, the newest first. Missing: the server is older than these. */
  periods?: Period[];
}

/** A time in which somebody was in the room; the patient's is the time in which it was open. */
export interface Period {
  start: string;
  /** The room's epoch that it began with: what was said before carries a lower one. */
  startEpoch?: number;
  /** Missing: it goes on. */
  end?: string;
  endEpoch?: number;
  endedBy?: Schemas["PeriodEnd"];
}

export interface May {
  write: boolean;
  invite: boolean;
  consent: boolean;
  approve: boolean;
  withdraw: boolean;
  openAgain: boolean;
  leave: boolean;
  retract: boolean;
  seeAccessLog: boolean;
}

export interface RoomDetails extends Omit<RoomSummary, "people"> {
  seats: Seat[];
  consent?: { textVersion: string; givenAt?: string; declinedAt?: string; withdrawnAt?: string };
  may: May;
  /** The seats of those whom a yes would let in, and of those asked about after it. */
  ifYes?: { joins: string[]; asked: string[] };
}

/** Body of `PUT /api/rooms/{roomId}`; the same body may be sent again. */
export type Proposal = Schemas["ProposalRequest"];
/** Body of `POST /api/rooms/{roomId}/consent` */
export type ConsentAnswer = Schemas["ConsentRequest"];
/** Whether a seat was approved. */
export type Approval = Schemas["ApprovalRequest"]["decision"];

/** Answer to `GET /api/rooms/{roomId}/consents` */
export interface GivenConsents {
  items: GivenConsent[];
  texts: ConsentTexts[];
}

export interface GivenConsent {
  textVersion: string;
  /** Missing: his browser did not say. */
  language?: string;
  givenAt: string;
  /** Missing: it is from before that was kept. */
  named?: Named[];
}

/** Somebody as she was called on the page. */
export interface Named {
  name: string;
  title: string;
  organisationName: string;
  joins: boolean;
}

export interface ConsentText {
  title: string;
  lead: string;
  points: string[];
  withdrawal: string;
}

export interface ConsentTexts {
  version: string;
  texts: Record<"nb" | "nn" | "en", ConsentText>;
}
