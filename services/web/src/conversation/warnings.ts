import { idnr } from "@navikt/fnrvalidator";
import { lengthOf } from "../contracts/text";

/** What a text might better not be sent with, or not here. It says so, and keeps nobody from sending. */
export type Warning =
  | { kind: "identityNumber" }
  /** `name`: as it was written, and no more of it. */
  | { kind: "otherRoom"; name: string }
  | { kind: "longAsNote" }
  | { kind: "capitalsAtNight" };

/** A text before it is sent, and all that is known of where it goes. */
export interface Draft {
  text: string;
  /** Whether the patient writes: it is his room, and he writes as long as he needs. */
  isPatient: boolean;
  /** The full names of all who have to do with this room. */
  here: readonly string[];
  /** The full names of the patients of the other rooms of who writes. */
  elsewhere: readonly string[];
}

/** Characters: half a printed page, more than people send to each other. */
const NOTE = 1_500;
/** So many letters are no abbreviation. */
const SHOUTED = 20;
const MOSTLY = 0.8;
const NIGHT_FROM = 22;
const NIGHT_TO = 6;
/** A shorter one is a word of the language as often as a name. */
const NAME_MIN = 3;

/** However they are parted. What comes after the first of them is looked at again: it may begin there. */
const ELEVEN_DIGITS = /(?:^|\D)(?=(\d(?:[ \u00a0.-]?\d){10})(?!\d))/g;
const SENTENCE_BEGINS = /(^|[.!?…:\n])[^\p{L}\p{N}]*$/u;

/**
 * The gravest of what there is to say of a text, or nothing. It is said on this device alone.
 *
 * @param hour of the day where one writes
 */
export function warningOf(draft: Draft, hour = new Date().getHours()): Warning | undefined {
  const { text, isPatient } = draft;
  if (hasIdentityNumber(text)) return { kind: "identityNumber" };
  const name = isPatient ? undefined : nameOfOtherRoom(draft);
  if (name !== undefined) return { kind: "otherRoom", name };
  if (!isPatient && lengthOf(text) >= NOTE) return { kind: "longAsNote" };
  const isNight = hour >= NIGHT_FROM || hour < NIGHT_TO;
  return isNight && isShouted(text) ? { kind: "capitalsAtNight" } : undefined;
}

/** Of birth, D-number, emergency help or for tests: with its day and both of its control digits. */
function hasIdentityNumber(text: string): boolean {
  return [...text.matchAll(ELEVEN_DIGITS)].some(
    ([, digits = ""]) => idnr(digits.replace(/\D/g, "")).status === "valid",
  );
}

function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const capitals = letters.filter((it) => it !== it.toLowerCase());
  return letters.length >= SHOUTED && capitals.length >= letters.length * MOSTLY;
}

/** A whole name however it is written; a part of one where no sentence begins, as names are written. */
function nameOfOtherRoom({ text, here, elsewhere }: Draft): string | undefined {
  const known = new Set(here.flatMap(partsOf).map((it) => it.toLowerCase()));
  const lower = text.toLowerCase();
  // Asked of every name at every letter that is typed: most of them are nowhere in it.
  const isIn = (part: string) => lower.includes(part.toLowerCase());
  for (const name of elsewhere) {
    const parts = partsOf(name);
    const whole = parts.length > 1 && parts.every(isIn) && found(text, parts, "giu")[0];
    if (whole) return whole.name;
    for (const part of parts) {
      if (part.length < NAME_MIN || !isIn(part) || known.has(part.toLowerCase())) continue;
      const inside = found(text, [part], "gu").find(
        ({ at }) => !SENTENCE_BEGINS.test(text.slice(0, at)),
      );
      if (inside) return inside.name;
    }
  }
  return undefined;
}

function partsOf(name: string): string[] {
  return name.split(/\s+/).filter((it) => it !== "");
}

/** Where these words stand beside each other, in any case of the last: Bjørns, Jonas'. */
function found(text: string, words: string[], flags: string): { name: string; at: number }[] {
  const escaped = words.map((it) => it.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+");
  return [
    ...text.matchAll(
      new RegExp(`(^|[^\\p{L}\\p{N}])(${escaped})(?:['’]?s)?(?![\\p{L}\\p{N}])`, flags),
    ),
  ].map(({ index, 1: before = "", 2: name = "" }) => ({ name, at: index + before.length }));
}
