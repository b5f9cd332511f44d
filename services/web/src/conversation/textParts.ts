import { datesIn, type FoundDate } from "./datesIn";
import type { When } from "./when";

/** What in a text can be tapped, and what cannot. Put together again they are the text. */
export type Part =
  | { kind: "text"; text: string }
  /** `host`: where it leads, when that is not what one reads there. */
  | { kind: "link"; text: string; href: string; host?: string }
  | { kind: "call"; text: string; href: string }
  /** `index`: where in the text it stands. */
  | { kind: "date"; text: string; when: When; index: number };

// Quadratic in nothing: each repeats one class of letters, and is bounded where two meet.
const LINK = /(?:https?:\/\/|www\.)[^\s<>"]{1,2000}/;
const MAIL = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,8}/u;
/** Eight figures as they are written in Norway, or the emergency clinic's six; never within longer ones. */
const PHONE =
  /(?<![\d+.,:/-]|\d )(?:(?:\+47|0047) ?)?(?:[2-9]\d{7}|[2-9]\d( \d\d){3}|[2-9]\d\d \d\d \d{3}|116 ?117)(?!\d|[.,:/\- ]\d)/;
const ANY = new RegExp(`(${LINK.source})|(${MAIL.source})|(${PHONE.source})`, "gu");

/** What ends a sentence does not belong to a link in it. */
const ENDS = /[.,;:!?'»”’]$/;

interface Live {
  index: number;
  part: Part;
}

/** `sentAt`: a date without a year is the next one from then on. */
export function partsOf(text: string, sentAt: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  const plain = (to: number) => {
    if (to > from) parts.push({ kind: "text", text: text.slice(from, to) });
  };
  const addresses = addressesIn(text);
  const dates = datesIn(text, sentAt).map(datePart);
  const apart = dates.filter((date) => !addresses.some((it) => overlap(it, date)));
  for (const { index, part } of [...addresses, ...apart].sort((a, b) => a.index - b.index)) {
    plain(index);
    parts.push(part);
    from = index + part.text.length;
  }
  plain(text.length);
  return parts;
}

function addressesIn(text: string): Live[] {
  return [...text.matchAll(ANY)].flatMap((found) => {
    const part = partOf(found);
    return part ? { index: found.index, part } : [];
  });
}

function datePart(date: FoundDate): Live {
  return { index: date.index, part: { kind: "date", ...date } };
}

function overlap(a: Live, b: Live): boolean {
  return a.index < b.index + b.part.text.length && b.index < a.index + a.part.text.length;
}

function partOf([found, link, mail]: RegExpMatchArray): Part | undefined {
  if (link !== undefined) return linkOf(trimmed(link));
  if (mail !== undefined) {
    const address = trimmed(mail);
    return { kind: "link", text: address, href: `mailto:${address}` };
  }
  return { kind: "call", text: found, href: `tel:${found.replaceAll(" ", "")}` };
}

/** Without the punctuation after it, and without a bracket that was opened before it. */
function trimmed(link: string): string {
  let rest = link;
  for (;;) {
    const closes = rest.endsWith(")") && rest.split(")").length > rest.split("(").length;
    if (!closes && !ENDS.test(rest)) return rest;
    rest = rest.slice(0, -1);
  }
}

function linkOf(text: string): Part | undefined {
  const url = urlOf(text.startsWith("www.") ? `https://${text}` : text);
  if (!url?.host.includes(".")) return undefined;
  const asRead = url.username === "" && url.password === "" && hostIn(text) === url.host;
  return { kind: "link", text, href: url.href, ...(!asRead && { host: url.host }) };
}

function urlOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** The host as whoever reads the text takes it to be. */
function hostIn(text: string): string {
  return (
    text
      .replace(/^https?:\/\//, "")
      .split(/[/?#]/)[0]
      ?.toLowerCase() ?? ""
  );
}
