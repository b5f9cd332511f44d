import { useTranslation } from "react-i18next";
import { useDates } from "../language/dates";

/** A day in Norway, and from when to when on it, as far as somebody has said so. */
export interface When {
  /** 2026-11-17 */
  day: string;
  /** 10:00 */
  from?: string;
  to?: string;
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
