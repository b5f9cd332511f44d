/*
 * What stands beside a date and may make it another one, or none: docs/decisions/0076-a-date-is-offered-where-it-is-plain.md.
 */

/** Stands for each date and its time when the rest of a sentence is looked at. */
export const HERE = "\uE000";

const NUMBER =
  "ett|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv" +
  "|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
const SOME_TIME = [
  "(?<!\\p{L})(?:kl|klokk(?:a|en|e|eslett(?:et)?)|at (?:noon|half|\\d+)|noon|halv|kvart(?:er)?|half|quarter)(?!\\p{L})",
  "\\d-ti(?:da|den)",
  // 1pm, 10h30, 1015.
  "(?<!\\p{N})\\d{1,2}(?:[.:]\\d\\d)? ?(?:[ap]\\.?m(?!\\p{L})|h(?:\\d\\d)?(?!\\p{L}))",
  "(?<!\\p{N})(?:[01]\\d|2[0-3])[0-5]\\d(?!\\p{N})",
  `(?<!\\p{L})(?:eller|or|el\\.|evt\\.?|eventuelt|til|rundt|ca\\.?|og|and|på|over|past) (?:kl\\.? )?(?:${NUMBER})(?!\\p{L})`,
].join("|");
/** A time that is told as figures alone, where no figure can be a part of a date any more. */
const FIGURES_OF_TIME = "(?<!\\p{N})\\d{1,2}[.:]\\d\\d(?!\\p{N}|[.:]\\p{N})";
const PART_OF_DAY =
  /(?<!\p{L})(?:(?:for|etter)middag|morgen|morgon|i?kveld|natt|lunsj|lunch|midday|morning|afternoon|evening|night)/iu;

/** In which half of the day a time of at most twelve hours is. */
const HALF_OF_DAY =
  /(?<!\p{L})(?:i?kveld|(?:etter|for)middag|e\.?m(?!\p{L})|natt|midnatt|evening|afternoon|tonight|night|midnight|[ap]\.?m(?!\p{L}))/iu;

/** A figure that may be an hour or a day, and not how much or which of something. */
const LOOSE_FIGURE =
  "(?<![\\p{L}\\p{N}]|(?:rom|room|nr\\.?|nummer|team|avdeling|bygg|inngang|kr\\.?|dialogmøte|av|of|torget|gat[ae]|gaten|vei|veien|veg|vegen|plass) )" +
  "\\d{1,2}(?:st|nd|rd|th)?(?![\\p{L}\\p{N}]|" +
  "\\.? ?(?:etasje|etg|time|minutt|min(?!\\p{L})|uke|veke|dag|måne?d|månad|år|person|mg|prosent|samling|gang|floor|hour|minute|week|day|month|year|people))";

/** Not any more then. */
const MOVED =
  "avly|avblås|avbest|annull|utset|utsatt|utsett|utgå(?:r|tt)?(?!\\p{L})|gå(?:r|tt)? ut|kansell|cancel|postpone|(?:call(?:ed)?|put) off|push(?:ed|ing)? (?:back|it)|(?:for)?sk(?:y|jø|u)v(?:e[sdrnt]?|n[ae]|d[de]?|t)?(?!\\p{L})|fr[ae]mskyn" +
  "|flytt|mov(?:e|ing)|endr|change|resched|bortfall|f[ae]ll(?:e|er|t)? (?:bort|ut|vekk)|falt (?:bort|ut|vekk)|strøk|stryk|dropp|erstatt|replac|slett(?:e[tr]?|a)?(?!\\p{L})|delet|omb(?:ook|est)|tatt av|teken av|stopp|trukket|trekt" +
  "|brought forward|fell through|fallen through|swap|is off(?!\\p{L})|(?:an(?:nen|na)|another|different|ny|new) (?:dag|tid|day|time|dato|date)";
/** Not then, or in place of another. */
const NOT_THEN =
  "ikke|ikkje|not(?!\\p{L})|cannot|\\p{L}+n['’]t(?!\\p{L})|neither|ingen|inga|no(?= \\p{L})|aldri|never" +
  "|i ?sted|i ?staden|instead|umulig|umogleg|impossible|unntatt|unnateke|utenom|utanom|except|feil(?!\\p{L})|wrong";

const OTHER_DATE = new RegExp(
  [
    SOME_TIME,
    LOOSE_FIGURE,
    // Another year, each year.
    "(?<!\\p{N})(?:19|20)\\d\\d(?!\\p{N})",
    "(?<!\\p{L})(?:hver(?!andre)|kvar(?!andre)|every|annenhver|annakvar|født|fødd|born)",
    "(?:neste|next|last) (?:år|year)|i fjor|år sid[ea]n|years? ago|om (?:\\p{L}+|\\d+) år|året (?:etter|før)",
    `(?<!\\p{L})(?:${MOVED}|${NOT_THEN})`,
    // Another day, counted from this one or named with it.
    `(?<!\\p{L})(?:før|etter|fra|frå|natt til|til|before|after|from|until|i (?:dag|går|morg[eo]n)|today|tomorrow)[,:(]? (?:(?:den|the) )?${HERE}`,
    `${HERE}\\s*(?:[–—−‑-]|(?:til|to|t\\.?o\\.?m|through|until)(?!\\p{L}))[^${HERE}]{0,12}${HERE}`,
    "(?<!\\p{L})(?:ma|ti|on|to|fr|lø|sø)[./]",
  ].join("|"),
  "iu",
);
const ANY_TIME = new RegExp(`${SOME_TIME}|${FIGURES_OF_TIME}`, "iu");
const ANY_MOVE = new RegExp(`(?<!\\p{L})(?:${MOVED})`, "iu");
const SOME_WEEKDAY = new RegExp(
  "(?<!\\p{L})(?:(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn)dag" +
    "|(?:mon|tues|wednes|thurs|fri|satur|sun)day" +
    "|(?:tirs?|tys|ons|tors?|lør|lau|søn|mon|tues?|wed|thurs?)(?=\\.))",
  "giu",
);
/** Eight figures in pairs, or three, two and three. */
const PHONE_NUMBER =
  /(?<!\p{N})(?:\+47 ?)?(?:\d{2} \d{2} \d{2} \d{2}|\d{3} \d{2} \d{3}|\d{8})(?!\p{N})/gu;

/** A sentence with what is no time and no day in any case left out. */
export function withoutNumbersToRing(sentence: string): string {
  return sentence.replaceAll(PHONE_NUMBER, "");
}

/** Whether the rest of a date's sentence may say that it is another day or hour, or not at all. */
export function saysOther(rest: string): boolean {
  return OTHER_DATE.test(rest);
}

/** Whether the rest of a sentence says that something is moved or cancelled. */
export function saysMoved(rest: string): boolean {
  return ANY_MOVE.test(rest);
}

/** Whether a time is told there. */
export function tellsTime(rest: string): boolean {
  return ANY_TIME.test(rest);
}

/** Whether the sentence of a day says when in the day, without an hour. */
export function tellsPartOfDay(sentence: string): boolean {
  return PART_OF_DAY.test(sentence);
}

/** Whether it may say that an hour up to twelve is in the other half of the day. */
export function tellsHalfOfDay(sentence: string): boolean {
  return HALF_OF_DAY.test(sentence);
}

/** The weekdays that stand there by themselves. */
export function weekdaysIn(rest: string): string[] {
  return [...rest.matchAll(SOME_WEEKDAY)].map(([weekday]) => weekday);
}
