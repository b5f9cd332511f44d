import { wordsOf } from "./lix.mjs";

const isNumber = (word) => /^\d/.test(word);

/** The words of these texts that are not known, each once. What the app puts in is not looked at. */
export function unknownWords(texts, isKnown) {
  const words = texts.flatMap((text) => wordsOf(text.replace(/{{\w+}}/g, " ")));
  return [...new Set(words)].filter(
    (word) => !isNumber(word) && !isKnown(word) && !isKnown(word.toLowerCase()),
  );
}
