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
/** What goes on before it or after it is something else: a version, a sum, a range of days. */
const DAY = new RegExp(
  "(?<![\\p{L}\\p{N}_.,:/–-]|[\\p{N}.] ?(?:[–/-]|til|to) ?" +
    `|\\p{N}\\.?,? (?:eller|og|or|and) |\\p{N}\\., ?|(?:hver|kvar|every) |(?:${MONTH}) ?(?:[–-]|til(?: og med)?|to) ?)` +
    `(?:(?<weekday>${WEEKDAY}),? )?(?:den |d\\. |the )?(?<day>\\d{1,2})` +
    `(?:(?:\\. ?|(?:st|nd|rd|th)? (?:of )?)(?<month>${MONTH})(?:,? (?<year>\\d{4}))?` +
    "|\\.(?<figure>\\d{1,2})(?:\\.(?<figures>\\d{4})|(?<dot>\\.)?))" +
    "(?![\\p{L}\\p{N}_/%]|[.,:–-][\\p{L}\\p{N}]|,? '?\\p{N}| ?[–/-] ?\\p{N}" +
    "| (?:til|to) (?:og med )?(?:den |the )?\\p{N}|,? (?:i fjor|last year|neste år|next year|året (?:etter|før)|hvert år|kvart år|every year))",
  "giu",
);

const CLOCK = "(\\d{1,2})(?:[.:](\\d{2}))?";
const TIME = `(?:kl\\.?|klokk(?:a|en)|at) ?${CLOCK}(?: ?(?:[–-]|til|to) ?(?:kl\\.? ?)?${CLOCK})?`;
/** After a time: more of it, or another one instead; but another day may come after it. */
const UNSURE =
  "[\\p{L}\\p{N}/%]|[.,:–-]\\p{N}|\\s?[–-]\\s?\\p{N}| \\p{N}|\\s?[ap]\\.?m\\b" +
  "|[\\s,(–-]{1,3}(?:eller|og|or|and|evt\\.?|eventuelt) (?:kl\\.? ?|klokk\\p{L}+ |at )?" +
  `(?!\\d{1,2}(?:\\. ?| )(?:${MONTH}))\\p{N}`;
/** Near a time of at most twelve hours: in which half of the day it is. */
const HALF_OF_DAY =
  /(?<!\p{L})(?:i?kveld|(?:etter|for)middag|e\.?m\b|natt|midnatt|evening|afternoon|tonight|night|midnight)/iu;
const NEAR = 24;
const SENTENCE_ENDS = /[.!?]\s+(?=\p{Lu})|\n/u;
const TIME_AFTER = new RegExp(`,? ${TIME}(?!${UNSURE})`, "iuy");
const TIME_BEFORE = new RegExp(`(?<![\\p{L}\\p{N}])${TIME} (?:(?:på|on) )?$`, "iu");
const SOME_TIME = "(?:kl\\b|klokk|at (?:\\d|noon|half)|(?:fra|mellom|from|between) \\d)";
const SOME_TIME_AFTER = new RegExp(
  `[\\s,:;(–-]{1,4}(?:(?:fra|etter|før|mellom|from|after|before|between) )?${SOME_TIME}`,
  "iuy",
);
const SOME_TIME_BEFORE = new RegExp(`(?<!\\p{L})${SOME_TIME}`, "iu");
/** A weekday that stands before the day with nothing but signs and a time between. */
const WEEKDAY_BEFORE = new RegExp(
  `(?<!\\p{L})(${WEEKDAY}|man)(?!\\p{L})[^\\p{L}\\n]{0,4}(?:kl\\.? ?[\\d.:–-]+)?[^\\p{L}\\n]{0,3}(?:den )?$`,
  "iu",
);
/** No time that stands before its day is longer. */
const TIME_LENGTH = 32;

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
  const dates: FoundDate[] = [];
  let from = 0;
  for (const found of text.matchAll(DAY)) {
    const date = dateOf(text, from, found, sentOn);
    if (!date) continue;
    dates.push(date);
    from = date.index + date.text.length;
  }
  return dates;
}

function dateOf(text: string, from: number, found: RegExpExecArray, sentOn: string) {
  const said = saidBy(found);
  const day = dayOf(said, sentOn);
  const { index } = found;
  const end = index + found[0].length;
  const after = stuck(TIME_AFTER, text, end);
  if (day === undefined || (!after && stuck(SOME_TIME_AFTER, text, end))) return undefined;
  const ahead = text.slice(Math.max(from, index - TIME_LENGTH), index);
  const weekday = WEEKDAY_BEFORE.exec(ahead)?.[1];
  if (weekday !== undefined && !isOn(weekday, day)) return undefined;
  const before = TIME_BEFORE.exec(ahead);
  const time = after ?? before;
  if (!time) {
    const plain = said.plain && !SOME_TIME_BEFORE.test(ahead);
    return plain ? { index, text: found[0], when: { day } } : undefined;
  }
  const times = timesOf(time);
  if (!times || !said.plainWithTime) return undefined;
  const date = after
    ? { index, text: found[0] + after[0] }
    : { index: index - time[0].length, text: time[0] + found[0] };
  if (times.from <= "12:59" && HALF_OF_DAY.test(around(text, date))) return undefined;
  return { ...date, when: { day, ...times } };
}

/** A few words to either side, as far as the sentence goes. */
function around(text: string, { index, text: words }: Omit<FoundDate, "when">): string {
  const end = index + words.length;
  const before =
    text
      .slice(Math.max(0, index - NEAR), index)
      .split(SENTENCE_ENDS)
      .at(-1) ?? "";
  return before + words + (text.slice(end, end + NEAR).split(SENTENCE_ENDS)[0] ?? "");
}

function stuck(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

interface Said {
  weekday?: string;
  day: string;
  month: number;
  year?: string;
  /** Two figures alone may be an amount or a time of day, */
  plain: boolean;
  /** and beside a time still an amount, where they have no dot after them and no weekday before. */
  plainWithTime: boolean;
}

function saidBy({ groups = {} }: RegExpExecArray): Said {
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

function dayOf({ weekday, day, month, year }: Said, sentOn: string): string | undefined {
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

function timesOf(time: RegExpExecArray): { from: string; to?: string } | undefined {
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
