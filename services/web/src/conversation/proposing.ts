import type { RoomDetails } from "../contracts/rooms";
import { textFault } from "../contracts/text";
import type { Proposal } from "./appointing";
import type { Appointment, Slot } from "./appointments";
import { isInReach } from "./daysAhead";
import { othersIn, peopleFault, usually } from "./people";
import { inNorway } from "./when";

/** How long a meeting may be chosen to last, in minutes. */
export const LENGTHS = [15, 30, 45, 60, 90, 120] as const;
const USUAL_LENGTH = 45;
export const MOST_TIMES = 5;
export const LONGEST_LINE = 200;
const LONGEST_LINK = 500;

/** A time as it is being filled in, as the clocks in Norway show it. */
export interface TimeWanted {
  /** The same while it is changed. */
  readonly key: number;
  /** 2026-11-17, or nothing yet. */
  readonly day: string;
  /** 10:00, or nothing yet. */
  readonly from: string;
}

/** What is being filled in. */
export interface Proposing {
  readonly description: string;
  readonly times: readonly TimeWanted[];
  readonly minutes: number;
  readonly people: readonly string[];
  /** A place, an address that begins with https, or both. */
  readonly where: string;
}

/** What is wrong with it: codes of refusals, and what is missing. */
export interface Faults {
  readonly description?: "missing" | "appointment-line-invalid" | undefined;
  readonly people?: "missing" | "appointment-people-invalid" | undefined;
  readonly where?: "appointment-line-invalid" | "appointment-link-invalid" | undefined;
  /** By the key of the time. */
  readonly times: ReadonlyMap<number, TimeFault>;
}

export type TimeFault =
  "missing" | "twice" | "next-day" | "time-passed" | "day-out-of-range" | "time-not-exact";

/** What is there when one begins: with the patient, or with the only other one; of what stands its own. */
export function beginning(
  room: RoomDetails,
  myId: string,
  stands: Appointment | undefined,
): Proposing {
  const others = othersIn(room, myId);
  const people = stands?.participantIds.filter((id) => others.includes(id));
  const where = [stands?.place, stands?.link].filter((it) => it !== undefined).join(" ");
  return {
    description: stands?.description ?? "",
    times: [blank(1), blank(2)],
    minutes: stands?.slots[0] ? minutesOf(stands.slots[0]) : USUAL_LENGTH,
    people: people ?? usually(room, myId),
    where,
  };
}

function blank(key: number): TimeWanted {
  return { key, day: "", from: "" };
}

/** One that nobody has begun to fill in is none of those that are proposed. */
export function isBlank({ day, from }: TimeWanted): boolean {
  return day === "" && from === "";
}

/**
 * The times with this one changed, and a blank one at the end as long as there may be one more. A day
 * is first taken to be meant at the same hour as the one before.
 */
export function withTime(times: readonly TimeWanted[], time: TimeWanted): TimeWanted[] {
  const at = times.findIndex(({ key }) => key === time.key);
  const before = times[at];
  const isBegun = before && isBlank(before) && time.from === "";
  const from = isBegun ? (times[at - 1]?.from ?? "") : time.from;
  return withBlank(times.map((it, i) => (i === at ? { ...time, from } : it)));
}

export function withoutTime(times: readonly TimeWanted[], time: TimeWanted): TimeWanted[] {
  return withBlank(times.filter(({ key }) => key !== time.key));
}

function withBlank(times: readonly TimeWanted[]): TimeWanted[] {
  const last = times.at(-1);
  const mayGrow = times.length < MOST_TIMES && (!last || !isBlank(last));
  const key = Math.max(0, ...times.map((it) => it.key)) + 1;
  return mayGrow ? [...times, blank(key)] : [...times];
}

export function asProposal({ description, times, minutes, people, where }: Proposing): Proposal {
  return {
    description: description.trim(),
    slots: times
      .filter((it) => !isBlank(it))
      .map((it) => slotOf(it, minutes))
      .sort((one, other) => (one.start < other.start ? -1 : 1)),
    participantIds: people,
    ...whereOf(where),
  };
}

