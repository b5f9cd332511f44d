import { measure, wordsOf } from "./lix.mjs";

/** The hardest that a screen may be (LIX). */
const LIX_MAX = 28;
/** So many words and sentences of a screen are shown as the reason. */
const SHOWN = 3;

const longest = (texts, size) =>
  [...new Set(texts)].sort((a, b) => size(b) - size(a)).slice(0, SHOWN);

/** What is to be mended of these texts, or nothing. */
export function tooHard(where, texts) {
  const { lix, long, sentences } = measure(texts);
  if (lix <= LIX_MAX) return undefined;
  const words = longest(long, (word) => word.length).join(", ");
  const hardest = longest(sentences, (sentence) => wordsOf(sentence).length);
  return [`${where} measures ${lix.toFixed(1)}, over ${LIX_MAX}`, `  words: ${words}`]
    .concat(hardest.map((sentence) => `  “${sentence}”`))
    .join("\n");
}
