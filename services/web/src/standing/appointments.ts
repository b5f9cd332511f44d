import type { StandingAppointment } from "../contracts/appointments";
import {
  appointmentsIn,
  waitsFor,
  type Appointment,
  type AppointmentResponse,
} from "../conversation/appointments";
import { hasBegun, isOver, whenOf } from "../conversation/when";
import { arranged, hearingOf, type AllArranged, type HeardOf } from "./arranged";
import type { Told } from "./told";

type HeardAppointment = HeardOf<Appointment, AppointmentResponse>;

/** What is proposed and what is agreed for meeting, as far as it is known. */
export type StandingAppointments = AllArranged<StandingAppointment, Appointment>;

/** What the rooms that are open say of appointments. */
export const hearingOfAppointments = (now: () => number = Date.now) =>
  hearingOf(appointmentsIn, now);

/** What the server told, with what was heard since: see `arranged`. It alone knows what is over. */
export function mergedAppointments(
  told: Told<StandingAppointment> | undefined,
  rooms: readonly (readonly HeardAppointment[])[],
  presentIn: (roomId: string) => readonly string[] | undefined = () => undefined,
): StandingAppointments {
  return arranged(told, rooms, asItStands, presentIn);
}

function asItStands(
  { roomId, known }: HeardAppointment,
  told: StandingAppointment | undefined,
  inRoom: readonly string[] | undefined,
): StandingAppointment | undefined {
  const { about, seq, status, booked, participantIds, proposedById, at } = known.newest;
  if (status === "CANCELLED") return undefined;
  if (status === "BOOKED" && booked && isOver(whenOf(booked), Date.now())) return undefined;
  const isTold = told?.seq === seq;
  // Of an answer that can't be read here only the server knows whose it is.
  const waiting =
    isTold && !known.isWhole
      ? told.waitsForIds
      : waitsFor(known, inRoom ?? participantIds, hasBegun);
  return {
    ...{ roomId, about, seq, status, proposedById, participantIds: [...participantIds] },
    waitsForIds: [...waiting],
    lapsed: isTold && told.lapsed,
    clashes: isTold ? told.clashes : [],
    since: at,
  };
}
