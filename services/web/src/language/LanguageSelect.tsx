import { Select } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { chooseLanguage, LANGUAGE_NAMES, LANGUAGES, languageOf, type Language } from "./language";

export function LanguageSelect() {
  const { t, i18n } = useTranslation();
  return (
    <Select
      label={t("language.label")}
      hideLabel
      size="small"
      value={languageOf(i18n.language) ?? "nb"}
      onChange={(event) => void chooseLanguage(event.target.value as Language)}
    >
      {LANGUAGES.map((language) => (
        <option key={language} value={language} lang={language}>
          {LANGUAGE_NAMES[language]}
        </option>
      ))}
    </Select>
  );
}
