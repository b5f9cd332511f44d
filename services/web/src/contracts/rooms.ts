import type { Organisation, Person } from "./people";

export type RoomStatus = "PROPOSED" | "ACTIVE" | "DECLINED" | "WITHDRAWN";
export type SeatStatus = "PROPOSED" | "ACTIVE" | "DECLINED" | "REMOVED";
export type Part = "PATIENT" | "HELPER";
/** What waits for the one who asks. */
export type Awaiting = "CONSENT" | "APPROVAL";

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
}

export interface Seat {
  seatId: string;
  part: Part;
  status: SeatStatus;
  person: Person;
  title?: string;
  organisation?: Organisation;
  invitedBy?: string;
  changedAt: string;
}

export interface May {
  write: boolean;
  invite: boolean;
  consent: boolean;
  approve: boolean;
  withdraw: boolean;
  leave: boolean;
  seeAccessLog: boolean;
}

export interface RoomDetails extends RoomSummary {
  seats: Seat[];
  consent?: { textVersion: string; givenAt?: string; withdrawnAt?: string };
  may: May;
}

/** Body of `PUT /api/rooms/{roomId}`; the same body may be sent again. */
export interface Proposal {
  asRoleId: string;
  patient: { identityNumber: string; name: string; email?: string };
  purpose: string;
  invitedRoleIds: string[];
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
