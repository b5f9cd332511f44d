import { daysAfter } from "../language/norway";

/** The same day a year after; after the 29th of February the 28th. */
export function yearAfter(day: string): string {
  const [year, ...rest] = day.split("-");
  const next = [Number(year) + 1, ...rest].join("-");
  return next.endsWith("-02-29") ? next.replace(/29$/, "28") : next;
}

const FRIDAY = 5;

/** The Friday that is nearest, and not before the day after tomorrow. */
export function fridayAfter(today: string): string {
  const soonest = daysAfter(today, 2);
  const weekday = new Date(`${soonest}T12:00Z`).getUTCDay();
  return daysAfter(soonest, (FRIDAY - weekday + 7) % 7);
}

/** Whether a day can be promised or wished for. */
export function isInReach(day: string | undefined, today: string): boolean {
  return day === undefined || (day >= today && day <= yearAfter(today));
}
