import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { chosenLanguage, rememberLanguage, type Language } from "./choice";
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

type Texts = typeof nb;

/** Fetched one at a time: nobody reads in three languages at once. Each has all texts. */
const TEXTS: Record<Language, () => Promise<{ default: Texts }>> = {
  nb: () => import("./nb.json"),
  nn: () => import("./nn.json"),
  en: () => import("./en.json"),
};

export async function startLanguage(): Promise<void> {
  i18next.on("languageChanged", (language) => {
    document.documentElement.lang = language;
  });
  const language = chosenLanguage();
  const { default: translation } = await TEXTS[language]();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation } },
    // React writes text as text; what is put into a sentence is isolated from it.
    interpolation: { escapeValue: true, escape: isolated },
  });
}

/** Where the texts do not come, because there is no network, the language stays what it is. */
export async function chooseLanguage(language: Language): Promise<void> {
  const texts = await TEXTS[language]().catch(() => undefined);
  if (!texts) return;
  rememberLanguage(language);
  i18next.addResourceBundle(language, "translation", texts.default);
  await i18next.changeLanguage(language);
}
