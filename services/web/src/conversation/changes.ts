import type { Message } from "../contracts/conversation";
import type { Period, RoomDetails, Seat } from "../contracts/rooms";

/** What became of the room, or of somebody in it. */
export type Happening =
  "closed" | "left" | "removed" | "roleEnded" | "opened" | "openedAgain" | "joined";

/** Who came and who left at one moment. */
export interface Change {
  key: string;
  at: string;
  /** The room's epoch since then: what was said before carries a lower one. Missing: unknown. */
  epoch: number | undefined;
  happenings: { what: Happening; seats: Seat[] }[];
}

/** In the order in which they are told of one moment. */
const ORDER: readonly Happening[] = [
  "closed",
  "left",
  "removed",
  "roleEnded",
  "opened",
  "openedAgain",
  "joined",
];

const ENDS = { LEFT: "left", REMOVED: "removed", ROLE_ENDED: "roleEnded" } as const;

interface One {
  at: string;
  epoch: number | undefined;
  what: Happening;
  seat: Seat;
}

/** Who came to the room and who left it, from the first to the last. */
export function changesOf({ seats }: Pick<RoomDetails, "seats">): Change[] {
  const moments = new Map<string, One[]>();
  for (const one of seats.flatMap(happeningsOf)) {
    const key = `change ${one.epoch ?? one.at}`;
    moments.set(key, [...(moments.get(key) ?? []), one]);
  }
  return [...moments].map(([key, ones]) => changeOf(key, ones)).sort(inOrder);
}

function happeningsOf(seat: Seat): One[] {
  const periods = seat.periods ?? [];
  return periods.flatMap((period, i) => {
    const first = i === periods.length - 1;
    const began = {
      at: period.start,
      epoch: period.startEpoch,
      what: beginning(seat, first),
      seat,
    };
    const end = ending(seat, period);
    return end ? [began, end] : [began];
  });
}

function beginning({ part }: Seat, first: boolean): Happening {
  if (part === "HELPER") return "joined";
  return first ? "opened" : "openedAgain";
}

/** That a room was closed is told once, and not of each who was in it. */
function ending(seat: Seat, { end, endEpoch, endedBy }: Period): One | undefined {
  if (end === undefined || endedBy === undefined) return undefined;
  const told = { at: end, epoch: endEpoch, seat };
  if (endedBy === "ROOM_CLOSED")
    return seat.part === "PATIENT" ? { ...told, what: "closed" } : undefined;
  return { ...told, what: ENDS[endedBy] };
}

function changeOf(key: string, ones: readonly One[]): Change {
  const happenings = ORDER.map((what) => ({
    what,
    seats: ones.filter((it) => it.what === what).map(({ seat }) => seat),
  }));
  const [first] = ones;
  return {
    key,
    at: first?.at ?? "",
    epoch: first?.epoch,
    happenings: happenings.filter((it) => it.seats.length > 0),
  };
}

/** By the epochs, as clocks of several servers may disagree; what has none is from before they were kept. */
function inOrder(one: Change, other: Change): number {
  if (one.epoch !== undefined && other.epoch !== undefined) return one.epoch - other.epoch;
  if (one.epoch !== undefined) return 1;
  return other.epoch === undefined ? Date.parse(one.at) - Date.parse(other.at) : -1;
}

/** Whether this was so when that was said. */
export function isBefore(change: Change, message: Message): boolean {
  return change.epoch === undefined
    ? Date.parse(change.at) <= Date.parse(message.sentAt)
    : change.epoch <= message.accessEpoch;
}
