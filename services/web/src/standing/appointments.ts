import type { StandingAppointment } from "../contracts/appointments";
import {
  appointmentsIn,
  waitsFor,
  type Appointment,
  type KnownAppointment,
} from "../conversation/appointments";
import { hasBegun, isOver, whenOf } from "../conversation/when";
import { HeardAt } from "./heardAt";
import { hearing } from "./hearing";
import type { Told } from "./told";

/** What a room that is open here says of one appointment. */
export interface HeardAppointment {
  readonly roomId: string;
  readonly known: KnownAppointment;
  /** When the newest that is said of it, or answered to it, was there for the first time. */
  readonly heardAt: number;
}

/** What is proposed and what is agreed, as far as it is known. */
export interface StandingAppointments {
  /** In all rooms; undefined while the server has not told. */
  readonly all: readonly StandingAppointment[] | undefined;
  /** The server has not told all. */
  readonly more: boolean;
  /** In one room; undefined where that is not known. */
  readonly inRoom: (roomId: string) => readonly StandingAppointment[] | undefined;
  /** What it says itself, where its room is open here. */
  readonly saying: (of: StandingAppointment) => Appointment | undefined;
}

export const UNKNOWN: StandingAppointments = {
  all: undefined,
  more: false,
  inRoom: () => undefined,
  saying: () => undefined,
};

/** What the rooms that are open say of appointments, and since when that has been known here. */
export function hearingOfAppointments(now: () => number = Date.now) {
  const heardAt = new HeardAt(now);
  return hearing(({ roomId, messages, lastSeq }): readonly HeardAppointment[] => {
    heardAt.hear(roomId, lastSeq);
    return [...appointmentsIn(messages, lastSeq).values()].map((known) => {
      const seqs = [known.newest.seq, ...known.responses.map(({ seq }) => seq)];
      return { roomId, known, heardAt: heardAt.of(roomId, Math.max(...seqs)) };
    });
  });
}

/**
 * What the server told of all rooms, with what the rooms that are open here have heard since it was
 * asked: of an appointment the newer word counts. What was heard before that the server has counted
 * in, and it alone knows what is over.
 *
 * @param presentIn who is in a room, as far as that is known
 */
export function mergedAppointments(
  told: Told<StandingAppointment> | undefined,
  rooms: readonly (readonly HeardAppointment[])[],
  presentIn: (roomId: string) => readonly string[] | undefined = () => undefined,
): StandingAppointments {
  const heard = rooms.flat();
  const all = told && mergedWith(told, heard, presentIn);
  return {
    all,
    more: told !== undefined && !told.whole,
    inRoom: (roomId) => all?.filter((it) => it.roomId === roomId),
    saying: (of) =>
      heard.find(({ roomId, known }) => roomId === of.roomId && known.newest.seq === of.seq)?.known
        .newest,
  };
}

function mergedWith(
  { items, askedAt }: Told<StandingAppointment>,
  heard: readonly HeardAppointment[],
  presentIn: (roomId: string) => readonly string[] | undefined,
): StandingAppointment[] {
  const newer = heard.filter(({ known, heardAt }) => known.isSure && heardAt >= askedAt);
  const newerOf = (it: StandingAppointment) =>
    newer.find(({ roomId, known: { newest } }) => isSame(it, roomId, newest));
  const asHeard = ({ roomId, known }: HeardAppointment, told?: StandingAppointment) =>
    asItStands(roomId, known, told, presentIn(roomId));
  const still = items.flatMap((it) => {
    const since = newerOf(it);
    return since && since.known.newest.seq >= it.seq ? asHeard(since, it) : [it];
  });
  const more = newer.filter(({ roomId, known: { newest } }) =>
    items.every((it) => !isSame(it, roomId, newest)),
  );
  return [...still, ...more.flatMap((it) => asHeard(it))];
}

function isSame(it: StandingAppointment, roomId: string, { about }: Appointment): boolean {
  return it.roomId === roomId && it.about === about;
}

/** As the room itself says, for the moment until the server does. */
function asItStands(
  roomId: string,
  known: KnownAppointment,
  told: StandingAppointment | undefined,
  inRoom: readonly string[] | undefined,
): StandingAppointment[] {
  const { about, seq, status, booked, participantIds, proposedById, at } = known.newest;
  if (status === "CANCELLED") return [];
  if (status === "BOOKED" && booked && isOver(whenOf(booked), Date.now())) return [];
  const isTold = told?.seq === seq;
  // Of an answer that can't be read here only the server knows whose it is.
  const waiting =
    isTold && !known.isWhole
      ? told.waitsForIds
      : waitsFor(known, inRoom ?? participantIds, hasBegun);
  return [
    {
      ...{ roomId, about, seq, status, proposedById, participantIds: [...participantIds] },
      waitsForIds: [...waiting],
      lapsed: isTold && told.lapsed,
      clashes: isTold ? told.clashes : [],
      since: at,
    },
  ];
}

/** Those in which it is hers to take a time, to say which fit, or to choose. */
export function hersToAnswer(
  all: readonly StandingAppointment[],
  personId: string,
): readonly StandingAppointment[] {
  return all.filter(({ waitsForIds }) => waitsForIds.includes(personId));
}
