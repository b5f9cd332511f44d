import { Button, InlineMessage } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { useDates } from "../language/dates";

/** What stands in the form is from before, and what does not stand there. */
export function BegunNotice({ at, onStartOver }: { at: string; onStartOver: () => void }) {
  const { t } = useTranslation();
  const dates = useDates();
  return (
    <div>
      <InlineMessage status="info">{t("propose.begun", { when: dates.moment(at) })}</InlineMessage>
      <Button type="button" size="small" variant="tertiary" onClick={onStartOver}>
        {t("propose.startOver")}
      </Button>
    </div>
  );
}
