import type { ProviderProps } from "@navikt/ds-react";
import type { Locale } from "date-fns";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { chosenLanguage, languageOf, rememberLanguage, type Language } from "./choice";
import { isolated } from "./isolated";
import type nb from "./nb.json";

export { languageOf, LANGUAGES, type Language } from "./choice";

/** Each in its own language, as those look for it who do not read the others. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  nb: "Bokmål",
  nn: "Nynorsk",
  en: "English",
};

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof nb };
  }
}

/** Everything in one language. */
interface Spoken {
  texts: typeof nb;
  /** What Aksel's components say by themselves. */
  aksel: NonNullable<ProviderProps["locale"]>;
  dates: Locale;
}

/** Fetched one at a time: nobody reads in three languages at once. Each has all texts. */
const SPOKEN: Record<Language, () => Promise<Spoken>> = {
  nb: () => import("./nb"),
  nn: () => import("./nn"),
  en: () => import("./en"),
};

const fetched = new Map<Language, Spoken>();

async function fetchLanguage(language: Language): Promise<Spoken> {
  const spoken = await SPOKEN[language]();
  fetched.set(language, spoken);
  return spoken;
}

/** The language that the app is shown in, which has been fetched by then. */
export function spokenIn(tag: string): Spoken {
  const spoken = fetched.get(languageOf(tag) ?? "nb");
  if (!spoken) throw new Error("a language is shown that was not fetched");
  return spoken;
}

export async function startLanguage(): Promise<void> {
  i18next.on("languageChanged", (language) => {
    document.documentElement.lang = language;
  });
  const language = chosenLanguage();
  const { texts } = await fetchLanguage(language);
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: texts } },
    // React writes text as text; what is put into a sentence is isolated from it.
    interpolation: { escapeValue: true, escape: isolated },
  });
}

let lastChoice: Language | undefined;

/**
 * Where the texts do not come, because there is no network, the language stays what it is; and of
 * several choices the last one counts, whichever texts come first.
 */
export async function chooseLanguage(language: Language): Promise<void> {
  lastChoice = language;
  const spoken = await fetchLanguage(language).catch(() => undefined);
  if (!spoken || lastChoice !== language) return;
  rememberLanguage(language);
  i18next.addResourceBundle(language, "translation", spoken.texts);
  await i18next.changeLanguage(language);
}
