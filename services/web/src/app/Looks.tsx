import { Button, Modal, Radio, RadioGroup, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import {
  chooseLanguage,
  LANGUAGE_NAMES,
  LANGUAGES,
  languageOf,
  type Language,
} from "../language/language";
import { chooseTheme, useThemeChoice } from "../shell/theme";
import { THEMES, type ThemeChoice } from "../shell/themeChoice";

interface LooksProps {
  open: boolean;
  onClose: () => void;
}

/** How Samsnakk speaks and looks on this device. What is chosen is so at once. */
export function Looks({ open, onClose }: LooksProps) {
  const { t, i18n } = useTranslation();
  const theme = useThemeChoice();
  return (
    <Modal
      open={open}
      onClose={onClose}
      header={{ heading: t("looks.title") }}
      width="small"
      portal
    >
      <Modal.Body>
        <VStack gap="space-24">
          <RadioGroup
            legend={t("language.label")}
            value={languageOf(i18n.language) ?? "nb"}
            onChange={(language: Language) => chooseLanguage(language)}
          >
            {LANGUAGES.map((language) => (
              <Radio key={language} value={language} lang={language}>
                {LANGUAGE_NAMES[language]}
              </Radio>
            ))}
          </RadioGroup>
          <RadioGroup
            legend={t("looks.theme")}
            value={theme}
            onChange={(choice: ThemeChoice) => chooseTheme(choice)}
          >
            {THEMES.map((choice) => (
              <Radio key={choice} value={choice}>
                {t(`looks.themes.${choice}`)}
              </Radio>
            ))}
          </RadioGroup>
        </VStack>
      </Modal.Body>
      <Modal.Footer>
        <Button onClick={onClose}>{t("looks.done")}</Button>
      </Modal.Footer>
    </Modal>
  );
}
