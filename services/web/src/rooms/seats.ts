import type { RoomDetails, Seat } from "../contracts/rooms";
import { firstName } from "../language/names";
import type { Hue } from "../shell/Face";

/** Those who can read now. */
export function takingPart(room: RoomDetails): Seat[] {
  return room.seats.filter(({ status }) => status === "ACTIVE");
}

export function presentIn(room: RoomDetails): string[] {
  return takingPart(room).map(({ person }) => person.personId);
}

/** Those the patient answers for, each on her own. The proposer comes with the consent to the room. */
export function waitingForApproval(room: RoomDetails): Seat[] {
  const proposer = room.status === "PROPOSED" ? proposerOf(room) : undefined;
  return room.seats.filter(
    (seat) => seat.status === "PROPOSED" && seat.part === "HELPER" && seat !== proposer,
  );
}

/** Whom nobody has invited: two may be called the same. */
export function proposerOf({ seats }: RoomDetails): Seat | undefined {
  return seats.find(({ part, invitedBy }) => part === "HELPER" && invitedBy === undefined);
}

export function isPatientOf(room: Pick<RoomDetails, "me">): boolean {
  return room.me.part === "PATIENT";
}

/** The seat a person sits in, or sat in: names in old messages stay. */
export function seatOf(room: RoomDetails, personId: string): Seat | undefined {
  const seats = room.seats.filter(({ person }) => person.personId === personId);
  return seats.find(({ status }) => status === "ACTIVE") ?? seats.at(-1);
}

/** First names where they are enough, whole names where two share one. */
export function shortName(room: RoomDetails, personId: string): string {
  const name = seatOf(room, personId)?.person.name ?? "";
  const short = firstName(name);
  const others = room.seats.filter(({ person }) => person.personId !== personId);
  return others.some(({ person }) => firstName(person.name) === short) ? name : short;
}

const HUES: readonly Hue[] = ["1", "2", "3", "4", "5", "6", "7", "8"];

/**
 * Her colour in this room: by who was asked first, whatever has become of her since, so that nobody
 * else's changes when one comes or goes. The ninth helper shares the first one's.
 */
export function hueOf(room: RoomDetails, personId: string): Hue {
  if (personId === room.patient.personId) return "patient";
  const helpers = room.seats
    .filter(({ part }) => part === "HELPER")
    // Seats are numbered in the order of time.
    .sort((one, other) => (one.seatId < other.seatId ? -1 : 1))
    .map(({ person }) => person.personId);
  const place = [...new Set(helpers)].indexOf(personId);
  return HUES[place % HUES.length] ?? "none";
}
