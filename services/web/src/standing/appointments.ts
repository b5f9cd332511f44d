import type { StandingAppointment } from "../contracts/appointments";
import {
  appointmentsIn,
  type Appointment,
  type KnownAppointment,
} from "../conversation/appointments";
import { isOver, whenOf } from "../conversation/when";
import { hearing } from "./hearing";
import type { Told } from "./told";

/** What one entry of a room that is open here says of an appointment. */
export interface HeardAppointment {
  readonly roomId: string;
  readonly known: KnownAppointment;
  /** When it was first heard of here, in epoch milliseconds. */
  readonly heardAt: number;
}

/** What is proposed and what is agreed, as far as it is known. */
export interface KnownAppointments {
  /** In all rooms; undefined while the server has not told. */
  readonly all: readonly StandingAppointment[] | undefined;
  /** The server has not told all. */
  readonly more: boolean;
  /** In one room; undefined where that is not known. */
  readonly inRoom: (roomId: string) => readonly StandingAppointment[] | undefined;
  /** What it says itself, where its room is open here. */
  readonly saying: (of: StandingAppointment) => Appointment | undefined;
}

export const UNKNOWN: KnownAppointments = {
  all: undefined,
  more: false,
  inRoom: () => undefined,
  saying: () => undefined,
};

/** What the rooms that are open say of appointments, and since when that has been known here. */
export function hearingOfAppointments(now: () => number = Date.now) {
  const since = new Map<string, number>();
  const heardAt = (entry: string) => {
    const at = since.get(entry) ?? now();
    since.set(entry, at);
    return at;
  };
  return hearing(({ roomId, messages, lastSeq }): readonly HeardAppointment[] =>
    [...appointmentsIn(messages, lastSeq).values()].map((known) => ({
      roomId,
      known,
      heardAt: heardAt(`${roomId} ${known.newest.seq}`),
    })),
  );
}

/**
 * What the server told of all rooms, with what the rooms that are open here have heard since it was
 * asked: of an appointment the newer entry counts. What was heard before that, the server has counted
 * in, and it alone knows what is over.
 */
export function mergedAppointments(
  told: Told<StandingAppointment> | undefined,
  rooms: readonly (readonly HeardAppointment[])[],
): KnownAppointments {
  const heard = rooms.flat();
  const all = told && mergedWith(told, heard);
  return {
    all,
    more: told !== undefined && !told.whole,
    inRoom: (roomId) => all?.filter((it) => it.roomId === roomId),
    saying: (of) => heard.find(({ known, ...it }) => isOf(of, it, known))?.known.newest,
  };
}

function isOf(
  { roomId, seq }: StandingAppointment,
  heard: Pick<HeardAppointment, "roomId">,
  { newest }: KnownAppointment,
): boolean {
  return roomId === heard.roomId && seq === newest.seq;
}

function mergedWith(
  { items, askedAt }: Told<StandingAppointment>,
  heard: readonly HeardAppointment[],
): StandingAppointment[] {
  const since = heard.filter(({ known, heardAt }) => known.isSure && heardAt >= askedAt);
  const newer = since.filter(({ roomId, known: { newest } }) =>
    items.every((it) => !isSame(it, roomId, newest) || it.seq < newest.seq),
  );
  const still = items.filter(
    (it) => !newer.some(({ roomId, known }) => isSame(it, roomId, known.newest)),
  );
  return [...still.map((it) => answeredSince(it, heard)), ...newer.flatMap(asItStands)];
}

function isSame(it: StandingAppointment, roomId: string, { about }: Appointment): boolean {
  return it.roomId === roomId && it.about === about;
}

/** Nobody is waited for who is heard to have answered. */
function answeredSince(
  it: StandingAppointment,
  heard: readonly HeardAppointment[],
): StandingAppointment {
  const known = heard.find((one) => isOf(it, one, one.known))?.known;
  if (!known || known.responses.length === 0) return it;
  const answered = known.responses.map(({ personId }) => personId);
  const waitsForIds = it.waitsForIds.filter((id) => !answered.includes(id));
  return waitsForIds.length === it.waitsForIds.length ? it : { ...it, waitsForIds };
}

/** As the room itself says, for the moment until the server does. */
function asItStands({ roomId, known }: HeardAppointment): StandingAppointment[] {
  const { about, seq, status, booked, participantIds, proposedById, at } = known.newest;
  if (status === "CANCELLED") return [];
  if (status === "BOOKED" && booked && isOver(whenOf(booked), Date.now())) return [];
  const answered = [proposedById, ...known.responses.map(({ personId }) => personId)];
  const others = participantIds.filter((id) => !answered.includes(id));
  return [
    {
      ...{ roomId, about, seq, status, proposedById, participantIds: [...participantIds] },
      waitsForIds: status === "BOOKED" ? [] : others.length > 0 ? others : [proposedById],
      lapsed: false,
      clashes: [],
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
