import type { When } from "./when";

/** Browsers that ask where to put a file read it when they are answered. */
const READ_WITHIN_MS = 600_000;

/**
 * A calendar file (RFC 5545) that tells whoever may see the calendar nothing but when (R9). What has no
 * end gets none, and what has no time takes none of the day.
 */
export function calendarFile(title: string, uid: string, when: When, now: Date): string {
  return fileOf([], title, { uid, when }, now);
}

/** What a calendar is told of an appointment. */
export interface InCalendar {
  readonly uid: string;
  readonly when: When;
  /** When it was said: what is newer takes the place of what is older. */
  readonly at: string;
  readonly cancelled: boolean;
}

/** Greater with each change, and tells nothing of the room: the seconds since a day before all of them. */
function sequenceAt(at: string): number {
  return Math.floor((Date.parse(at) - Date.parse("2026-01-01T00:00Z")) / 1000);
}

/**
 * The same of an appointment: a calendar that is given it anew knows that it was moved, or cancelled
 * (RFC 5546).
 */
export function appointmentFile(title: string, is: InCalendar, now: Date): string {
  return fileOf([`METHOD:${is.cancelled ? "CANCEL" : "PUBLISH"}`], title, is, now);
}

type Event = Pick<InCalendar, "uid" | "when"> & Partial<InCalendar>;

function fileOf(method: string[], title: string, event: Event, now: Date): string {
  const { uid, when, at, cancelled } = event;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Appointment//NONSGML 1//EN",
    ...method,
    ...(when.from === undefined ? [] : NORWEGIAN_TIME),
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    ...timesOf(when),
    `SUMMARY:${title}`,
    "CLASS:PRIVATE",
    ...(at === undefined ? [] : [`SEQUENCE:${sequenceAt(at)}`]),
    ...(cancelled === undefined ? [] : [`STATUS:${cancelled ? "CANCELLED" : "CONFIRMED"}`]),
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((it) => `${it}\r\n`).join("");
}

/** What the clocks in Norway have shown since 1996, and show until somebody decides otherwise. */
const NORWEGIAN_TIME = [
  "BEGIN:VTIMEZONE",
  "TZID:Europe/Oslo",
  "BEGIN:DAYLIGHT",
  "DTSTART:19960331T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "TZNAME:CEST",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "DTSTART:19961027T030000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "TZNAME:CET",
  "END:STANDARD",
  "END:VTIMEZONE",
];

function timesOf({ day, from, to }: When): string[] {
  const date = day.replaceAll("-", "");
  if (from === undefined) return [`DTSTART;VALUE=DATE:${date}`, "TRANSP:TRANSPARENT"];
  const at = (time: string) => `TZID=Europe/Oslo:${date}T${time.replace(":", "")}00`;
  return [`DTSTART;${at(from)}`, ...(to === undefined ? [] : [`DTEND;${at(to)}`])];
}

/** One for each place in each message, of which it tells nothing. */
export async function uidFor(source: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(source));
  return [...new Uint8Array(hash, 0, 16)].map((it) => it.toString(16).padStart(2, "0")).join("");
}

/** Hands such a file to the person. */
export function download(file: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([file], { type: "text/calendar;charset=utf-8" }));
  link.download = "avtale.ics";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READ_WITHIN_MS);
}
