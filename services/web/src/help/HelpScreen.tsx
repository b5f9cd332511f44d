import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { languageOf, type Language } from "../language/language";
import { fetched } from "../shell/Fetched";
import { Page } from "../shell/Page";
import type { GuideText } from "./guide";
import { Guides } from "./Guides";

type Both = () => Promise<{ patient: GuideText; professional: GuideText }>;

const inLanguage = (load: Both): ComponentType =>
  fetched(() =>
    load().then(({ patient, professional }) => () => (
      <Guides patient={patient} professional={professional} />
    )),
  );

/** Each when it is first read. */
const GUIDES: Record<Language, ComponentType> = {
  nb: inLanguage(() => import("./nb")),
  nn: inLanguage(() => import("./nn")),
  en: inLanguage(() => import("./en")),
};

/** "Hjelp": the user guide of docs/user-guide, in the language that the app speaks. */
export function HelpScreen() {
  const { t, i18n } = useTranslation();
  const Spoken = GUIDES[languageOf(i18n.language) ?? "nb"];
  return (
    <Page title={t("help.title")} back="/" backText={t("rooms.title")}>
      <Spoken />
    </Page>
  );
}
