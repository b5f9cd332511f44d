import { BodyLong } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { useHowMuchIsWritten } from "../conversation/useConversation";

/**
 * Before the yes: what has been written so far is no secret from whoever comes in. How much that is
 * may have changed unheard without a connection; that they can read all of it has not.
 */
export function WhatTheyWillRead({ roomId }: { roomId: string }) {
  const { t } = useTranslation();
  const written = useHowMuchIsWritten(roomId);
  if (written === 0) return <BodyLong>{t("approval.nothingWritten")}</BodyLong>;
  return (
    <BodyLong weight="semibold">
      {written === undefined
        ? t("approval.willReadAll")
        : t("approval.willRead", { count: written })}
    </BodyLong>
  );
}
