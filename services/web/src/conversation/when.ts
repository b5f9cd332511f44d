import { useTranslation } from "react-i18next";
import { useDates } from "../language/dates";
import type { Slot } from "./appointments";

/** A day in Norway, and from when to when on it, as far as somebody has said so. */
export interface When {
  /** 2026-11-17 */
  day: string;
  /** 10:00 */
  from?: string;
  to?: string;
}

/** A time of an appointment, as a day and from when to when on it. */
export function whenOf({ start, end }: Slot): Required<When> {
  const [day = "", from = ""] = start.split("T");
  const [, to = ""] = end.split("T");
  return { day, from, to };
}

/** One that somebody asks about. */
export interface AskedDate {
  when: When;
  /** The message and the place in it: the same whenever it is asked about. */
  source: string;
}

// As the Swedes write it, which is in the order of time: 2026-11-17 10:00.
const NORWAY = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Oslo",
  dateStyle: "short",
  timeStyle: "short",
});

/** The day and the time that clocks in Norway show. */
export function inNorway(at: number): string {
  return NORWAY.format(at);
}

/** Whether nothing of it is left. */
export function isOver({ day, from, to }: When, now: number): boolean {
  return inNorway(now) >= `${day} ${to ?? from ?? "24:00"}`;
}

/** Whether this device's clock shows then what the clocks in Norway show. */
export function isNorwaysTime(time: string): boolean {
  return inNorway(Date.parse(time)) === time.replace("T", " ");
}

/** A time of an appointment, in words. */
export function useSlotWords() {
  const { t } = useTranslation();
  const dates = useDates();
  /** Whoever is where the clocks show something else is told whose time it is. */
  const inZone = ({ start }: Slot, text: string) =>
    isNorwaysTime(start) ? text : t("appointment.norwegianTime", { time: text });
  const when = (slot: Slot) => {
    const { day, from, to } = whenOf(slot);
    return inZone(slot, t("appointment.when", { day: dates.inWords(day), from, to }));
  };
  return { when, inZone };
}

/** Whether a time that is proposed can't be chosen any more, by this device's clock. */
export function hasBegun(slot: Slot, now = Date.now()): boolean {
  const { day, from } = whenOf(slot);
  return isOver({ day, from }, now);
}

/** The day in full, with its time. */
export function useWhenText(): (when: When) => string {
  const { t } = useTranslation();
  const dates = useDates();
  return ({ day, from, to }) => {
    const inFull = dates.inFull(day);
    if (from === undefined) return inFull;
    if (to === undefined) return t("calendar.at", { day: inFull, from });
    return t("calendar.fromTo", { day: inFull, from, to });
  };
}
