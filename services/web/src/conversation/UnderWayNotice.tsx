import { BodyShort } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";

/** What was chosen was not taken: what the person said of the same message before is on its way. */
export function UnderWayNotice() {
  const { t } = useTranslation();
  return (
    <BodyShort size="small" role="status">
      {t("question.underWay")}
    </BodyShort>
  );
}
