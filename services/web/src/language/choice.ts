export const LANGUAGES = ["nb", "nn", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = "samsnakk.language";

/** What was chosen here, or else what the browser asks for first of what there is. */
export function chosenLanguage(): Language {
  const kept = languageOf(localStorage.getItem(KEY) ?? "");
  return kept ?? navigator.languages.map(languageOf).find((it) => it !== undefined) ?? "nb";
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
}

/** Danes and Swedes are better served by bokmål than by English. */
export function languageOf(tag: string): Language | undefined {
  const language = tag.toLowerCase().split("-")[0] ?? "";
  if (language === "nn" || language === "en") return language;
  return ["nb", "no", "da", "sv"].includes(language) ? "nb" : undefined;
}
