import { BodyShort } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";

/** Below what waits for an answer: that more may wait than is said there. */
export function NotAll() {
  const { t } = useTranslation();
  return (
    <BodyShort size="small" textColor="subtle">
      {t("standing.notAll")}
    </BodyShort>
  );
}
