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

/** In which half of the day a time of at most twelve hours is. */
const HALF_OF_DAY =
  /(?<!\p{L})(?:i?kveld|(?:etter|for)middag|e\.?m(?!\p{L})|natt|midnatt|evening|afternoon|tonight|night|midnight|[ap]\.?m(?!\p{L}))/iu;

/** Stands for each date when the rest of its sentence is looked at. */
const HERE = "\uE000";
const NUMBER =
  "ett|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv" +
  "|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
const SOME_TIME =
  "(?<!\\p{L})(?:kl(?!\\p{L})|klokk|at (?:noon|half|\\d)|noon|halv|kvart(?:er)?|half|quarter)(?![\\p{L}])|\\d-ti(?:da|den)|klokk" +
  `|(?<!\\p{L})(?:eller|or|el\\.|evt\\.?|eventuelt|til|rundt|ca\\.?|og|and|på|over|past) (?:kl\\.? )?(?:${NUMBER})(?!\\p{L})`;
/** A figure that may be an hour or a day, and not how much or which of something. */
const LOOSE_FIGURE =
  "(?<![\\p{L}\\p{N}]|(?:rom|room|nr\\.?|nummer|team|avdeling|bygg|inngang|kr\\.?|gat[ae]|gaten|vei|veien|veg|vegen|plass) )" +
  "\\d{1,2}(?:st|nd|rd|th)?(?![\\p{L}\\p{N}]|" +
  "\\.? ?(?:etasje|etg|time|minutt|min(?!\\p{L})|uke|veke|dag|måne?d|månad|år|person|mg|prosent|floor|hour|minute|week|day|month|year|people))";
const SOME_TIME_ANYWHERE = new RegExp(
  `${SOME_TIME}|(?<!\\p{N})\\d{1,2}[.:]\\d\\d(?!\\p{N}|[.:]\\p{N})`,
  "iu",
);
/** Not then, or not any more, or in place of another. */
const CHANGED =
  "(?<!\\p{L})(?:ikke|ikkje|not|ingen|inga|no(?= \\p{L})|aldri|never|avly|avbest|utset|utsatt|kansell|cancel|postpone|call(?:ed)? off" +
  "|flytt|mov(?:e|ing)|endr|change|resched|i ?sted|i ?staden|instead|bortfall|fall(?:er|t)? (?:bort|ut)|går ut|strøk|stryk|dropp" +
  "|unntatt|unnateke|utenom|utanom|except|feil(?!\\p{L})|wrong)";
const CHANGES = new RegExp(CHANGED, "iu");
const OTHER_THAN_IT_SAYS = new RegExp(
  [
    SOME_TIME,
    LOOSE_FIGURE,
    // Another year, each year, or not at all.
    "(?<!\\p{N})(?:19|20)\\d\\d(?!\\p{N})",
    "(?<!\\p{L})(?:hver(?!andre)|kvar(?!andre)|every|annenhver|annakvar|født|fødd|born)",
    CHANGED,
    "(?:neste|next|last) (?:år|year)|i fjor|år sid[ea]n|years? ago|om (?:\\p{L}+|\\d+) år|året (?:etter|før)",
    // Another day, counted from this one or named with it.
    `(?<!\\p{L})(?:før|etter|natt til|til|before|after|until|i (?:dag|går|morg[eo]n)|today|tomorrow)[,:(]? (?:(?:den|the) )?${HERE}`,
    `${HERE}\\s*(?:[–—−‑-]|(?:til|to|t\\.?o\\.?m|through|until)(?!\\p{L}))[^${HERE}]{0,12}${HERE}`,
    "(?<!\\p{L})(?:ma|ti|on|to|fr|lø|sø)[./]",
  ].join("|"),
  "iu",
);
/** Eight figures in pairs, or three, two and three. */
const PHONE_NUMBER = /(?<!\p{N})(?:\d{2} \d{2} \d{2} \d{2}|\d{3} \d{2} \d{3})(?!\p{N})/gu;
const SOME_WEEKDAY = new RegExp(
  "(?<!\\p{L})(?:(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn)dag" +
    "|(?:mon|tues|wednes|thurs|fri|satur|sun)day" +
    "|(?:tirs?|tys|ons|tors?|lør|lau|søn|mon|tues?|wed|thurs?)(?=\\.))",
  "giu",
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
  return sentencesOf(text).flatMap(({ index, text: sentence }, i, all) =>
    plainDates(sentence, [all[i - 1]?.text ?? "", all[i + 1]?.text ?? ""], sentOn).map((date) => ({
      ...date,
      index: index + date.index,
    })),
  );
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

/** Those of a sentence, unless something else in it may say that they are other than they look. */
function plainDates(sentence: string, beside: string[], sentOn: string): FoundDate[] {
  const said = saidIn(sentence, sentOn);
  if (said.length === 0) return [];
  const rest = restOf(sentence, said);
  if (OTHER_THAN_IT_SAYS.test(rest) || !weekdaysAgree(rest, said)) return [];
  if (CHANGES.test(beside[1] ?? "")) return [];
  const halfOfDay = HALF_OF_DAY.test(sentence);
  const timeBeside = beside.some((it) => SOME_TIME_ANYWHERE.test(it));
  return said.flatMap(({ index, text, day, times }) => {
    const unsure = times ? halfOfDay && times.from <= "12:59" : timeBeside;
    return day === undefined || unsure ? [] : [{ index, text, when: { day, ...times } }];
  });
}

function restOf(sentence: string, said: readonly Said[]): string {
  let rest = "";
  let from = 0;
  for (const { index, text } of said) {
    rest += sentence.slice(from, index) + HERE;
    from = index + text.length;
  }
  return (rest + sentence.slice(from)).replaceAll(PHONE_NUMBER, "");
}

/** A weekday that stands by itself is that of a date here. */
function weekdaysAgree(rest: string, said: readonly Said[]): boolean {
  return [...rest.matchAll(SOME_WEEKDAY)].every(([weekday]) =>
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
