import { BodyLong } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { Page } from "./Page";

export function NotFoundScreen() {
  const { t } = useTranslation();
  return (
    <Page title={t("trouble.notFoundTitle")} back="/" backText={t("rooms.title")}>
      <BodyLong>{t("trouble.notFound")}</BodyLong>
    </Page>
  );
}
