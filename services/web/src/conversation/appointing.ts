import type { Appoints, Fits } from "./amending";
import type { Appointment, Slot } from "./appointments";

/* What is said of appointments. Each says all of it anew, so that whoever was faster is not talked over. */

/** What somebody proposes. */
export interface Proposal {
  readonly description: string;
  readonly slots: readonly Slot[];
  readonly place: string;
  readonly link: string;
  readonly participantIds: readonly string[];
}

/** Times are proposed, for the first time or, of what stands, other ones. */
export function proposed(myId: string, proposal: Proposal, stands?: Appointment): Appoints {
  const { description, slots, place, link, participantIds } = proposal;
  return {
    kind: "APPOINTMENT",
    status: "PROPOSED",
    description,
    slots: slots.map(timesOf),
    participantIds: [...new Set([myId, ...participantIds])],
    proposedById: myId,
    ...(place !== "" && { place }),
    ...(link !== "" && { link }),
    ...(stands && { about: stands.about, follows: stands.seq }),
    ...(stands?.booked && { booked: timesOf(stands.booked) }),
  };
}

export function booked(stands: Appointment, slot: Slot): Appoints {
  return { ...asItStands(stands), status: "BOOKED", booked: timesOf(slot) };
}

export function cancelled(stands: Appointment): Appoints {
  const { booked } = stands;
  return { ...asItStands(stands), status: "CANCELLED", ...(booked && { booked: timesOf(booked) }) };
}

/** Which of the times fit; none of them: an empty list. */
export function fits(stands: Appointment, accepts: readonly string[]): Fits {
  const { about, seq } = stands;
  return { kind: "APPOINTMENT_RESPONSE", about, accepts: [...accepts], follows: seq };
}

function asItStands(stands: Appointment): Omit<Appoints, "status"> {
  const { about, seq, description, slots, place, link, participantIds, proposedById } = stands;
  return {
    ...{ kind: "APPOINTMENT", about, description, proposedById, follows: seq },
    slots: slots.map(timesOf),
    participantIds: [...participantIds],
    ...(place !== undefined && { place }),
    ...(link !== undefined && { link }),
  };
}

function timesOf({ start, end }: Slot) {
  return { start, end };
}
