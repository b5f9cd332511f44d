import type { components as Gateway } from "./generated/gateway-api";
import type { components as Rooms } from "./generated/rooms-api";
import type {
  Address,
  BlockedPerson,
  DirectoryEntry,
  Me,
  Organisation,
  Person,
  Role,
} from "./people";
import type {
  ConsentText,
  ConsentTexts,
  GivenConsents,
  May,
  Member,
  Named,
  Period,
  RoomDetails,
  RoomSummary,
  Seat,
} from "./rooms";
import type { Lasting, OwnSession, SessionAnswer, Ticket } from "./session";

/*
 * Only for the compiler. The answers of `rooms` and the gateway are written by hand, because their
 * descriptions do not say which fields are always there. Here they must at least fit them: no field
 * that is not described, none of another type.
 */
interface OfRooms {
  Address: Address;
  BlockedPerson: BlockedPerson;
  ConsentText: ConsentTexts;
  ConsentView: NonNullable<RoomDetails["consent"]>;
  GivenConsents: Pick<GivenConsents, "texts">;
  IfYesView: NonNullable<RoomDetails["ifYes"]>;
  Item: DirectoryEntry;
  May: May;
  Me: Me;
  Member: Member;
  Mine: RoomSummary["me"];
  Named: Named;
  Organisation: Organisation;
  PeriodView: Period;
  PersonRef: Person;
  ProposedBy: RoomSummary["proposedBy"];
  Role: Role;
  RoomDetails: RoomDetails;
  RoomSummary: RoomSummary;
  SeatView: Seat;
  Text: ConsentText;
}

interface OfGateway {
  IssuedTicket: Ticket;
  Lasting: Lasting;
  OwnSession: OwnSession;
  SessionAnswer: Extract<SessionAnswer, { signedIn: true }>;
}

type Fits<Ours, Theirs> = [Ours, keyof Ours] extends [Theirs, keyof Theirs] ? true : false;
type Disagreeing<Ours, Schemas extends Record<keyof Ours, unknown>> = {
  [Name in keyof Ours]: Fits<Ours[Name], Schemas[Name]> extends true ? never : Name;
}[keyof Ours];

type None<Names extends never> = Names;
export type Agreement = [
  None<Disagreeing<OfRooms, Rooms["schemas"]>>,
  None<Disagreeing<OfGateway, Gateway["schemas"]>>,
];
