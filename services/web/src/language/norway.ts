/*
 * Days in Norway, as people agree on them: 2026-11-17, whatever the clock of the device is set to.
 */

/** The day that it is there. */
export function todayInNorway(now = Date.now()): string {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: "Europe/Oslo",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(now);
  const of = (type: string) => parts.find((it) => it.type === type)?.value ?? "";
  return `${of("year")}-${of("month")}-${of("day")}`;
}

/** The day so many days after it, or before. */
export function daysAfter(day: string, days: number): string {
  const at = new Date(`${day}T12:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
