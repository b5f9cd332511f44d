/** Anything that right-to-left writing, or a control for it, could turn around. */
const TURNS =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const OVERRIDES = /[\u202a-\u202e]/g;
const ISOLATES = /[\u2066-\u2069]/g;
const FIRST_STRONG_ISOLATE = "\u2068";
const POP = "\u2069";

/**
 * Somebody's text for the middle of a sentence: whatever its direction, the words around it stay
 * where they are. What `<bdi>` is for an element this is for a string.
 */
export function isolated(text: string): string {
  return TURNS.test(text) ? FIRST_STRONG_ISOLATE + closed(text) + POP : text;
}

/** Names and places beside each other: "Vera Veileder, NAV Askøy". */
export function inARow(...parts: (string | null | undefined)[]): string {
  return parts
    .filter((part) => part != null && part !== "")
    .map((part) => isolated(part as string))
    .join(", ");
}

/** Without anything that would still be open at its end, or would close what is not its own. */
function closed(text: string): string {
  const plain = text.replace(OVERRIDES, "");
  let depth = 0;
  for (const [sign] of plain.matchAll(ISOLATES)) {
    depth += sign === POP ? -1 : 1;
    if (depth < 0) break;
  }
  return depth === 0 ? plain : plain.replace(ISOLATES, "");
}
