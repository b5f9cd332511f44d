// The rule of services/contracts' Text, for what is typed here: both are tested with its examples.

export type TextKind = "LINE" | "BODY";
export type TextFault = "text-empty" | "text-too-short" | "text-too-long" | "text-not-plain";

/** Letters and signs that are drawn as nothing. */
const BLANK = "\\u115f\\u1160\\u3164\\uffa0\\u2800\\u{1d159}";
const NEVER =
  "\\p{Noncharacter_Code_Point}\\u{e0000}\\u{e0002}-\\u{e001f}\\u{e0080}-\\u{e00ff}\\u{e01f0}-\\u{e0fff}";
/** Controls that turn the direction of what stands around them. */
const TURNS = "\\u202a-\\u202e\\u2066-\\u206f";

const VISIBLE = new RegExp(`[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Z}\\p{M}${BLANK}${NEVER}]`, "u");
const NOT_TEXT: Record<TextKind, RegExp> = {
  LINE: new RegExp(
    `[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}${BLANK}${NEVER}]|(?![\\u200c\\u200d])\\p{Cf}`,
    "u",
  ),
  BODY: new RegExp(`(?![\\n\\t])\\p{Cc}|[\\p{Cs}\\p{Zl}\\p{Zp}${NEVER}${TURNS}]`, "u"),
};

/** What is wrong with a text that has been trimmed; its length is counted in code points. */
export function textFault(
  kind: TextKind,
  text: string,
  { shortest = 1, longest }: { shortest?: number; longest: number },
): TextFault | undefined {
  const length = lengthOf(text);
  if (!VISIBLE.test(text)) return "text-empty";
  if (length > longest) return "text-too-long";
  if (NOT_TEXT[kind].test(text)) return "text-not-plain";
  return length < shortest ? "text-too-short" : undefined;
}

export function lengthOf(text: string): number {
  return [...text].length;
}
