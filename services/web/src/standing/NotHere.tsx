import { Button, Detail } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { Said } from "./useSaid";

/** In the place of what something says: that it is on its way, has not come, or can't be read. */
export function NotHere({ said: { again, unreadable } }: { said: Said<unknown> }) {
  const { t } = useTranslation();
  if (!again) {
    return <Detail as="p">{unreadable ? t("next.unreadable") : t("shell.waiting")}</Detail>;
  }
  return (
    <>
      <Detail as="p">{t("next.notCome")}</Detail>
      <Button size="small" variant="tertiary" className="room-card__aside" onClick={again}>
        {t("trouble.retry")}
      </Button>
    </>
  );
}
