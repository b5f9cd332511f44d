import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import en from "./en.json";
import { isolated } from "./isolated";
import nb from "./nb.json";
import nn from "./nn.json";

export const LANGUAGES = ["nb", "nn", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each in its own language, as those look for it who do not read the others. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  nb: "Bokmål",
  nn: "Nynorsk",
  en: "English",
};

const KEY = "samsnakk.language";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof nb };
  }
}

export async function startLanguage(): Promise<void> {
  i18next.on("languageChanged", (language) => {
    document.documentElement.lang = language;
  });
  await i18next.use(initReactI18next).init({
    lng: chosenLanguage(),
    fallbackLng: "nb",
    resources: { nb: { translation: nb }, nn: { translation: nn }, en: { translation: en } },
    // React writes text as text; what is put into a sentence is isolated from it.
    interpolation: { escapeValue: true, escape: isolated },
  });
}

export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
  void i18next.changeLanguage(language);
}

function chosenLanguage(): Language {
  const kept = languageOf(localStorage.getItem(KEY) ?? "");
  return kept ?? navigator.languages.map(languageOf).find((it) => it !== undefined) ?? "nb";
}

/** Danes and Swedes are better served by bokmål than by English. */
export function languageOf(tag: string): Language | undefined {
  const language = tag.toLowerCase().split("-")[0] ?? "";
  if (language === "nn" || language === "en") return language;
  return ["nb", "no", "da", "sv"].includes(language) ? "nb" : undefined;
}
