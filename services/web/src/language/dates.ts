import { addDays, format, isSameDay, isSameYear, subDays } from "date-fns";
import { useTranslation } from "react-i18next";
import { daysAfter, todayInNorway } from "./norway";
import { useToday } from "./today";
import { spokenIn } from "./language";

/**
 * Times and days as people say them, in their own language and time zone. By date-fns rather than Intl:
 * not every browser knows nynorsk.
 */
export function useDates() {
  const { t, i18n } = useTranslation();
  // What is said of a day is said anew when another begins.
  const today = useToday();
  const locale = spokenIn(i18n.language).dates;
  const time = (at: string) => format(at, "HH:mm", { locale });
  const day = (at: string) => {
    if (isSameDay(at, today)) return t("dates.today");
    if (isSameDay(at, subDays(today, 1))) return t("dates.yesterday");
    if (isSameDay(at, addDays(today, 1))) return t("dates.tomorrow");
    return format(at, isSameYear(at, today) ? "EEEE d. MMMM" : "EEEE d. MMMM yyyy", { locale });
  };
  return {
    time,
    day,
    /** Whichever day it is, in words: 2026-11-17. */
    inFull: (day: string) => format(`${day}T12:00`, "EEEE d. MMMM yyyy", { locale }),
    /** The same without a year that is this one. */
    inWords: (day: string, now = todayInNorway()) =>
      format(
        `${day}T12:00`,
        day.slice(0, 4) === now.slice(0, 4) ? "EEEE d. MMMM" : "EEEE d. MMMM yyyy",
        { locale },
      ),
    /** The month and the day of one, for a leaf of a calendar: 2026-11-17. */
    leaf: (day: string): [month: string, day: string] => [
      format(`${day}T12:00`, "MMM", { locale }),
      format(`${day}T12:00`, "d", { locale }),
    ],
    /** A day in Norway, as people say it, wherever one is: 2026-11-17. */
    dayInNorway: (day: string, now = todayInNorway()) => {
      if (day === now) return t("dates.today");
      if (day === daysAfter(now, 1)) return t("dates.tomorrow");
      if (day === daysAfter(now, -1)) return t("dates.yesterday");
      const isThisYear = day.slice(0, 4) === now.slice(0, 4);
      return format(`${day}T12:00`, isThisYear ? "EEEE d. MMM" : "EEEE d. MMM yyyy", { locale });
    },
    /** Inside a sentence or beside a name. */
    moment: (at: string) =>
      isSameDay(at, today) ? time(at) : format(at, "d. MMM HH:mm", { locale }),
    /** Alone, where there is little room. */
    short: (at: string) => {
      if (isSameDay(at, today)) return time(at);
      if (isSameDay(at, subDays(today, 1))) return t("dates.yesterday");
      return format(at, isSameYear(at, today) ? "d. MMM" : "dd.MM.yy", { locale });
    },
    /** Exact, for those who check. */
    exact: (at: string) => format(at, "dd.MM.yyyy HH:mm:ss", { locale }),
    sameDay: (a: string, b: string) => isSameDay(a, b),
  };
}
