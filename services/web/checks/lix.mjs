// LIX, the readability index of C.-H. Björnsson (1968): words to a sentence, plus the percentage of
// words with more than six letters. Up to 25 is easy, 35 a newspaper, 55 the law.

/** More letters than this make a word long. */
const LONG = 6;
/** Whatever is put into a text by the app counts as one short word: a name, a time, a number. */
const PUT_IN = "x";

const without = (text) => text.replace(/{{\w+}}/g, PUT_IN);

/** The words of a text. A number is one; so is what a hyphen holds together. */
export const wordsOf = (text) => without(text).match(/[\p{L}\d][\p{L}\d'’-]*/gu) ?? [];

/** A sentence ends with a full stop, a colon and so on, and where its text ends: a button's is one. */
export const sentencesOf = (text) =>
  without(text)
    .split(/(?<=[.:!?…])\s+/)
    .filter((sentence) => wordsOf(sentence).length > 0);

/** What texts that are read together measure. What is said twice, as in one and in many, counts once. */
export function measure(texts) {
  const sentences = [...new Set(texts)].flatMap(sentencesOf);
  const words = sentences.flatMap(wordsOf);
  const long = words.filter((word) => word.length > LONG);
  const lix = words.length / sentences.length + (100 * long.length) / words.length;
  return { lix, words, long, sentences };
}
