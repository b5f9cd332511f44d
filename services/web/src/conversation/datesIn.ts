import {
  HERE,
  saysMoved,
  saysOther,
  tellsHalfOfDay,
  tellsPartOfDay,
  tellsTime,
  weekdaysIn,
  withoutNumbersToRing,
} from "./besideDates";
import { inNorway, type When } from "./when";

export interface FoundDate {
  index: number;
  text: string;
  when: When;
}

const WEEKDAYS = [
  /^s[øu]n/i,
  /^m[aåo]n/i,
  /^t(?:ir|ys|ue)/i,
  /^(?:ons|wed)/i,
  /^t(?:or|hu)/i,
  /^fr[ei]/i,
  /^(?:lør|lau|sat)/i,
];
const MONTHS = "jan feb mar apr ma[iy] jun jul aug sep o[kc]t nov de[sc]"
  .split(" ")
  .map((it) => new RegExp(`^${it}`, "i"));

const WEEKDAY =
  "(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun|mon|tues|wednes|thurs|fri|satur)da[gy]" +
  "|(?:man|mån|tirs?|tys|ons|tors?|fre|lør|lau|søn|mon|tues?|wed|thurs?|fri|sat|sun)(?:\\.|(?= \\d))";
const MONTH =
  "januar|january|februar|february|mars|march|april|ma[iy]|jun[ie]|jul[iy]|august|september" +
  "|o[kc]tober|november|de[sc]ember|(?:jan|feb|apr|aug|sept?|o[kc]t|nov|de[sc])(?:\\.|(?!\\p{L}))";
/** What is grown together with something else is something else: a version, a name, a range. */
const DAY = new RegExp(
  "(?<![\\p{L}\\p{N}_.,:/–—−‑-])" +
    `(?:(?<weekday>${WEEKDAY}),? )?(?:den |d\\. |the )?(?<day>\\d{1,2})` +
    `(?:(?:\\. ?|(?:st|nd|rd|th)? (?:of )?)(?<month>${MONTH})(?:,? (?<year>\\d{4}))?` +
    "|\\.(?<figure>\\d{1,2})(?:\\.(?<figures>\\d{4})|(?<dot>\\.)?))" +
    "(?![\\p{L}\\p{N}_/%]|[.,:–—−‑-][\\p{L}\\p{N}]|,? '\\p{N})",
  "giu",
);

const CLOCK = "(\\d{1,2})(?:[.:](\\d{2}))?";
const TIME =
  `(?:kl\\.?|klokk(?:a|en)|at) ?${CLOCK}` +
  `(?: ?(?:[–—−‑-]|til) ?(?:kl\\.? ?)?${CLOCK}(?!\\.? ?(?:${MONTH})))?`;
const TIME_AFTER = new RegExp(`,? ${TIME}(?![\\p{L}\\p{N}/%])`, "iuy");
const TIME_BEFORE = new RegExp(`(?<![\\p{L}\\p{N}])${TIME} (?:(?:på|on) )?$`, "iu");
/** No time that stands before its day is longer. */
const TIME_LENGTH = 32;

/** A new line, or a sign after which a sentence may begin. */
const MAY_END = /[.!?…]\s+(?=\p{Lu})|\n\s*/gu;
/** What follows belongs to what was said before it. */
const GOES_ON = new RegExp(
  `(?:kl(?!\\p{L})|klokk|at \\d|eller(?!\\p{L})|or(?!\\p{L})|evt|eventuelt|(?:${MONTH})(?!\\p{L}))`,
  "iuy",
);

/** The nearer of the two such days that a day without a year may be: the one ahead, or the one behind. */
const AHEAD_DAYS = 183;
/** A weekday tells the years apart. */
const AHEAD_WITH_WEEKDAY_DAYS = 300;
const DAY_MS = 86_400_000;

/** From midnight to this hour the figure alone does not say which half of the day is meant. */
const FIRST_SURE_HOUR = 7;

/**
 * The dates in a text that are plainly ahead of when it was sent. What may be something else is not
 * taken for one: docs/decisions/0076-a-date-is-offered-where-it-is-plain.md.
 */
export function datesIn(text: string, sentAt: string): FoundDate[] {
  const sentOn = inNorway(Date.parse(sentAt)).slice(0, "2026-11-17".length);
  const sentences = sentencesOf(text).map((it) => {
    const said = saidIn(it.text, sentOn);
    return { ...it, said, rest: restOf(it.text, said) };
  });
  if (sentences.some(({ rest }) => saysMoved(rest))) return [];
  const timeIsTold = sentences.some(({ rest }) => tellsTime(rest));
  return sentences.flatMap((sentence) => plainDates(sentence, timeIsTold));
}

function sentencesOf(text: string): { index: number; text: string }[] {
  const ends = [...text.matchAll(MAY_END)]
    .map((end) => end.index + end[0].length)
    .filter((next) => !stuck(GOES_ON, text, next));
  return [0, ...ends].map((index, i) => ({ index, text: text.slice(index, ends[i]) }));
}

/** A date as it stands in its sentence; without a day it is none that can be offered. */
interface Said {
  index: number;
  text: string;
  day?: string;
  times?: Times;
}

interface Sentence {
  index: number;
  text: string;
  said: readonly Said[];
  rest: string;
}