/** An address in it is where they meet by video, and the rest where else. */
export function whereOf(where: string): { place: string; link: string } {
  const written = /(?:^|\s)(https:\/\/\S*[^\s.,;:!?)\]])/iu.exec(where)?.[1] ?? "";
  const place = where
    .replace(written, " ")
    .replace(/\s+/gu, " ")
    .replace(/[\s,]+(?=[.,;])/gu, "");
  return { place: place.replace(/^[\s.,;]+|[\s,;]+$/gu, ""), link: asAddress(written) };
}

/** As it goes over the line; what is no address stays as it was written. */
function asAddress(written: string): string {
  try {
    return written === "" ? "" : new URL(written).href;
  } catch {
    return written;
  }
}

export function slotOf({ day, from }: TimeWanted, minutes: number): Slot {
  const start = `${day}T${from}`;
  // What the clock shows so much later, whatever becomes of it in between.
  const end = new Date(Date.parse(`${start}Z`) + minutes * 60_000).toISOString().slice(0, 16);
  return { start, end };
}

function minutesOf({ start, end }: Slot): number {
  return (Date.parse(`${end}Z`) - Date.parse(`${start}Z`)) / 60_000;
}

/** @param half the keys of times of which the browser has a part and knows no day or no hour yet */
export function faultsOf(
  wanted: Proposing,
  now: number,
  half: ReadonlySet<number> = new Set(),
): Faults {
  const { description, people } = wanted;
  const times = new Map<number, TimeFault>();
  const begun = wanted.times.filter((it) => !isBlank(it) || half.has(it.key));
  for (const time of begun.length > 0 ? begun : wanted.times.slice(0, 1)) {
    const fault = timeFault(time, wanted, now);
    if (fault) times.set(time.key, fault);
  }
  const line = lineFault(description.trim());
  return {
    description: description.trim() === "" ? "missing" : line,
    people: peopleFault(people.length, "appointment-people-invalid"),
    where: whereFault(wanted.where),
    times,
  };
}

export function isSound({ description, people, where, times }: Faults): boolean {
  return !description && !people && !where && times.size === 0;
}

function whereFault(where: string): Faults["where"] {
  const { place, link } = whereOf(where);
  // One that goes over the line for all to read, or is written so that it may be, leads nowhere.
  if (/http:\/\/|www\./iu.test(place)) return "appointment-link-invalid";
  if (place !== "" && lineFault(place)) return "appointment-line-invalid";
  return link === "" || isLink(link) ? undefined : "appointment-link-invalid";
}

function lineFault(text: string): "appointment-line-invalid" | undefined {
  const fault = textFault("LINE", text, { longest: LONGEST_LINE });
  return fault === undefined ? undefined : "appointment-line-invalid";
}

function timeFault(time: TimeWanted, { times, minutes }: Proposing, now: number) {
  const { key, day, from } = time;
  if (day === "" || from === "") return "missing";
  if (!isInReach(day, inNorway(now).slice(0, day.length))) return "day-out-of-range";
  if (`${day} ${from}` <= inNorway(now)) return "time-passed";
  const { start, end } = slotOf(time, minutes);
  if (!isExact(start) || !isExact(end)) return "time-not-exact";
  if (start.slice(0, day.length) !== end.slice(0, day.length)) return "next-day";
  const same = times.some((it) => it.key < key && it.day === day && it.from === from);
  return same ? "twice" : undefined;
}

/** Whether the clocks in Norway show it once that day. */
export function isExact(time: string): boolean {
  const shown = time.replace("T", " ");
  const moments = ["+01:00", "+02:00"].map((offset) => Date.parse(time + offset));
  return moments.filter((at) => inNorway(at) === shown).length === 1;
}

function isLink(link: string): boolean {
  try {
    const { protocol, username, password } = new URL(link);
    const isPlain = protocol === "https:" && username === "" && password === "";
    return isPlain && link.length <= LONGEST_LINK;
  } catch {
    return false;
  }
}
