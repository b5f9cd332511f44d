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

/** One language, as far as the first screens need it. */
interface Spoken {
  texts: Record<string, unknown>;
  /** What Aksel's components say by themselves. */
  aksel: NonNullable<ProviderProps["locale"]>;
  dates: Locale;
}

/** Fetched one at a time: nobody reads in three languages at once. */
const SPOKEN: Record<Language, () => Promise<Spoken>> = {
  nb: () => import("./nb"),
  nn: () => import("./nn"),
  en: () => import("./en"),
};

/** The texts behind the sign-in. */
const REST: Record<Language, () => Promise<{ default: Spoken["texts"] }>> = {
  nb: () => import("./nb.json?rest"),
  nn: () => import("./nn.json?rest"),
  en: () => import("./en.json?rest"),
};

const fetched = new Map<Language, Spoken>();
const whole = new Set<Language>();
let allWanted = false;

/** All that is wanted of its texts, also what is wanted only since they were asked for. */
async function fetchLanguage(language: Language): Promise<Spoken["texts"]> {
  const spoken = await SPOKEN[language]();
  fetched.set(language, spoken);
  if (!allWanted) return spoken.texts;
  const rest = await REST[language]();
  whole.add(language);
  return { ...spoken.texts, ...rest.default };
}

/** From now on a language has all its texts. Fails where they do not come. */
export async function fetchAllTexts(): Promise<void> {
  allWanted = true;
  if (!i18next.isInitialized) return;
  const language = languageOf(i18next.language) ?? "nb";
  if (whole.has(language)) return;
  i18next.addResourceBundle(language, "translation", await fetchLanguage(language));
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
  const texts = await fetchLanguage(language);
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
  const texts = await fetchLanguage(language).catch(() => undefined);
  if (!texts || lastChoice !== language) return;
  rememberLanguage(language);
  i18next.addResourceBundle(language, "translation", texts);
  await i18next.changeLanguage(language);
}