/** Those of a sentence, unless something else in it may say that they are other than they look. */
function plainDates(
  { index: start, text, said, rest }: Sentence,
  timeIsTold: boolean,
): FoundDate[] {
  if (said.length === 0 || saysOther(rest) || !weekdaysAgree(rest, said)) return [];
  const partOfDay = tellsPartOfDay(text);
  const halfOfDay = tellsHalfOfDay(text);
  return said.flatMap(({ index, text: words, day, times }) => {
    const unsure = times ? halfOfDay && times.from <= "12:59" : timeIsTold || partOfDay;
    return day === undefined || unsure
      ? []
      : [{ index: start + index, text: words, when: { day, ...times } }];
  });
}

function restOf(sentence: string, said: readonly Said[]): string {
  let rest = "";
  let from = 0;
  for (const { index, text } of said) {
    rest += sentence.slice(from, index) + HERE;
    from = index + text.length;
  }
  return withoutNumbersToRing(rest + sentence.slice(from));
}

/** A weekday that stands by itself is that of a date here. */
function weekdaysAgree(rest: string, said: readonly Said[]): boolean {
  return weekdaysIn(rest).every((weekday) =>
    said.some(({ day }) => day !== undefined && isOn(weekday, day)),
  );
}

function saidIn(sentence: string, sentOn: string): Said[] {
  const all: Said[] = [];
  let from = 0;
  for (const found of sentence.matchAll(DAY)) {
    const said = saidBy(sentence, from, found, sentOn);
    if (!said) continue;
    all.push(said);
    from = said.index + said.text.length;
  }
  return all;
}

function saidBy(
  sentence: string,
  from: number,
  found: RegExpExecArray,
  sentOn: string,
): Said | undefined {
  const written = writtenIn(found);
  const { index } = found;
  const after = stuck(TIME_AFTER, sentence, index + found[0].length);
  const before = TIME_BEFORE.exec(sentence.slice(Math.max(from, index - TIME_LENGTH), index));
  const time = after ?? before;
  const times = time ? timesOf(time) : undefined;
  if (!(times ? written.plainWithTime : written.plain)) return undefined;
  const day = dayOf(written, sentOn);
  const date = { ...(day !== undefined && { day }), ...(times && { times }) };
  if (!time || !times) return { index, text: found[0], ...date };
  return after
    ? { index, text: found[0] + after[0], ...date }
    : { index: index - time[0].length, text: time[0] + found[0], ...date };
}

function stuck(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

interface Written {
  weekday?: string;
  day: string;
  month: number;
  year?: string;
  /** Two figures alone may be an amount or a time of day, */
  plain: boolean;
  /** and beside a time still an amount, where they have no dot after them and no weekday before. */
  plainWithTime: boolean;
}

function writtenIn({ groups = {} }: RegExpExecArray): Written {
  const { weekday, day = "", month, figure = "", dot } = groups as Partial<Record<string, string>>;
  const year = groups.year ?? groups.figures;
  const plain = month !== undefined || year !== undefined;
  return {
    ...(weekday !== undefined && { weekday }),
    day,
    month: month === undefined ? +figure : monthCalled(month),
    ...(year !== undefined && { year }),
    plain,
    plainWithTime: plain || weekday !== undefined || dot !== undefined,
  };
}

/** From 1; 0 for "may", which in English begins much else. */
function monthCalled(name: string): number {
  return name === "may" ? 0 : MONTHS.findIndex((it) => it.test(name)) + 1;
}

function dayOf({ weekday, day, month, year }: Written, sentOn: string): string | undefined {
  const inYear = (of: string | number) => `${of}-${twoFigures(month)}-${twoFigures(day)}`;
  const thisYear = +sentOn.slice(0, 4);
  const next = inYear(thisYear) < sentOn ? thisYear + 1 : thisYear;
  const date = inYear(year ?? next);
  if (!exists(date) || (weekday !== undefined && !isOn(weekday, date))) return undefined;
  const ahead = (Date.parse(date) - Date.parse(sentOn)) / DAY_MS;
  const most = weekday === undefined ? AHEAD_DAYS : AHEAD_WITH_WEEKDAY_DAYS;
  return ahead >= 0 && (year !== undefined || ahead <= most) ? date : undefined;
}

function twoFigures(number: string | number): string {
  return String(number).padStart(2, "0");
}

/** Browsers read the 31st of February as some day in March, or not at all. */
function exists(date: string): boolean {
  const at = Date.parse(date);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}

function isOn(weekday: string, date: string): boolean {
  return WEEKDAYS[new Date(date).getUTCDay()]?.test(weekday) ?? false;
}

interface Times {
  from: string;
  to?: string;
}

function timesOf(time: RegExpExecArray): Times | undefined {
  const [, hour = "", minute, toHour, toMinute] = time;
  const from = clock(hour, minute);
  if (from === undefined) return undefined;
  if (toHour === undefined) return { from };
  const to = clock(toHour, toMinute);
  return to !== undefined && to > from ? { from, to } : undefined;
}

function clock(hour: string, minute = "00"): string | undefined {
  const sure = hour.length === 2 || +hour >= FIRST_SURE_HOUR;
  return sure && +hour < 24 && +minute < 60 ? `${twoFigures(hour)}:${minute}` : undefined;
}
